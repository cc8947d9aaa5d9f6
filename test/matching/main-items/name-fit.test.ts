import { describe, expect, test } from 'vitest';
import { listedItem } from '../../../matching/main-items/listed-item.ts';
import { nameFit } from '../../../matching/main-items/name-fit.ts';
import { prepareItem } from '../../../matching/prepared-item.ts';

const fitOf = (item: string, main: string) =>
  nameFit(prepareItem({ id: 'i', name: item }), listedItem({ id: 'm', name: main }));

describe('a main item that enumerates things', () => {
  test.each([
    ['个体演员备案', '个体演员和个体演出经纪人备案', '个体演员备案'],
    ['食品小作坊备案注销', '对食品小作坊、小经营店进行备案', '对食品小作坊进行备案'],
  ])('fits %s nearly as well as one that names that thing alone', (item, many, one) => {
    expect(fitOf(item, many).wording).toBeGreaterThan(fitOf(item, one).wording - 3.5);
  });

  test('fits no other thing the better for it', () => {
    expect(fitOf('个体工商户备案', '个体演员和个体演出经纪人备案').wording).toBeLessThan(
      fitOf('个体演员备案', '个体演员和个体演出经纪人备案').wording - 4,
    );
  });

  test('of acts enumerates no things', () => {
    expect(listedItem({ id: 'm', name: '企业设立、变更、注销登记' }).parts).toEqual([]);
  });
});

describe('acts', () => {
  test.each([
    ['民办幼儿园筹设审批', '民办幼儿园设立、变更和终止审批', 'what comes before the first of them'],
    ['民办幼儿园变更审批', '民办幼儿园设立、变更和终止审批', 'one of them'],
    ['采矿权转让变更登记', '采矿权变更登记', 'the one there is'],
  ])('%s comes under %s: %s', (item, main) => {
    expect(fitOf(item, main).acts).toBeGreaterThan(0);
  });

  test.each([
    ['采矿权注销登记', '采矿权变更登记'],
    ['民办幼儿园延续审批', '民办幼儿园设立、变更和终止审批'],
    ['民办幼儿园筹设审批', '民办幼儿园变更和终止审批'],
  ])('%s does not come under %s', (item, main) => {
    expect(fitOf(item, main).acts).toBeLessThan(0);
  });
});
