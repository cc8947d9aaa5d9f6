import { plainText } from '../cells.ts';
import { parseJson, storableRecord } from '../readers/json-values.ts';

/** What of a row no element or code list had room for, as it is stored with the row. */
export interface Leftovers {
  readonly unrecognised?: readonly { readonly element: string; readonly raw: string }[];
  readonly otherColumns?: readonly { readonly title: string; readonly value: string }[];
}

/** Leftovers as the text of one cell. */
export const leftoversText = ({ unrecognised = [], otherColumns = [] }: Leftovers): string =>
  JSON.stringify({
    ...(unrecognised.length > 0 ? { unrecognised } : {}),
    ...(otherColumns.length > 0 ? { otherColumns } : {}),
  });

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The two texts of each entry under their names, in that order; undefined where the value is something else. */
const pairsOf = <First extends string, Second extends string>(
  value: unknown,
  first: First,
  second: Second,
): readonly Record<First | Second, string>[] | undefined => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  const entries: readonly unknown[] = value;
  const isPair = (entry: unknown): entry is Record<First | Second, string> =>
    isEntry(entry) && typeof entry[first] === 'string' && typeof entry[second] === 'string';
  if (!entries.every(isPair)) return undefined;
  const plain = (text: string): string => text.replaceAll('\u0000', '');
  return entries.map(
    (entry) =>
      ({ [first]: plain(entry[first]), [second]: plain(entry[second]) }) as Record<First | Second, string>,
  );
};

const parsed = (text: string): unknown => {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The leftovers of a cell that an export wrote, or undefined for any other text. */
export const readLeftovers = (text: string): Leftovers | undefined => {
  const value = parsed(text);
  if (!isEntry(value)) return undefined;
  const { record } = storableRecord(value, 0);
  const unrecognised = pairsOf(record['unrecognised'], 'element', 'raw');
  const otherColumns = pairsOf(record['otherColumns'], 'title', 'value');
  if (unrecognised === undefined || otherColumns === undefined) return undefined;
  return {
    ...(unrecognised.length > 0 ? { unrecognised } : {}),
    ...(otherColumns.length > 0 ? { otherColumns } : {}),
  };
};

/**
 * The entries of a block that stand in a cell as JSON, the way tables hold what JSON holds as arrays; undefined for any
 * other text.
 */
export const blockOfText = (text: string): readonly unknown[] | undefined => {
  const plain = plainText(text);
  if (!/^[[{]/u.test(plain)) return undefined;
  const value = parsed(plain);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (entries.length === 0 || !entries.every((entry) => typeof entry === 'string' || isEntry(entry)))
    return undefined;
  return storableRecord({ entries }, 0).record['entries'] as readonly unknown[];
};
