import { normalizeName } from '../names.ts';
import type { ListFinding } from './code-09-unique-and-nested.ts';

/** A code of the list as it is now. */
export interface CodeInUse {
  readonly row: number;
  readonly codeKey?: string;
  readonly name: string;
}

/** A code that once stood in the list and left it, with the name it had; once per name. */
export interface RetiredCode {
  readonly codeKey: string;
  readonly name: string;
}

/**
 * CODE-10: a code that left the list comes back under another name. The same item coming back with its old code
 * is no fault. Findings come in the order of the list.
 */
export const code10 = (
  list: Iterable<CodeInUse>,
  retired: Iterable<RetiredCode>,
): readonly ListFinding<'CODE_10'>[] => {
  const before = new Map<string, string[]>();
  for (const { codeKey, name } of retired) before.set(codeKey, [...(before.get(codeKey) ?? []), name]);
  const found: ListFinding<'CODE_10'>[] = [];
  for (const { row, codeKey, name } of list) {
    if (codeKey === undefined) continue;
    const names = before.get(codeKey) ?? [];
    const own = normalizeName(name);
    const other = names.at(-1);
    if (other === undefined || names.some((one) => normalizeName(one) === own)) continue;
    const value = codeKey.slice(codeKey.indexOf(':') + 1);
    found.push({ code: 'CODE_10', row, value, other, detail: name });
  }
  return found;
};
