/** Strings, which may hold any of the signs, and the signs that open, close and name members. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}:]/gu;

/**
 * Whether an object of a text that is JSON names a member twice, however it is spelt: readers differ in which of the two
 * they take (RFC 8259 4), so that one could check what another does not use.
 */
export const hasRepeatedMember = (json: string): boolean => {
  const open: Set<string>[] = [];
  let last = '';
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token !== ':') last = token;
    else {
      const name: string = JSON.parse(last);
      const names = open.at(-1);
      if (names?.has(name) === true) return true;
      names?.add(name);
    }
  }
  return false;
};
