const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.eE+-])/y;
const WORD = /(?:true|false|null)(?!\w)/y;

const endOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The end of what a string may hold: its quotation mark, or the character that cannot stand in it. */
const endOfString = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34 || code < 32) return at;
    if (code !== 92) continue;
    const end = endOf(ESCAPE, text, at);
    if (end === -1) return at;
    at = end - 1;
  }
  return text.length;
};

/** Where the string that opens before `from` closes, whatever it holds; the text's length where it does not. */
const endOfQuotation = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at;
    if (code === 92) at += 1;
  }
  return text.length;
};

/** What may come next: a value, a value or `]`, a key, a key or `}`, a colon, a comma or the closing mark, the end. */
type Due = 'VALUE' | 'VALUE_OR_END' | 'KEY' | 'KEY_OR_END' | 'COLON' | 'COMMA' | 'END';

interface Step {
  /** Where the text goes on, or why it does not: the first character that cannot stand there. */
  readonly next: number;
  readonly wrong?: number;
}

const scalar = (text: string, at: number): Step => {
  if (text[at] === '"') {
    const end = endOfString(text, at + 1);
    return text[end] === '"' ? { next: end + 1 } : { next: end, wrong: end };
  }
  const end = Math.max(endOf(NUMBER, text, at), endOf(WORD, text, at));
  return end === -1 ? { next: at, wrong: at } : { next: end };
};

/**
 * The place in a text, counted from 0, of the first character that keeps it from being JSON; the text's length where
 * it ends too early, undefined where it is JSON. JSON.parse does not always tell.
 */
export const syntaxErrorAt = (text: string): number | undefined => {
  const open: ('{' | '[')[] = [];
  let due: Due = 'VALUE';
  const afterValue = (): Due => (open.length === 0 ? 'END' : 'COMMA');
  for (let at = endOf(BLANKS, text, 0); at < text.length; at = endOf(BLANKS, text, at)) {
    const character = text[at] ?? '';
    const top = open.at(-1);
    const closing = top === '{' ? '}' : ']';
    const mayClose = due === 'COMMA' || due === 'VALUE_OR_END' || due === 'KEY_OR_END';
    if (mayClose && top !== undefined && character === closing) {
      open.pop();
      due = afterValue();
      at += 1;
    } else if (due === 'COMMA' && character === ',') {
      due = top === '{' ? 'KEY' : 'VALUE';
      at += 1;
    } else if (due === 'COLON' && character === ':') {
      due = 'VALUE';
      at += 1;
    } else if ((due === 'VALUE' || due === 'VALUE_OR_END') && (character === '{' || character === '[')) {
      open.push(character);
      due = character === '{' ? 'KEY_OR_END' : 'VALUE_OR_END';
      at += 1;
    } else {
      const isKey: boolean = due === 'KEY' || due === 'KEY_OR_END';
      const isValue = due === 'VALUE' || due === 'VALUE_OR_END';
      if (!isValue && !(isKey && character === '"')) return at;
      const { next, wrong } = scalar(text, at);
      if (wrong !== undefined) return wrong;
      due = isKey ? 'COLON' : afterValue();
      at = next;
    }
  }
  return due === 'END' ? undefined : text.length;
};

/** Whether brackets that stand outside strings are open `most` times within one another and once more. */
export const nestsDeeper = (text: string, most: number): boolean => {
  if (text.length <= most) return false;
  let depth = 0;
  for (let at = 0; at < text.length && depth <= most; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = endOfQuotation(text, at + 1);
    else if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth -= 1;
  }
  return depth > most;
};
