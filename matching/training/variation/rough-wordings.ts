import { splice, spoilable } from './seen-wordings.ts';
import type { Draw, Wording } from './wording.ts';

/** Slips for each hundred characters. */
const RATES = [5, 10, 15, 20] as const;

/** Any character that stands in names, as often as it does: here those of the name itself and of an office's. */
const strange = (name: string, draw: Draw): string =>
  String.fromCharCode(
    draw.chance(0.5) ? name.charCodeAt(draw.between(0, name.length - 1)) : draw.between(0x4e00, 0x9fa5),
  );

const oneSlip = (name: string, draw: Draw): string => {
  const at = spoilable(name, draw);
  if (at === undefined) return name;
  const kind = draw.between(0, 3);
  if (kind === 0) return splice(name, at, 1, '');
  if (kind === 1) return splice(name, at, 0, strange(name, draw));
  if (kind === 2) return splice(name, at, 1, strange(name, draw));
  return splice(name, at, 2, name.charAt(at + 1) + name.charAt(at));
};

/**
 * What may befall any text, whatever it means: slips at several rates, and two parts of a name turned round. Nothing a
 * list is known for, but it teaches how much of a name may be spoilt before it is another one. For training alone.
 */
export const ROUGH_WORDINGS: readonly Wording[] = [
  {
    kind: '随机错漏',
    slips: true,
    write: (name, draw) => {
      const count = Math.max(1, Math.round((name.length * draw.pick(RATES)) / 100));
      let written = name;
      for (let slip = 0; slip < count; slip++) written = oneSlip(written, draw);
      return written;
    },
  },
  {
    kind: '前后对调',
    write: (name, draw) => {
      if (name.length < 8 || /[（）()]/u.test(name)) return undefined;
      const at = draw.between(2, name.length - 2);
      return name.slice(at) + name.slice(0, at);
    },
  },
];
