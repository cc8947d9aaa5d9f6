import { expect, test } from 'vitest';
import { FACETS } from '../../../matching/lexicon/facets.ts';
import { PEOPLE_IMPLICATIONS } from '../../../matching/lexicon/implications/people.ts';
import { inKnownSpelling } from '../../../matching/lexicon/knowledge.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';
import { implies } from './facet-between.ts';

const spelled = (word: string): string => inKnownSpelling(unifiedText(word));

test('what is implied is a term of some facet: anything else would change nothing', () => {
  const terms = new Set(
    FACETS.flatMap((facet) => facet.terms.flatMap(({ words }) => words.map((word) => spelled(word)))),
  );
  const idle = PEOPLE_IMPLICATIONS.flatMap((one) => one.implies.filter((word) => !terms.has(spelled(word))));
  expect(idle).toEqual([]);
});

test.each([
  ['伤残津贴申领', 'insuranceKind', '工伤保险'],
  ['一次性工亡补助金申领', 'insuredGroup', '职工'],
  ['失业保险金申领', 'insuranceKind', '失业保险'],
  ['异地转诊人员备案', 'insuranceKind', '医疗保险'],
  ['不定时工作制审批', 'labourRelation', '特殊工时'],
  ['尊老金发放', 'ageBand', '80周岁'],
  ['夫妻投靠', 'householdMatter', '迁入'],
  ['诊所备案', 'healthInstitution', '医疗机构'],
  ['雨露计划', 'insuredGroup', '脱贫户'],
])('%s says %s: %s without saying it', (name, key, term) => {
  expect(implies(name, key, term)).toBe(true);
});

test.each([
  ['个人基本信息变更', 'insuranceKind', '工伤保险'],
  ['参保登记', 'insuranceKind', '养老保险'],
  ['补领结婚证', 'marriageParty', '华侨'],
  ['户口迁移', 'settleReason', '夫妻投靠'],
  ['丧葬补助金申领', 'insuranceKind', '工伤保险'],
])('%s does not say %s: %s', (name, key, term) => {
  expect(implies(name, key, term)).toBe(false);
});
