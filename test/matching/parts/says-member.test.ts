import { describe, expect, test } from 'vitest';
import { analyseName } from '../../../matching/name/analyse.ts';
import { saysMember } from '../../../matching/parts/says-member.ts';

describe('the members of a list that a name speaks of', () => {
  test.each([
    ['in the same words', ['批发', '零售'], '烟花爆竹零售许可', [1]],
    ['by the same act of a life cycle', ['换领', '注销'], '残疾人证换证', [0]],
    ['by the same acts of a service', ['停发申请', '给付信息查询'], '生活补助发放信息查询', [1]],
    ['but of another service', ['停发申请', '给付信息查询'], '生活补助发放政策咨询', []],
    ['but about something else', ['停发申请', '给付信息查询'], '生活补助给付进度查询', []],
    ['and a plain act only beside no other', ['许可', '变更'], '食品经营许可变更', [1]],
  ])('%s', (_how, members, name, places) => {
    expect(saysMember(members, analyseName(name))).toEqual(places);
  });
});
