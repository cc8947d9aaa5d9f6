import { describe, expect, test } from 'vitest';
import { FOUND_MODEL } from '../../../matching/model/pair-model.ts';
import { closingNote, noteOf } from '../../../matching/pair/notes.ts';
import { scorePair } from '../../../matching/pair/score-pair.ts';
import { prepareItem } from '../../../matching/prepared-item.ts';

const pairOf = (left: string, right: string) =>
  scorePair(prepareItem({ id: 'l', name: left }), prepareItem({ id: 'r', name: right }), FOUND_MODEL);

const said = (topic: string, left: string, right: string, bits: number) =>
  noteOf(topic, pairOf(left, right), bits)?.note;

describe('a sentence names the words it rests on, and which side has them', () => {
  test.each([
    ['lifeCycle', '取水许可变更', '取水许可', -0.2, '办理情形：左边“变更”，右边没有写'],
    ['lifeCycle', '取水许可', '取水许可延续', -0.2, '办理情形：右边“延续”，左边没有写'],
    ['lifeCycle', '取水许可变更', '取水许可注销', -2, '办理情形不同：左边“变更”，右边“注销”'],
    ['lifeCycle', '社会团体变更登记', '社会团体成立、变更、注销登记', -2, '办理情形：右边多出“成立”、“注销”'],
    ['kind', '取水审批', '取水许可', 0.2, '行为性质相同（“审批”、“许可”）'],
    ['about', '残疾人证办理', '残疾人证查询', -2, '查询、咨询、预约一类的附带服务：右边“查询”，左边没有写'],
    ['facets', '工伤保险待遇申领', '社会保险待遇申领', -2, /险种：左边“工伤保险”属于右边所说的一种/u],
    ['facets', '幼儿园食品经营许可', '食品经营许可', -2, /^左边写明“幼儿园”，右边没有写$/u],
    ['contrast', '工伤保险待遇申领', '失业保险待遇申领', -3, /险种不同：左边“工伤保险”，右边“失业保险”/u],
    [
      'counts',
      '80周岁以上老人补贴',
      '90周岁以上老人补贴',
      -2,
      '数目、年龄或等级不同：左边“80岁以上”，右边“90岁以上”',
    ],
    ['words', '甲乙丙登记', '登记', -2, /^一边独有的用词：左边的“甲乙丙”；按学过的例子，差了它，多半/u],
    ['words', '甲乙丙登记', '登记', 2, /；按学过的例子，有没有它，多半仍是同一事项$/u],
    ['words', '甲乙丙登记', '登记', 0.2, /；按学过的例子，说明不了什么$/u],
    ['words', '登记', '登记', 3, '没有一边独有的用词'],
    [
      'words',
      '取水许可变耕登记',
      '取水许可变更登记',
      3,
      '除当作错字、漏字或多字的，没有一边独有的用词：左边“耕”，右边“更”，当作错字',
    ],
    [
      'words',
      '取水许可变更登记',
      '取水许可变登记',
      3,
      '除当作错字、漏字或多字的，没有一边独有的用词：左边“更”，右边没有字，当作错字',
    ],
    ['enumeration', '设立、变更登记', '设立登记', -0.2, '左边列举的比右边多'],
    ['wording', '取水许可', '取水许可', 3, '名称整理后相同'],
    [
      'wording',
      '取水许可',
      '临时取水许可',
      1,
      /^字面相近程度 \d+%；不计办理用词，右边 \d+% 的内容左边没有$/u,
    ],
    [
      'truncated',
      '城乡居民基本养老保险关系转移接续…',
      '城乡居民',
      -0.2,
      '有一边的名称不完整，后面写的是什么无从知道',
    ],
    ['negation', '公路用车辆登记', '非公路用车辆登记', -2, '一边肯定，一边否定'],
  ])('%s of %s and %s', (topic, left, right, bits, sentence) => {
    expect(said(topic, left, right, bits)).toEqual(
      sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence,
    );
  });
});

test.each([
  'code',
  'law',
  'type',
  'department',
  'about',
  'stage',
  'limit',
  'counts',
  'excluded',
  'negation',
  'truncated',
  'contrast',
  'bracket',
  'enumeration',
])('%s: where neither side says anything there is no sentence', (topic) => {
  expect(said(topic, '取水许可', '取水许可', 0.3)).toBeUndefined();
});

describe('a number that goes against its own sentence is told what it means', () => {
  test.each([
    [
      'against, of a part',
      '取水许可变更',
      '取水许可',
      -3,
      /^没有一边独有的用词；与其他各项合起来看，更像部分相同$/u,
    ],
    [
      'against, of another item',
      '医师执业注册',
      '医师执业注册查询',
      -3,
      /；与其他各项合起来看，不像同一事项$/u,
    ],
    [
      'against, of the same',
      '取水许可',
      '取水许可',
      -3,
      /^没有一边独有的用词；但只凭这一项说明不了是同一事项$/u,
    ],
    ['hardly against', '取水许可变更', '取水许可', -0.3, /^没有一边独有的用词$/u],
    ['for', '取水许可', '取水许可', 3, /^没有一边独有的用词$/u],
  ])('%s', (_, left, right, bits, sentence) => {
    expect(said('words', left, right, bits)).toMatch(sentence);
  });

  test.each([
    ['the same', { same: 0.9, partial: 0.06, different: 0.04 }, /；与其他各项合起来看，仍像同一事项$/u],
    ['another', { same: 0.1, partial: 0.1, different: 0.8 }, /；但只凭这一项说明不了不是同一事项$/u],
  ])('for, though the sentence tells a difference, of %s', (_, chances, sentence) => {
    const pair = { ...pairOf('取水许可新办', '取水许可'), ...chances };
    expect(noteOf('lifeCycle', pair, 2)?.note).toMatch(sentence);
  });
});

test('what is left over says what a sum below nought means where a part was found', () => {
  const pair = pairOf('取水许可', '取水许可');
  expect(closingNote({ ...pair, same: 0.9, partial: 0.06, different: 0.04 }).note).toBe('其余各项合计');
  expect(closingNote({ ...pair, same: 0.1, partial: 0.3, different: 0.6 }).note).toBe('其余各项合计');
  expect(closingNote({ ...pair, same: 0.1, partial: 0.8, different: 0.1 }).note).toMatch(
    /总和为负.*部分相同/u,
  );
});
