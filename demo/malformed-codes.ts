import type { Random } from './random.ts';

/** The ways organisation codes are spoilt in a published list of 1,135 items, the most frequent first. */
const WAYS: readonly { readonly why: string; readonly write: (code: string) => string }[] = [
  { why: '统一社会信用代码只有 17 位', write: (code) => code.slice(0, 17) },
  { why: '统一社会信用代码只有 17 位', write: (code) => code.slice(0, 17) },
  { why: '只填了 9 位组织机构代码', write: (code) => code.slice(8, 17) },
  { why: '组织机构代码带连字符', write: (code) => `${code.slice(8, 16)}-${code.slice(16, 17)}` },
  // Without a letter in it lower case would change nothing: then a full-width digit, the other slip of a keyboard.
  {
    why: '字母小写或者数字全角',
    write: (code) => (/[A-Z]/u.test(code) ? code.toLowerCase() : `１${code.slice(1)}`),
  },
  { why: '占位编码', write: () => '1111111111111111' },
  { why: '临时编码', write: (code) => `TE${code.slice(2)}` },
];

/** The code as a careless office writes it, and what is wrong with it. */
export function malformed(code: string, random: Random): { readonly code: string; readonly why: string } {
  const { why, write } = random.pick(WAYS);
  return { code: write(code), why };
}
