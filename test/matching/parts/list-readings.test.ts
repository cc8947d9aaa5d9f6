import { describe, expect, test } from 'vitest';
import { analyseName } from '../../../matching/name/analyse.ts';
import { listReadings } from '../../../matching/parts/list-readings.ts';

const readings = (name: string, others: readonly string[] = []): readonly string[] =>
  listReadings(
    analyseName(name).text,
    others.map((other) => analyseName(other).text),
  ).map(({ before, members, behind }) => `${before}<${members.join('|')}>${behind}`);

describe('a name reads as a list', () => {
  test.each([
    ['acts joined before the last word', '企业设立、变更、注销登记', '企业<设立|变更|注销>登记'],
    ['acts at the end', '测绘资质新办、变更和延续', '测绘资质<新办|变更|延续>'],
    ['acts with a word of their own each', '公司设立登记、注销登记', '公司<设立登记|注销登记>'],
    ['acts before the object', '变更、注销企业登记', '<变更|注销>企业登记'],
    ['acts in a row', '企业设立变更注销登记', '企业<设立|变更|注销>登记'],
    ['acts in a bracket', '食品经营许可（新办、变更）', '食品经营许可(<新办|变更>)'],
    ['what a bracket lists', '烟花爆竹经营许可（批发、零售）', '烟花爆竹经营许可(<批发|零售>)'],
    ['activities that are joined', '农药生产、经营许可', '农药<生产|经营>许可'],
    ['activities in a row', '食品生产经营许可证核发', '食品<生产|经营>许可证核发'],
    ['names of their own', '工伤认定及劳动能力鉴定', '<工伤认定|劳动能力鉴定>'],
  ])('%s', (_what, name, reading) => {
    expect(readings(name)).toContain(reading);
  });

  test.each([
    ['the end', '乡村医生、护士执业注册', ['医师执业注册'], '<乡村医生|护士>执业注册'],
    [
      'the beginning',
      '地方级自然保护区建立机构、修筑设施审批',
      ['地方级自然保护区修筑设施审批'],
      '地方级自然保护区<建立机构|修筑设施>审批',
    ],
    [
      'the beginning, each with acts of its own',
      '民办幼儿园变更负责人许可、注销许可',
      ['民办幼儿园注销许可'],
      '民办幼儿园<变更负责人许可|注销许可>',
    ],
  ])('objects that share %s with another name', (_what, name, others, reading) => {
    expect(readings(name, others)).toContain(reading);
  });
});

describe('a name is no list', () => {
  test.each([
    ['without several of anything', '食品经营许可证核发'],
    ['where one activity is a way of the other', '出版物零售经营许可'],
    ['where a row of activities is somebody', '生产经营单位备案'],
    ['where safety is what is meant', '安全生产经营备案'],
    ['where a second act is about the first', '用电服务暂停恢复'],
    ['where a right is changed', '不动产抵押变更登记'],
    ['where a bracket only gives examples', '参建单位资质查询（设计、施工、监理等）'],
    ['where a bracket leaves out', '公共场所卫生许可（不含公园、体育馆）'],
    ['where a bracket includes', '水利工程验收（含阶段验收、竣工验收）'],
    ['where what is joined shares nothing and is no name', '纳税人和业登记'],
  ])('%s', (_what, name) => {
    expect(readings(name)).toEqual([]);
  });

  test('where a word would be cut in two', () => {
    const found = readings('涉外、华侨结婚登记', ['离婚登记']);
    expect(found.filter((reading) => reading.includes('结>婚'))).toEqual([]);
  });
});
