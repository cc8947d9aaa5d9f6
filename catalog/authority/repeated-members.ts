/** Strings, those that name a member with their colon, and the signs that open and close objects. */
const TOKEN = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}]/gu;

/**
 * Whether an object of a text that is JSON names a member twice, however it is spelt: readers differ in which of the two
 * they take (RFC 8259 4), so that one could check what another does not use.
 */
export const hasRepeatedMember = (json: string): boolean => {
  // The names so far of each object that is open. Not by recursion: what is nested deeply has room in a few kilobytes.
  const open: Set<string>[] = [];
  for (const [token] of json.matchAll(TOKEN)) {
    const names = open.at(-1);
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token.endsWith(':')) {
      const name: string = JSON.parse(token.slice(0, -1));
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
};
