import { problem } from '../../catalog/problems.ts';
import { FileRefused, type ReadLimits } from './grid.ts';
import { type JsonPiece, JsonSplitter, type TextPlace } from './json-splitter.ts';
import { nestsDeeper, syntaxErrorAt } from './json-syntax.ts';
import { parseJson } from './json-values.ts';
import { passesLimit } from './sheet-limits.ts';

/** The refusal of a text that is no JSON, or not a list; `detail` says in Chinese where and why. */
export const brokenJson = (detail: string, cause?: unknown): FileRefused =>
  new FileRefused(problem('FILE_UNREADABLE', { detail }), cause);

/** A place as a sentence names it: `第 2 行第 7 个字`. */
export const placeText = ({ line, character }: TextPlace): string => `第 ${line} 行第 ${character} 个字`;

/** Where in the file a piece is wrong, in words; the parser's own are English and do not always tell the place. */
const wrongWords = ({ kind, text, start, end, arrays }: JsonPiece): string => {
  const at = syntaxErrorAt(text) ?? 0;
  if (at === text.length && text.trim() !== '') return `文件在${placeText(end)}处中断，引号或括号没有配对`;
  // Of a value without its arrays only the start has a known place.
  if (kind === 'VALUE' && arrays.length > 0) return `${placeText(start)}起的内容不是合法的 JSON`;
  const before = text.slice(0, at);
  const lines = before.split('\n').length - 1;
  const character = lines === 0 ? start.character + at : before.length - before.lastIndexOf('\n');
  return `${placeText({ line: start.line + lines, character })}起不是合法的 JSON`;
};

/** Brackets within one another: beyond that the parser takes more for each than the file does, up to gigabytes. */
const DEEPEST_BRACKETS = 100_000;

/** What a piece says. Throws `FileRefused` with the line and character where it is no JSON. */
export const parsePiece = (piece: JsonPiece): unknown => {
  const tooDeep = (cause?: RangeError): FileRefused =>
    brokenJson(`${placeText(piece.start)}起括号嵌套过深`, cause);
  if (nestsDeeper(piece.text, DEEPEST_BRACKETS)) throw tooDeep();
  try {
    return parseJson(piece.text);
  } catch (error) {
    if (error instanceof SyntaxError) throw brokenJson(wrongWords(piece), error);
    if (error instanceof RangeError) throw tooDeep(error);
    throw error;
  }
};

/** A record may have a hundred of the longest cells. */
const LONGEST_CELLS = 100;

const lengthGuard = (limits: ReadLimits) => {
  const longest = limits.cellCharacters * LONGEST_CELLS;
  return (length: number, line: number): void => {
    if (length > longest) throw passesLimit('一条记录的字数', longest, { row: line });
  };
};

/** JSON Lines: each line a value, blank lines skipped. */
async function* linePieces(
  chunks: AsyncIterable<string>,
  limits: ReadLimits,
): AsyncGenerator<JsonPiece, void, undefined> {
  const guard = lengthGuard(limits);
  // A line longer than a chunk is put together once, at its end: with every chunk it would be copied anew.
  let parts: string[] = [];
  let length = 0;
  let line = 0;
  const pieceOf = (text: string): JsonPiece => {
    line += 1;
    const end = { line, character: text.length + 1 };
    return { kind: 'VALUE', text, start: { line, character: 1 }, end, arrays: [] };
  };
  for await (const chunk of chunks) {
    const lines = chunk.split('\n');
    const rest = lines.pop() ?? '';
    for (const text of lines) {
      const whole = parts.length === 0 ? text : parts.join('') + text;
      parts = [];
      const piece = pieceOf(whole);
      if (whole.trim() !== '') yield piece;
    }
    length = rest.length + (lines.length === 0 ? length : 0);
    guard(length, line + 1);
    if (rest !== '') parts.push(rest);
  }
  const last = parts.join('');
  if (last.trim() !== '') yield pieceOf(last);
}

async function* splitPieces(
  chunks: AsyncIterable<string>,
  limits: ReadLimits,
): AsyncGenerator<JsonPiece, void, undefined> {
  const guard = lengthGuard(limits);
  const splitter = new JsonSplitter();
  for await (const chunk of chunks) {
    yield* splitter.take(chunk);
    guard(splitter.waiting, splitter.line);
  }
  yield* splitter.finish();
}

/** A file's text as pieces to be parsed one by one: lines of JSON Lines, else values and elements of arrays. */
export const jsonPieces = (
  chunks: AsyncIterable<string>,
  asLines: boolean,
  limits: ReadLimits,
): AsyncGenerator<JsonPiece, void, undefined> =>
  asLines ? linePieces(chunks, limits) : splitPieces(chunks, limits);
