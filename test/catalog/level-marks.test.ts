import { describe, expect, test } from 'vitest';
import { levelMarked } from '../../catalog/level-marks.ts';

describe('a mark of level behind a name', () => {
  test.each([
    ['停业登记（县级行使）', '停业登记', ['COUNTY']],
    ['停业登记(县级)', '停业登记', ['COUNTY']],
    ['取水许可（区级权限）', '取水许可', ['COUNTY']],
    ['取水许可（设区市级审批权限）', '取水许可', ['CITY']],
    ['企业投资项目备案（技术改造）（市级/县级）', '企业投资项目备案(技术改造)', ['CITY', 'COUNTY']],
    ['取水许可（市、县级）', '取水许可', ['CITY', 'COUNTY']],
    ['取水许可（市县级权限）', '取水许可', ['CITY', 'COUNTY']],
    ['高龄津贴（乡镇行使）', '高龄津贴', ['TOWNSHIP']],
    ['拖拉机驾驶证（省本级）', '拖拉机驾驶证', ['PROVINCE']],
  ])('%s', (raw, name, levels) => {
    const found = levelMarked(raw);
    expect([found.name, found.levels]).toEqual([name.replace(/（/gu, '(').replace(/）/gu, ')'), levels]);
    expect(found.isHandedDown).toBe(false);
  });

  test.each([
    '施工许可（省级权限下放）',
    '施工许可（省级下放）',
    '施工许可（承接省级下放事项）',
    '施工许可（省级权限委托市级实施）',
  ])('%s is handed down', (raw) => {
    expect(levelMarked(raw)).toEqual({ name: '施工许可', levels: ['PROVINCE'], isHandedDown: true });
  });

  test.each([
    '取水许可（个人）',
    '居住证明（社区）',
    '县级文物保护单位迁移许可',
    '等级认定（三级）',
    '驾驶证（县级以上机关）',
    '（县级）',
    '学位公证（指引）',
    '代办委托（受托人）',
  ])('%s has none', (raw) => {
    expect(levelMarked(raw).levels).toEqual([]);
  });
});
