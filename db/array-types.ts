import type { Sql } from 'postgres';

/** PostgreSQL's own types that have arrays here, by their numbers in its catalog of types: of an element, of the array. */
const ARRAYS: readonly (readonly [element: number, array: number])[] = [
  [16, 1000],
  [20, 1016],
  [21, 1005],
  [23, 1007],
  [25, 1009],
  [114, 199],
  [700, 1021],
  [701, 1022],
  [1043, 1015],
  [1082, 1182],
  [1114, 1115],
  [1184, 1185],
  [1700, 1231],
  [2950, 2951],
  [3802, 3807],
];

type Parse = (text: string) => unknown;
type Serialize = (value: unknown) => unknown;

/** What the driver holds of types, of which its own types tell little. */
interface TypeTables {
  readonly parsers: Record<number, Parse>;
  readonly serializers: Record<number, Serialize>;
  readonly shared: { readonly typeArrayMap: Record<number, number> };
}

/**
 * Tells the driver the arrays of PostgreSQL's own types. By itself it asks each new connection for all there are, and a
 * connection that ends meanwhile ends the process: it awaits that question nowhere.
 */
export const knowArrays = (sql: Sql): void => {
  const { parsers, serializers, shared } = sql.options as unknown as TypeTables;
  for (const [element, array] of ARRAYS) {
    shared.typeArrayMap[element] = array;
    parsers[array] = (text) => parseArray(text, parsers[element]);
    serializers[array] = (value) => serializeArray(value, serializers[element]);
  }
};

/** The value of an array in PostgreSQL's notation (its manual, 8.15.6), without bounds of its own. */
export const parseArray = (text: string, parse: Parse = (element) => element): readonly unknown[] => {
  let at = 0;
  const quoted = (): unknown => {
    let element = '';
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      element += text[at];
    }
    at += 1;
    return parse(element);
  };
  const plain = (): unknown => {
    const begin = at;
    while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1;
    const element = text.slice(begin, at);
    return element === 'NULL' ? null : parse(element);
  };
  const array = (): readonly unknown[] => {
    const elements: unknown[] = [];
    for (at += 1; text[at] !== '}'; ) {
      if (at >= text.length) throw new Error('an array without an end');
      if (text[at] === ',') at += 1;
      elements.push(text[at] === '{' ? array() : text[at] === '"' ? quoted() : plain());
    }
    at += 1;
    return elements;
  };
  return array();
};

/** The notation of an array; what is none is left as it is. */
export const serializeArray = (value: unknown, serialize: Serialize = String): unknown => {
  if (!Array.isArray(value)) return value;
  const elements = value.map((element: unknown): unknown => {
    if (Array.isArray(element)) return serializeArray(element, serialize);
    if (element === undefined) throw new Error('an array of the database cannot hold undefined');
    if (element === null) return 'null';
    return `"${String(serialize(element)).replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
  });
  return `{${elements.join(',')}}`;
};
