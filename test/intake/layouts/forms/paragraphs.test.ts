import { describe, expect, test } from 'vitest';
import { readForms } from './sheets.ts';

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => [line.trim()]);

const GUIDE = `
高龄津贴申领服务指南
一、办理依据：《老年人权益保障法》第三十三条
二、承办机构：区民政局
三、服务对象：年满80周岁的老年人
四、申请条件：户籍在本区
五、申报材料：
1.居民身份证
2.户口簿
六、服务流程：申请—审核—发放
七、办理时限：10个工作日
八、收费依据及标准：不收费
九、咨询方式：
联系电话：0744-5610000
地址：军地路 1 号
`;

describe('guides in paragraphs', () => {
  test('numbered elements; unnumbered lines belong to the element above', async () => {
    const read = await readForms(lines(GUIDE));
    expect(read).toMatchObject({ layout: '武陵源服务指南', subject: 'GUIDE', rows: [2] });
    expect(read?.forms).toEqual([
      {
        事项名称: '高龄津贴申领',
        办理依据: '《老年人权益保障法》第三十三条',
        承办机构: '区民政局',
        服务对象: '年满80周岁的老年人',
        申请条件: '户籍在本区',
        申报材料: '1.居民身份证\n2.户口簿',
        服务流程: '申请—审核—发放',
        办理时限: '10个工作日',
        收费依据及标准: '不收费',
        咨询方式: '联系电话：0744-5610000\n地址：军地路 1 号',
      },
    ]);
    expect(read?.addresses[0]).toMatchObject({ 办理依据: 'A2', 申报材料: 'A6', 事项名称: undefined });
  });

  test.each([
    ['bracketed numbers', (text: string) => text.replace(/^([一二三四五六七八九])、/gmu, '（$1）')],
    [
      'digits',
      (text: string) =>
        text.replace(
          /^([一二三四五六七八九])、/gmu,
          (_, han) => `${'一二三四五六七八九'.indexOf(han) + 1}．`,
        ),
    ],
    ['frames', (text: string) => text.replace(/^[一二三四五六七八九]、([^：]+)：/gmu, '【$1】')],
    [
      'no numbers',
      (text: string) =>
        text
          .replace(/^[一二三四五六七八九]、/gmu, '')
          .replace('联系电话：', '')
          .replace('地址：', ''),
    ],
    [
      'blanks for colons',
      (text: string) => text.replace(/^([一二三四五六七八九]、[^：]+)：(?=.)/gmu, '$1　'),
    ],
    [
      'labels on lines of their own',
      (text: string) => text.replace(/^([一二三四五六七八九]、[^：]+)：/gmu, '$1\n'),
    ],
  ])('%s', async (_how, change) => {
    const read = await readForms(lines(change(GUIDE)));
    expect(read?.forms[0]).toMatchObject({ 事项名称: '高龄津贴申领', 办理时限: '10个工作日' });
    expect(String(read?.forms[0]?.['申报材料'])).toMatch(/居民身份证\n2.户口簿$/u);
  });

  test.each([
    ['headings that name the form', GUIDE.replaceAll('高龄津贴申领', '临时救助申请'), '临时救助申请'],
    ['bare headings', GUIDE.replaceAll('高龄津贴申领服务指南', '临时救助申请'), '临时救助申请'],
    [
      'the form and the name on two lines',
      GUIDE.replaceAll('高龄津贴申领服务指南', '附件2\n公共服务事项服务指南\n（临时救助申请）'),
      '临时救助申请',
    ],
  ])('several guides in one document: %s', async (_how, second, name) => {
    const read = await readForms(lines(`${GUIDE.trim()}\n${second.trim()}`));
    expect(read?.forms.map((form) => form['事项名称'])).toEqual(['高龄津贴申领', name]);
    expect(read?.forms[0]?.['咨询方式']).toBe('联系电话：0744-5610000\n地址：军地路 1 号');
    expect(read?.forms[1]?.['咨询方式']).toBe('联系电话：0744-5610000\n地址：军地路 1 号');
  });

  test('the name as a paragraph of its own before each guide', async () => {
    const named = (name: string) => GUIDE.replace(/^高.*$/mu, `事项名称：${name}`).trim();
    const read = await readForms(lines(`办事指南\n${named('甲证明')}\n${named('乙证明')}`));
    expect(read?.forms.map((form) => [form['事项名称'], form['服务流程']])).toEqual([
      ['甲证明', '申请—审核—发放'],
      ['乙证明', '申请—审核—发放'],
    ]);
  });
});

test.each([
  [
    'a notice',
    '关于梳理公开公共服务事项的通知\n一、总体要求\n坚持便民利民。\n二、基本原则\n三、清理范围及依据\n四、主要任务\n五、工作要求',
  ],
  ['a list of names', '事项名称\n高龄津贴申领\n临时救助申请\n公租房申请'],
  ['three elements', '一、办理依据：《条例》\n二、服务对象：个人\n三、办理时限：1天'],
])('%s is no guide', async (_what, text) => {
  expect(await readForms(lines(text))).toBeUndefined();
});
