/** What the values of variables may hold. */
export interface ValueBounds {
  /** Lists and objects within each other. */
  readonly nesting: number;
  /** Characters of one text. */
  readonly textCharacters: number;
  /** Members of one object: every input type has a few. */
  readonly members: number;
  /** Elements of one list. */
  readonly elements: number;
}

/**
 * Which bound a value is beyond, if any; each part of it is looked at once, level by level and none recursively. What is
 * read next costs more: a program that coerces variables writes a whole object into each mistake it finds in it.
 */
export function beyondValueBounds(value: unknown, bounds: ValueBounds): keyof ValueBounds | undefined {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'string') {
        if (one.length > bounds.textCharacters) return 'textCharacters';
      } else if (isContainer(one)) {
        if (depth === bounds.nesting) return 'nesting';
        const inner = Object.values(one);
        const kind = Array.isArray(one) ? 'elements' : 'members';
        if (inner.length > bounds[kind]) return kind;
        for (const part of inner) next.push(part);
      }
    }
    level = next;
  }
  return undefined;
}

/**
 * Whether brackets of a JSON text are open within each other more than `most` deep. Brackets within texts are none; a
 * text that is no JSON is judged as far as its brackets go.
 */
export function nestsBeyond(json: string, most: number): boolean {
  let open = 0;
  let isText = false;
  let at = 0;
  for (let character = json.codePointAt(0); character !== undefined; character = json.codePointAt(at)) {
    at += 1;
    if (isText) {
      if (character === BACKSLASH) at += 1;
      else if (character === QUOTE) isText = false;
    } else if (character === QUOTE) isText = true;
    else if (character === BRACKET || character === BRACE) {
      open += 1;
      if (open > most) return true;
    } else if (character === BRACKET_CLOSED || character === BRACE_CLOSED) open -= 1;
  }
  return false;
}

const [BACKSLASH, QUOTE, BRACKET, BRACE, BRACKET_CLOSED, BRACE_CLOSED] = [0x5c, 0x22, 0x5b, 0x7b, 0x5d, 0x7d];

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
