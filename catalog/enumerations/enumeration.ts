/** One value of a code list: a canonical symbol, its Chinese label, and how sources write it. */
export interface EnumerationValue<Symbol extends string = string> {
  readonly symbol: Symbol;
  readonly chinese: string;
  /** Other words sources use for the same value. */
  readonly aliases?: readonly string[];
  /** Code per scheme: the same digit means different things in different schemes. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** A code list of the domain. `name` is its type name in the public interface. */
export interface Enumeration<Symbol extends string = string> {
  readonly name: string;
  readonly chinese: string;
  /** The scheme a bare code is read in when the source names none. */
  readonly scheme: string;
  readonly source: string;
  readonly values: readonly EnumerationValue<Symbol>[];
  /** Reads spellings too many to list as aliases: 县（市、区）级, 设区的市级 … */
  readonly otherWords?: (text: string) => Symbol | undefined;
}

/** Keeps the literal symbols of a list in its type. */
export function enumeration<const Symbol extends string>(list: Enumeration<Symbol>): Enumeration<Symbol> {
  return list;
}
