import { problem } from '../../catalog/problems.ts';
import { BATCH_ROWS, FileRefused, type Reader, type ReadLimits, type RecordRow } from './grid.ts';
import { brokenJson, jsonPieces, parsePiece, placeText } from './json-pieces.ts';
import { repeatedKeys } from './json-repeated.ts';
import type { JsonPiece } from './json-splitter.ts';
import { storableRecord } from './json-values.ts';
import { countCells, passesLimit } from './sheet-limits.ts';
import { decodeText } from './text.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Gives records their numbers and takes what cannot be stored out of them. */
const numbering = (limits: ReadLimits) => {
  const count = countCells(limits);
  let row = 0;
  return (raw: Readonly<Record<string, unknown>>, text: string): RecordRow => {
    row += 1;
    // Before anything is made of them: copies of a hundred thousand keys take twenty times the file.
    if (Object.keys(raw).length > limits.columns) throw passesLimit('列数', limits.columns, { row });
    const { record, problems: found } = storableRecord(raw, row);
    const repeated = repeatedKeys(text, raw).map((key) => problem('KEY_REPEATED', { row, value: key }));
    const problems = [...found, ...repeated];
    count(row, Object.values(record));
    return problems.length === 0 ? { row, record } : { row, record, problems };
  };
};

/** Watches that all records come from one array of objects, or all stand alone. */
const oneSource = () => {
  let known: string | undefined;
  let values = 0;
  let allObjects = true;
  return {
    /** The envelope's array the first time it shows, to be told. */
    element: ({ arrays }: JsonPiece): string | undefined => {
      const path = arrays.at(-1) ?? '';
      if (arrays.length > 1 || (known !== undefined && known !== path)) {
        const first = arrays.length > 1 ? arrays[0] : known;
        throw brokenJson(`“${first}”和“${path}”都是对象的数组，分不清哪一个是清单`);
      }
      const isNew = known === undefined && path !== '';
      known = path;
      return isNew ? path : undefined;
    },
    /** Values one after another are JSON Lines of a kind; an array has nothing before or behind it. */
    value: ({ text, start }: JsonPiece): void => {
      values += 1;
      allObjects &&= text.startsWith('{');
      if (values > 1 && !allObjects) throw brokenJson(`${placeText(start)}起不是合法的 JSON`);
    },
  };
};

const recordOf = (piece: JsonPiece): Readonly<Record<string, unknown>> => {
  const value = parsePiece(piece);
  if (!isRecord(value)) throw brokenJson(`${placeText(piece.start)}起不是对象，应为对象的数组`);
  return value;
};

/**
 * Reads JSON as records: an array of objects, JSON Lines, one object, or an envelope such as {"data":{"list":[…]}}
 * around the array. Elements are parsed one by one; numbers too long for a double come as text.
 */
export const jsonReader: Reader = async function* (path, limits) {
  const text = await decodeText(path, limits);
  const numbered = numbering(limits);
  const source = oneSource();
  let batch: RecordRow[] = [];
  let isEmpty = true;
  yield { kind: 'SHEET', sheet: { kind: 'RECORDS' } };
  const asLines = /\.(jsonl|ndjson)$/iu.test(path);
  for await (const piece of jsonPieces(text.chunks, asLines, limits)) {
    if (piece.kind === 'VALUE' && !asLines) source.value(piece);
    // What is left of a value whose elements have come is only checked.
    if (piece.kind === 'VALUE' && piece.arrays.length > 0) {
      parsePiece(piece);
      continue;
    }
    if (piece.kind === 'ELEMENT') {
      const value = source.element(piece);
      if (value !== undefined) yield { kind: 'PROBLEM', problem: problem('JSON_ENVELOPE', { value }) };
    }
    batch.push(numbered(recordOf(piece), piece.text));
    isEmpty = false;
    if (batch.length < BATCH_ROWS) continue;
    yield { kind: 'RECORDS', rows: batch };
    batch = [];
  }
  if (isEmpty) throw new FileRefused(problem('FILE_EMPTY'));
  if (batch.length > 0) yield { kind: 'RECORDS', rows: batch };
  for (const one of text.problems) yield { kind: 'PROBLEM', problem: one };
};
