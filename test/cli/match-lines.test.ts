import { expect, test } from 'vitest';
import { itemJson } from '../../cli/match-lines.ts';
import type { ItemJudgement, Part } from '../../matching/judgement.ts';

const part = (reference: string, member: string): Part => ({
  reference,
  confidence: 0.91234567,
  members: [member],
  evidence: [{ feature: 'wording', bits: 1, note: '名称规范化后相同' }],
});
const MERGED: ItemJudgement = {
  item: 'i1',
  match: 'r2',
  relation: 'BROADER',
  confidence: 0.8,
  band: 'REVIEW',
  candidates: [],
  evidence: [],
};

test('the line of an item of several names its parts and what is left', () => {
  const line = itemJson({ ...MERGED, parts: [part('r1', '变更'), part('r2', '注销')], rest: ['补证'] });
  expect(JSON.parse(line)).toEqual({
    ...MERGED,
    parts: [
      { reference: 'r1', confidence: 0.912346, members: ['变更'] },
      { reference: 'r2', confidence: 0.912346, members: ['注销'] },
    ],
    rest: ['补证'],
  });
});

test('that of any other has the keys it always had, in their order', () => {
  expect(itemJson(MERGED)).toBe(
    '{"item":"i1","match":"r2","relation":"BROADER","confidence":0.8,"band":"REVIEW","candidates":[],"evidence":[]}\n',
  );
});
