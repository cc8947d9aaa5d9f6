import { actionAt, type Senses } from '../lexicon/knowledge.ts';
import { readWords } from '../name/read-words.ts';

/** An act a text names, and where. */
export interface ActWord {
  readonly start: number;
  readonly end: number;
  readonly isLifeCycle: boolean;
  /** Keys of the lexicon: CHANGE, CANCEL. */
  readonly keys: readonly string[];
}

/** The acts of a text in order. */
export function actWords(text: string): readonly ActWord[] {
  const { words } = readWords(text);
  const found: ActWord[] = [];
  for (let at = 0; at < words.count; at++) {
    const { actions } = words.meanings[at] as Senses;
    if (actions.length === 0) continue;
    const known = actions.map(actionAt);
    found.push({
      start: words.starts[at] as number,
      end: words.ends[at] as number,
      isLifeCycle: known.some(({ group }) => group === 'LIFE_CYCLE'),
      keys: known.map(({ key }) => key),
    });
  }
  return found;
}
