import { SETTLED_STATUSES } from '../db/matching.ts';
import type { DecisionEffect, LinkChange, Preview, Superseded } from './decide-preview.ts';
import { tabLine } from './tab-line.ts';

/** The words of the interface for a status; null: there is no such link. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  ACCEPTED: '机器接受',
  REVIEW: '待人审定',
  CONFIRMED: '由人确认',
  REJECTED: '由人否定',
  DEFERRED: '暂缓',
  STALE_EVIDENCE: '审定后依据有变',
  CONFLICT: '相互矛盾',
};

const VERDICT_WORDS: Readonly<Record<string, string>> = {
  CONFIRM: '确认',
  REJECT: '否定',
  NO_MATCH: '没有对应',
  DEFER: '暂缓',
  REVOKE: '收回',
};

const NOTHING = '－';

const statusWord = (status: string | null): string =>
  status === null ? '没有这条' : (STATUS_WORDS[status] ?? status);

const changeWords = ({ before, after }: LinkChange): string => `${statusWord(before)} → ${statusWord(after)}`;

const supersededWords = ({ decision, verdict, decidedBy, decidedOn }: Superseded): string =>
  `${decidedOn} ${decidedBy}的“${VERDICT_WORDS[verdict] ?? verdict}”（${decision}）`;

export const PREVIEW_TITLES = tabLine([
  '行',
  '结论',
  '事项',
  '对应事项',
  '现在 → 以后',
  '随之改变',
  '取代的审定',
]);

/** The line of one request: what becomes of the link it is about, and of the item's others. */
export const previewLine = (row: string, effect: DecisionEffect): string => {
  const { result, verdict, leftName, right, rightName, supersedes, changes } = effect;
  const own = changes.find((change) => change.right === right);
  const others = changes.filter((change) => change !== own);
  const settled = result === 'ALREADY_DECIDED' ? '早已如此审定' : '状态不变';
  return tabLine([
    row,
    VERDICT_WORDS[verdict] ?? verdict,
    leftName,
    rightName ?? NOTHING,
    own === undefined ? (rightName === null ? NOTHING : settled) : changeWords(own),
    others.length === 0
      ? NOTHING
      : others.map((change) => `${change.rightName}：${changeWords(change)}`).join('；'),
    supersedes === null ? NOTHING : supersededWords(supersedes),
  ]);
};

const counts = (status: string | null): boolean =>
  (SETTLED_STATUSES as readonly (string | null)[]).includes(status);

/** The machine form of a line: what an answer says where nothing is written, and the effect. */
export const previewJson = ({ result, ...effect }: DecisionEffect): string =>
  `${JSON.stringify({ result, decision: null, match: null, version: null, release: null, ...effect })}\n`;

/** One sentence that adds up: decisions that would be written and not, links by whether they count before and after. */
export const previewSentence = ({ effects, elsewhere }: Preview): string => {
  const changes = [...effects.flatMap((effect) => effect.changes), ...elsewhere];
  const gained = changes.filter(({ before, after }) => !counts(before) && counts(after)).length;
  const lost = changes.filter(({ before, after }) => counts(before) && !counts(after)).length;
  const written = effects.filter(({ result }) => result === 'OK').length;
  const known = effects.length - written;
  const asked = `${effects.length} 条审定中将写入 ${written} 条${known === 0 ? '' : `，${known} 条早已如此`}`;
  const beside = elsewhere.length === 0 ? '' : `（其中 ${elsewhere.length} 条是别的事项的）`;
  const made =
    changes.length === 0
      ? '没有对应关系因此改变'
      : `改变 ${changes.length} 条对应关系${beside}：${gained} 条开始计入，${lost} 条不再计入，${changes.length - gained - lost} 条计入与否不变`;
  return `只是预演，什么也没有改动：${asked}；${made}。`;
};
