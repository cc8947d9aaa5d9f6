import { isDay } from '../catalog/calendar/days.ts';
import type { DecisionRequest, DecisionVerdict } from '../catalog/decision-request.ts';
import { LINK_KINDS, LINK_RELATIONS, type LinkKind } from '../catalog/link-kinds.ts';
import type { Sql } from '../db/client.ts';
import { type FoundPair, findPair, type NamedItem } from '../linkage/find-pair.ts';
import type { TableRow } from './table-file.ts';

/** Columns of a file of decisions; docs/operate/matching.md describes them. */
export const DECISION_SHAPE = {
  required: ['id', 'item', 'verdict', 'reason'],
  optional: ['reference', 'relation', 'until', 'kind'],
  key: 'id',
} as const;

export type DecisionRow = TableRow<
  (typeof DECISION_SHAPE.required)[number] | (typeof DECISION_SHAPE.optional)[number]
>;

const VERDICTS: ReadonlyMap<string, DecisionVerdict> = new Map([
  ['confirm', 'CONFIRM'],
  ['reject', 'REJECT'],
  ['no-match', 'NO_MATCH'],
  ['defer', 'DEFER'],
]);

/** What is wrong with the words of a row before anything is looked up; `today` is YYYY-MM-DD. */
export const rowProblem = (row: DecisionRow, today: string): string | undefined => {
  const verdict = VERDICTS.get(row.verdict);
  if (verdict === undefined) return `结论应为 confirm、reject、no-match 或 defer，现为“${row.verdict}”`;
  if (row.kind !== '' && !LINK_KINDS.includes(row.kind as LinkKind))
    return `种类应为 ${LINK_KINDS.join('、')}，现为“${row.kind}”`;
  if (row.relation !== '' && !(LINK_RELATIONS as readonly string[]).includes(row.relation))
    return `关系应为 ${LINK_RELATIONS.join('、')}，现为“${row.relation}”`;
  if (row.relation !== '' && verdict !== 'CONFIRM') return '只有 confirm 可以写明关系';
  if (row.until !== '' && !isDay(row.until)) return `日期应为 YYYY-MM-DD，且历上有这一天，现为“${row.until}”`;
  if (row.until !== '' && verdict !== 'DEFER') return '只有 defer 可以写明日期';
  if (row.until !== '' && row.until <= today)
    return `暂缓到的日期须在今天（${today}）以后，现为“${row.until}”`;
  const hasPartner = row.reference !== '';
  if (!hasPartner && (verdict === 'CONFIRM' || verdict === 'REJECT'))
    return `${row.verdict} 要写明对应的事项`;
  if (hasPartner && verdict === 'NO_MATCH') return 'no-match 是说没有任何对应，不能再写对应的事项';
  return undefined;
};

const shown = (item: NamedItem): string => `${item.id}（${item.list}：${item.name}）`;

const pairProblem = (found: Exclude<FoundPair, { kind: 'FOUND' }>): string => {
  switch (found.kind) {
    case 'NOT_FOUND':
      return `没有标识或编码为“${found.text}”的事项`;
    case 'SEVERAL':
      return `“${found.text}”在几份清单里都有，请写标识：${found.items.map(shown).join('、')}`;
    case 'NOT_A_PAIR':
      return `${shown(found.left)}与${shown(found.right)}之间不能有这种对应`;
  }
};

/** A row without the blanks that spreadsheets leave around a cell. */
export const tidyRow = (row: DecisionRow): DecisionRow =>
  Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell.trim()])) as DecisionRow;

/** A row as a request, or the sentence that says why it cannot be one. */
export const requestOf = async (
  sql: Sql,
  row: DecisionRow,
  today: string,
): Promise<DecisionRequest | string> => {
  const wrong = rowProblem(row, today);
  if (wrong !== undefined) return wrong;
  const found = await findPair(sql, {
    left: row.item,
    ...(row.reference === '' ? {} : { right: row.reference }),
    ...(row.kind === '' ? {} : { link: row.kind as LinkKind }),
  });
  if (found.kind !== 'FOUND') return pairProblem(found);
  return {
    kind: found.link,
    left: found.left.id,
    verdict: VERDICTS.get(row.verdict) as DecisionVerdict,
    reason: row.reason,
    ...(found.right === undefined ? {} : { right: found.right.id }),
    ...(row.relation === '' ? {} : { relation: row.relation }),
    ...(row.until === '' ? {} : { deferredUntil: row.until }),
  };
};
