import { changedText, type Stretch } from '../../comparison/changed-text.ts';
import type { ItemError, PairError } from '../../matching/evaluation/quality-errors.ts';
import type { Evidence } from '../../matching/judgement.ts';
import { CLASS_WORDS, RELATION_WORDS } from '../match-lines.ts';
import { escaped } from './markup.ts';
import { percent } from './table.ts';

/** Reasons shown of one error; the rest weigh little. */
const SHOWN_EVIDENCE = 6;

const marked = (stretches: readonly Stretch[]): string =>
  stretches.map(({ text, isOwn }) => (isOwn ? `<mark>${escaped(text)}</mark>` : escaped(text))).join('');

const evidenceList = (evidence: readonly Evidence[]): string => {
  const lines = evidence
    .slice(0, SHOWN_EVIDENCE)
    .map(
      ({ bits, note }) =>
        `<li><span class="bits">${bits > 0 ? '+' : ''}${bits.toFixed(2)}</span> ${escaped(note)}</li>`,
    );
  return lines.length === 0 ? '' : `<ul class="evidence">${lines.join('')}</ul>`;
};

const origin = (error: PairError | ItemError): string => {
  const { line, pairId, stratum, reason } = error;
  const words = [`第 ${line} 行`, pairId, ...stratum].map(escaped).join('，');
  return `<p class="note">${words}${reason === null ? '' : `。标注理由：${escaped(reason)}`}</p>`;
};

const pairArticle = (error: PairError): string => {
  const { left, right } = changedText(error.left, error.right);
  const { same, partial, different } = error.probabilities;
  return `<article>
<dl class="sides"><div><dt>左</dt><dd>${marked(left)}</dd></div><div><dt>右</dt><dd>${marked(right)}</dd></div></dl>
<p>实际 <strong>${CLASS_WORDS[error.truth]}</strong>（${escaped(error.relation)}），判断 <strong>${CLASS_WORDS[error.answer]}</strong>：相同 ${percent(same)}，部分相同 ${percent(partial)}，不同 ${percent(different)}。</p>
${evidenceList(error.evidence)}${origin(error)}
</article>`;
};

const itemArticle = (error: ItemError): string => {
  const answer = error.answer.name;
  const { left, right } = changedText(error.name, answer ?? '');
  const item = answer === null ? escaped(error.name) : marked(left);
  const truth = error.truth.map(({ name, relation }) => `${escaped(name)}（${RELATION_WORDS[relation]}）`);
  const rank = error.rank === null ? '候选里没有' : `候选第 ${error.rank}`;
  return `<article>
<dl class="sides"><div><dt>事项</dt><dd>${item}</dd></div>
<div><dt>判断：${RELATION_WORDS[error.answer.relation]}，把握 ${percent(error.confidence)}</dt><dd>${answer === null ? '无对应' : marked(right)}</dd></div>
<div><dt>实际${truth.length === 0 ? '' : `（${rank}）`}</dt><dd>${truth.length === 0 ? '无对应' : truth.join('<br>')}</dd></div></dl>
${evidenceList(error.evidence)}${origin(error)}
</article>`;
};

/** Every wrong pair, names side by side, what only one of them has marked. */
export const pairErrorList = (errors: readonly PairError[]): string => errors.map(pairArticle).join('\n');

/** Every wrong item with what was answered and what is true. */
export const itemErrorList = (errors: readonly ItemError[]): string => errors.map(itemArticle).join('\n');
