import { normalizeName } from '../../catalog/names.ts';

/** For a character of which nothing can be told alone: accents, ligatures, what other letters compose with. */
const UNTOLD = 0;
/** For one that is left out; a half of a character is no character names hold. */
const LEFT_OUT = 0xd800;

/** The unified ideographs: each is its own normal form. */
const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fff;

/** ASCII, marks of all kinds and full-width ASCII: none of them composes with another of them. */
const OTHERS: readonly (readonly [first: number, last: number])[] = [
  [0x0000, 0x007e],
  [0x00b7, 0x00b7],
  [0x2010, 0x2016],
  [0x2018, 0x203b],
  [0x3000, 0x3029],
  [0x30fb, 0x30fb],
  [0xff01, 0xff5e],
];

/** What a character becomes whatever stands beside it. */
const ALONE: Uint16Array = (() => {
  const table = new Uint16Array(0x10000);
  for (let unit = FIRST_IDEOGRAPH; unit <= LAST_IDEOGRAPH; unit++) table[unit] = unit;
  for (const [first, last] of OTHERS) {
    for (let unit = first; unit <= last; unit++) {
      const alone = normalizeName(String.fromCharCode(unit));
      if (alone.length <= 1) table[unit] = alone === '' ? LEFT_OUT : alone.charCodeAt(0);
    }
  }
  return table;
})();

/**
 * The text as the catalog compares names: the same as normalizeName, which composes every text anew. Nearly every name
 * consists of characters that need no composing, and is made normal in one pass, twenty times faster.
 */
export function normalText(raw: string): string {
  let normal = '';
  let copied = 0;
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    const alone = ALONE[unit] as number;
    if (alone === UNTOLD) return normalizeName(raw);
    if (alone === unit) continue;
    normal += raw.slice(copied, at);
    if (alone !== LEFT_OUT) normal += String.fromCharCode(alone);
    copied = at + 1;
  }
  return copied === 0 ? raw : normal + raw.slice(copied);
}
