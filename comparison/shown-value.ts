import { chineseOf } from '../catalog/enumerations.ts';
import type { Field } from '../catalog/fields/field.ts';

/** A value as a clerk reads it: symbols of code lists in Chinese, yes and no in words; everything else as it is. */
export function shownValue({ enumeration, type }: Field, value: unknown): unknown {
  if (enumeration !== undefined) {
    const shown = (one: unknown) => (typeof one === 'string' ? (chineseOf(enumeration, one) ?? one) : one);
    return Array.isArray(value) ? value.map(shown) : shown(value);
  }
  if (type === 'boolean' && typeof value === 'boolean') return value ? '是' : '否';
  return value;
}
