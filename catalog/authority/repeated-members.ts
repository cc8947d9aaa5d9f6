/** Strings, those that name a member with their colon, and the signs that open and close objects. */
const TOKEN = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}]/gu;

/**
 * Whether an object of a text that is JSON names a member twice, however it is spelt: readers differ in which of the two
 * they take (RFC 8259 4), so that one could check what another does not use.
 */
export const hasRepeatedMember = (json: string): boolean => repeatsWithin(json.matchAll(TOKEN));

/** Reads on to the end of the object that is open. */
const repeatsWithin = (tokens: Iterator<RegExpMatchArray>): boolean => {
  const names = new Set<string>();
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const [token] = next.value;
    if (token === '}') return false;
    if (token === '{') {
      if (repeatsWithin(tokens)) return true;
    } else if (token.endsWith(':')) {
      const name: string = JSON.parse(token.slice(0, -1));
      if (names.has(name)) return true;
      names.add(name);
    }
  }
  return false;
};
