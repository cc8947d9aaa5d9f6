import type { MatchEvidence } from '../../db/matching.ts';
import type { MatchItem } from '../../matching/item.ts';
import { rivalNote, rivalsOf } from '../../matching/rivals.ts';
import type { ItemCore } from '../item-row.ts';
import type { MatchRow } from './match-row.ts';

/** The states in which a person has still to choose. */
const UNDECIDED = ['REVIEW', 'CONFLICT', 'DEFERRED'];

type IndexedItem = ItemCore & { readonly id: string };

const matchItemOf = ({ id, taskName, basicCode, implementationCode, localCode }: IndexedItem): MatchItem => {
  const code = implementationCode ?? basicCode ?? localCode;
  return { id, name: taskName, ...(code === null ? {} : { codes: [code] }) };
};

/** Which two candidates are about as good as each other and what tells them apart; null where one stands out. */
export const tieOf = async (
  { relation, status, rightId }: Pick<MatchRow, 'relation' | 'status' | 'rightId'>,
  evidence: MatchEvidence | null | undefined,
  load: (id: string) => Promise<IndexedItem | null | undefined>,
): Promise<string | null> => {
  if (relation !== 'EQUIVALENT' || !UNDECIDED.includes(status)) return null;
  const rivals = rivalsOf(evidence?.candidates ?? []);
  if (rivals === undefined || rivals.every(({ reference }) => reference !== rightId)) return null;
  const rows = await Promise.all(rivals.map(({ reference }) => load(reference)));
  const items = new Map(rows.flatMap((row) => (row ? [[row.id, matchItemOf(row)] as const] : [])));
  return rivalNote(rivals, (id) => items.get(id)) ?? null;
};
