const STRING_OR_MARK = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/gsu;

/** Keys of all objects within one another, as they are left after parsing. */
const keysLeft = (value: unknown): number => {
  let count = 0;
  const waiting = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const values = Object.values(next);
    if (!Array.isArray(next)) count += values.length;
    for (const one of values) if (typeof one === 'object') waiting.push(one);
  }
  return count;
};

const COLON = 58;
const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Keys as they stand in the text: strings before a colon, which no other string of JSON is. */
const keysWritten = (text: string): number => {
  let count = 0;
  for (let open = text.indexOf('"'); open !== -1; ) {
    let close = text.indexOf('"', open + 1);
    // A quotation mark after an odd number of backslashes is part of the string.
    for (let slashes = 0; close !== -1; close = text.indexOf('"', close + 1)) {
      for (slashes = 0; text[close - 1 - slashes] === '\\'; ) slashes += 1;
      if (slashes % 2 === 0) break;
    }
    if (close === -1) return count;
    let next = close + 1;
    while (isBlank(text.charCodeAt(next))) next += 1;
    if (text.charCodeAt(next) === COLON) count += 1;
    open = text.indexOf('"', next);
  }
  return count;
};

/**
 * Keys that stand more than once in the same object of a JSON text, whose last value is what parsing leaves; `value`
 * is what the text parses to. They are looked for only where fewer keys are left than written.
 */
export const repeatedKeys = (text: string, value: unknown): readonly string[] => {
  if (keysWritten(text) === keysLeft(value)) return [];
  const repeated = new Set<string>();
  const objects: Set<string>[] = [];
  for (const [found, isKey] of text.matchAll(STRING_OR_MARK)) {
    if (found === '{') objects.push(new Set());
    else if (found === '}') objects.pop();
    else if (isKey !== undefined) {
      const key: string = JSON.parse(found.slice(0, -isKey.length));
      if (objects.at(-1)?.has(key) === true) repeated.add(key);
      objects.at(-1)?.add(key);
    }
  }
  return [...repeated];
};
