import { describe, expect, test } from 'vitest';
import type { Slips } from '../../../matching/pair/slips.ts';
import { compared } from './compared.ts';

const slipsOf = (left: string, right: string): Slips => compared(left, right).slips;

describe('a slip', () => {
  test.each([
    ['保安员变耕资格认定', '保安员变更资格认定', 'a wrong character in an act'],
    ['取水许可变夏更', '取水许可变更', 'one too many in an act'],
    ['取水许可更变', '取水许可变更', 'an act turned round'],
    ['职称结果查寻申请', '职称结果查询申请', 'a wrong character in what is asked'],
  ])('breaks an act of %s and %s: %s', (left, right) => {
    expect(slipsOf(left, right)).toMatchObject({ places: 1, broken: 1, brokenActs: 1, unexplained: 0 });
    const [{ spoilt, ...one }, { spoilt: turned, ...other }] = [slipsOf(left, right), slipsOf(right, left)];
    expect(other).toEqual(one);
    expect(turned).toEqual(
      spoilt.map(({ leftFrom, leftTo, rightFrom, rightTo }) => ({
        leftFrom: rightFrom,
        leftTo: rightTo,
        rightFrom: leftFrom,
        rightTo: leftTo,
      })),
    );
  });

  test.each([
    ['取水许可注销', '取水许可变更', 'another act'],
    ['采矿权登记', '探矿权登记', 'another right'],
  ])('is not what tells %s and %s apart: %s', (left, right) =>
    expect(slipsOf(left, right)).toMatchObject({ places: 1, broken: 0, exchanged: 1 }),
  );

  test.each([
    ['停车收费许可', '停车免费许可', 'a word no lexicon lists'],
    ['船舶进港', '船舶出港', 'another way'],
    ['退税', '免税', 'too little at the beginning to tell'],
    ['职称结果查寻', '职称结果查询', 'too little at the end to tell'],
    ['公证出证', '公证撤证', 'a character acts are written with'],
    ['房屋征收补偿', '房屋漏水补偿', 'two characters, a word of their own'],
  ])('is none that tells %s and %s apart: %s', (left, right) => {
    expect(slipsOf(left, right)).toMatchObject({ broken: 0, brokenActs: 0, strangers: 1 });
    expect(slipsOf(right, left)).toEqual(slipsOf(left, right));
  });

  test('what it has spoilt is a word of neither name', () => {
    const { left, right } = compared('残疾儿童康夏救助', '残疾儿童康复救助');
    expect([left.share, right.share]).toEqual([0, 0]);
  });

  test('a word of two other characters is unexplained', () =>
    expect(slipsOf('户口甲乙投靠落户', '户口父母投靠落户').unexplained).toBeGreaterThan(0));
});

describe('a word said twice', () => {
  test.each([
    ['信息查询查询', '信息查询'],
    ['残疾人疾人证换领', '残疾人证换领'],
    ['企业变更备案、企业注销备案', '企业变更、注销备案'],
  ])('is no word of %s that %s lacks', (left, right) => {
    expect(compared(left, right).left.share).toBe(0);
    expect(compared(right, left).right.share).toBe(0);
  });

  test('one of its characters elsewhere does not cover another word', () =>
    expect(compared('证书人员登记', '证书登记').left.share).toBeGreaterThan(0));
});
