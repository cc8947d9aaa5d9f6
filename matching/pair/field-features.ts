import type { Comparison } from './compare.ts';
import type { FieldRelations } from './fields.ts';

/**
 * The features of everything beside the names. A code is weighed together with the names: a wrong code under a
 * perfect name and a right code under another's name both occur in published lists.
 */
export function fieldFeatures(fields: FieldRelations, { left, right }: Comparison): readonly string[] {
  const rest = Math.max(left.share, right.share);
  const names = rest <= 0.1 ? 'near' : rest <= 0.45 ? 'apart' : 'far';
  return [
    `department=${fields.department}`,
    `law=${fields.law}`,
    `type=${fields.type}`,
    `code=${fields.code}${fields.code === 'UNKNOWN' ? '' : `,${names}`}`,
  ];
}
