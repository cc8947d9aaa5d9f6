import { describe, expect, test } from 'vitest';
import { prepareItem } from '../../../matching/prepared-item.ts';

const textOf = (name: string, department?: string): string =>
  prepareItem({
    id: 'i',
    name,
    region: '纵横省长风市青溪县',
    ...(department === undefined ? {} : { department }),
  }).name.text;

describe('an office in front of a name', () => {
  test.each([
    ['青溪县水利局取水许可变更', '取水许可变更'],
    ['长风市青溪县住房和城乡建设局(2)商品房预售许可', '商品房预售许可'],
    ['文化广电旅游局导游证核发', '导游证核发'],
  ])('%s is %s', (name, text) => expect(textOf(name)).toBe(textOf(text)));

  test('its own office counts whatever it is', () => {
    expect(textOf('残疾人联合会残疾人证办理', '青溪县残疾人联合会')).toBe('残疾人证办理');
    expect(textOf('供电公司用电报装', '青溪县供电公司')).toBe('用电报装');
  });

  test.each([
    ['邮政局所撤销审批', undefined, '邮政局所', 'a longer word'],
    ['档案馆藏查阅', '青溪县档案馆', '档案馆', 'a place, not who acts'],
    ['业主委员会备案', undefined, '业主委员会', 'what the item is about'],
    ['水利局服务', undefined, '水利局', 'too little would be left'],
    ['住房公积金管理中心设立登记', '住房公积金管理中心', '住房公积金', 'what is to be set up'],
    ['残疾人联合会变更登记', '县残疾人联合会', '残疾人', 'what is to be changed: nothing else is named'],
    ['教育局撤销审批', undefined, '教育局', 'what is to end'],
    ['公安局', '青溪县公安局', '公安局', 'nothing would be left'],
  ])('%s of %s still begins with %s: %s', (name, department, beginning, _why) =>
    expect(textOf(name, department).slice(0, beginning.length)).toBe(beginning),
  );
});
