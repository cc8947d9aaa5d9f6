import { normalizeName } from '../../../catalog/names.ts';

const NOISE = /[^\p{Script=Han}\p{L}\p{N}]|的/gu;
const LEAD = /^(?:关于|对|申请|办理)+/u;
const TAIL = /(?:公共服务|服务指导|业务办理|申请|办理|服务|事项|业务|工作)+$/u;

/** A name without what the ways of writing put on or take away; deliberately not the engine's own normal form. */
export const plainForm = (name: string): string => {
  const bare = normalizeName(name).replace(NOISE, '').replace(LEAD, '');
  return bare.replace(TAIL, '') || bare;
};

const withoutOne = (text: string): string[] => {
  const characters = [...text];
  return characters.map((_, at) => [...characters.slice(0, at), ...characters.slice(at + 1)].join(''));
};

/** Says whether a written name may as well be another name of a list, so that nobody could tell which is meant. */
export interface Ambiguity {
  /** Another name has the same plain form; with `slips`, one within a wrong, missing or added character of it. */
  readonly isAmbiguous: (written: string, own: string, slips: boolean) => boolean;
}

/** Looks at the names of a list, each id with its name. */
export function ambiguityOf(names: Iterable<readonly [id: string, name: string]>): Ambiguity {
  const near = new Map<string, Set<string>>();
  const exact = new Map<string, Set<string>>();
  const beginnings = new Map<string, Set<string>>();
  const add = (table: Map<string, Set<string>>, key: string, id: string): void => {
    const ids = table.get(key);
    if (ids === undefined) table.set(key, new Set([id]));
    else ids.add(id);
  };
  for (const [id, name] of names) {
    const plain = plainForm(name);
    add(exact, plain, id);
    for (const form of [plain, ...withoutOne(plain)]) add(near, form, id);
    const whole = normalizeName(name).replace(NOISE, '');
    for (let length = 4; length <= whole.length; length++) add(beginnings, whole.slice(0, length), id);
  }
  const others = (table: Map<string, Set<string>>, key: string, own: string): boolean =>
    [...(table.get(key) ?? [])].some((id) => id !== own);
  return {
    isAmbiguous: (written, own, slips) => {
      const plain = plainForm(written);
      if (others(exact, plain, own)) return true;
      if (!slips) return false;
      if (/(?:…|\.{3})$/u.test(written))
        return others(beginnings, normalizeName(written).replace(NOISE, ''), own);
      return [plain, ...withoutOne(plain)].some((form) => others(near, form, own));
    },
  };
}
