import { JOINT } from './unified-text.ts';

/** A name taken apart at its brackets: what stands outside, and each bracket's content with where it was. */
export interface Bracketed {
  readonly main: string;
  readonly asides: readonly string[];
}

const NO_ASIDES: readonly string[] = [];

/** Splits at round brackets, nested ones as asides of their own; a bracket that never closes ends with the name. */
export function splitBrackets(text: string): Bracketed {
  if (!text.includes('(') && !text.includes(')')) return { main: text, asides: NO_ASIDES };
  const open: string[] = [''];
  const asides: string[] = [];
  let copied = 0;
  const copy = (end: number): void => {
    open[open.length - 1] += text.slice(copied, end);
    copied = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') {
      copy(at);
      open.push('');
    } else if (character === ')') {
      copy(at);
      const closed = open.length > 1 ? open.pop() : '';
      if (closed !== undefined && closed !== '') asides.push(closed);
    }
  }
  copy(text.length);
  while (open.length > 1) {
    const cut = open.pop();
    if (cut !== undefined && cut !== '') asides.push(cut);
  }
  const main = open[0] ?? '';
  return main === '' ? { main: asides[0] ?? '', asides: asides.slice(1) } : { main, asides };
}

/** What a bracket names as included, as left out, and otherwise. */
export interface Aside {
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  /** What only says more of the item; empty where there is nothing of the kind. */
  readonly said: string;
}

const EXCLUDES = /^(?:不含|不包括|不包含|除)/u;
const INCLUDES = /^(?:含|包括|包含)/u;
const EXCLUDED_BEHIND = /除外$/u;
const ENDS_EXCLUSION = /(?:除外|以外|之外|外)$/u;

const SAYS_ONLY_MORE: Omit<Aside, 'said'> = { included: [], excluded: [] };

/** Reads a bracket part by part: 含变更、不含注销 includes one thing and leaves out another. */
export function readAside(aside: string): Aside {
  if (!/[含括除外]/u.test(aside)) return { ...SAYS_ONLY_MORE, said: aside };
  const lists = { included: [] as string[], excluded: [] as string[], said: [] as string[] };
  // 地下水、地热水除外: what stands behind the list leaves out all of it.
  let list: keyof typeof lists = EXCLUDED_BEHIND.test(aside) && !INCLUDES.test(aside) ? 'excluded' : 'said';
  for (const part of aside.split(JOINT)) {
    if (EXCLUDES.test(part)) list = 'excluded';
    else if (INCLUDES.test(part)) list = 'included';
    const bare =
      list === 'excluded'
        ? part.replace(EXCLUDES, '').replace(ENDS_EXCLUSION, '')
        : list === 'included'
          ? part.replace(INCLUDES, '')
          : part;
    if (bare !== '') lists[list].push(bare);
  }
  return { included: lists.included, excluded: lists.excluded, said: lists.said.join(JOINT) };
}

/** 除公园、体育场馆外公共场所…: what a name leaves out in front of what it is about; undefined for other names. */
export function leftOutInFront(
  main: string,
): { readonly excluded: readonly string[]; readonly rest: string } | undefined {
  if (!main.startsWith('除')) return undefined;
  const found = /^除(.{2,60}?)(?:以外|之外|外)、?(?=..)/u.exec(main);
  if (found === null) return undefined;
  const [all, listed = ''] = found;
  return { excluded: listed.split(JOINT).filter((one) => one !== ''), rest: main.slice(all.length) };
}
