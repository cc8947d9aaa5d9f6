import type { GraphQLLeafType } from 'graphql';
import { isEnumType, isSpecifiedScalarType } from 'graphql';

export const NOT_A_VALUE = Symbol('not a value of the type');

type Read = (value: unknown) => unknown;

/** A whole number of 32 bits (specification, Int). */
const isInt = (value: unknown): boolean => Number.isInteger(value) && value === ((value as number) | 0);

const READERS: Readonly<Record<string, Read>> = {
  String: (value) => (typeof value === 'string' ? value : NOT_A_VALUE),
  // A subgraph in another language may write a numeric id as a number.
  ID: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : NOT_A_VALUE),
  Int: (value) => (isInt(value) ? value : NOT_A_VALUE),
  Float: (value) => (Number.isFinite(value) ? value : NOT_A_VALUE),
  Boolean: (value) => (typeof value === 'boolean' ? value : NOT_A_VALUE),
};

/**
 * Reads one value of a scalar or enum from a subgraph's answer: the value, or NOT_A_VALUE where the public
 * schema has no such value (an inaccessible enum value above all). Custom scalars pass as they are.
 */
export function leafReader(type: GraphQLLeafType): Read {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => (names.has(value) ? value : NOT_A_VALUE);
  }
  const reader = isSpecifiedScalarType(type) ? READERS[type.name] : undefined;
  return reader ?? ((value) => value);
}
