/** The same value as JSON; PostgreSQL's text cannot hold U+0000, and what stands in for it matches nothing stored. */
export const withoutNull = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '\\ufffd'));
