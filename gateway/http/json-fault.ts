/** Where V8 says that a text stops being JSON; it says so of most mistakes, and repeats what was sent with it. */
const POSITION = / in JSON at position (\d+)/u;
const ENDS_EARLY = 'Unexpected end of JSON input';

/**
 * That something is no JSON, as a half-sentence, with the line and the column (both from 1, in UTF-16 units) where the
 * parser tells them; nothing of the text itself.
 */
export const notJson = (what: string, text: string, cause: unknown): string => {
  const place = positionIn(text, cause instanceof Error ? cause.message : '');
  if (place === undefined) return `${what}不是合法的 JSON`;
  const before = text.slice(0, place).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  const ending = place === text.length ? '，文本到此意外结束' : '';
  return `${what}不是合法的 JSON，出错在第 ${before.length} 行第 ${column} 列${ending}`;
};

const positionIn = (text: string, message: string): number | undefined => {
  if (message === ENDS_EARLY) return text.length;
  const [, position] = POSITION.exec(message) ?? [];
  return position === undefined ? undefined : Number(position);
};
