import { describe, expect, test } from 'vitest';
import { readForms } from './sheets.ts';

describe('海盐 单项梳理表', () => {
  const HAIYAN = [
    ['公共服务事项单项梳理表', null, null, null],
    ['填报单位：青溪县民政局（盖章）', null, '填报日期：2017年3月', null],
    ['事项名称', '高龄津贴申领', '事项编码', '公共服务-00512-002'],
    ['行业主题分类', '社会保障', '服务对象', '自然人'],
    ['个人关注点', '优待抚恤', '法人关注点', null],
    ['设定依据', '《浙江省社会养老服务促进条例》第二十条', null, null],
    ['申请材料', '材料名称', '份数', '必要性'],
    [null, '居民身份证', '1', '必要'],
    [null, '高龄津贴申请表', '2', '必要'],
    ['办理时限', '20', '工作日', null],
    ['备注', '适宜实行市场化运作', null, null],
    ['填表人：李明', null, '联系电话：0573-86110000', null],
  ];
  const MERGES = ['A1:D1', 'B6:D6', 'A7:A9', 'B11:D11'];

  test('labels in two pairs of columns, materials as a table within', async () => {
    const read = await readForms(HAIYAN, { merges: MERGES });
    expect(read).toMatchObject({ layout: '海盐单项梳理表', subject: 'ITEM', rows: [3], problems: [] });
    expect(read?.forms).toEqual([
      {
        事项名称: '高龄津贴申领',
        事项编码: '公共服务-00512-002',
        行业主题分类: '社会保障',
        服务对象: '自然人',
        个人关注点: '优待抚恤',
        设定依据: '《浙江省社会养老服务促进条例》第二十条',
        申请材料: [
          { 材料名称: '居民身份证', 份数: '1', 必要性: '必要' },
          { 材料名称: '高龄津贴申请表', 份数: '2', 必要性: '必要' },
        ],
        办理时限: '20 工作日',
        备注: '适宜实行市场化运作',
        实施主体: '青溪县民政局',
        表外文字: '填表人：李明 联系电话：0573-86110000',
      },
    ]);
    expect(read?.addresses[0]).toMatchObject({ 事项名称: 'B3', 事项编码: 'D3', 申请材料: 'B7', 备注: 'B11' });
  });

  test('the same without merged ranges', async () => {
    const plain = await readForms(HAIYAN);
    const merged = await readForms(HAIYAN, { merges: MERGES });
    expect(plain?.forms).toEqual(merged?.forms);
  });

  test('forms below each other, a heading before each', async () => {
    const second = HAIYAN.map((row) => row.map((cell) => (cell === '高龄津贴申领' ? '临时救助申请' : cell)));
    const read = await readForms([...HAIYAN, [null], ...second]);
    expect(read?.forms.map((form) => [form['事项名称'], form['实施主体'], form['备注']])).toEqual([
      ['高龄津贴申领', '青溪县民政局', '适宜实行市场化运作'],
      ['临时救助申请', '青溪县民政局', '适宜实行市场化运作'],
    ]);
    expect(read?.rows).toEqual([3, 16]);
  });

  test('the institutions that offer the item together are its windows', async () => {
    const read = await readForms([
      ['公共服务事项单项梳理表'],
      ['事项名称', '老年人免费体检'],
      ['服务对象', '自然人'],
      ['法人关注点', '无'],
      ['附件：提供服务的机构'],
      ['单位名称', '地址', '联系方式'],
      ['武原街道社区卫生服务中心', '海丰路 1 号', '0573-86110001'],
      ['于城镇卫生院', '于城大道 2 号', '0573-86110002'],
    ]);
    expect(read?.forms[0]).toMatchObject({
      事项名称: '老年人免费体检',
      windows: [
        { 窗口名称: '武原街道社区卫生服务中心', 地址: '海丰路 1 号', 窗口电话: '0573-86110001' },
        { 窗口名称: '于城镇卫生院', 地址: '于城大道 2 号', 窗口电话: '0573-86110002' },
      ],
    });
  });
});

const NINE = [
  ['办理依据', '《老年人权益保障法》第三十三条'],
  ['承办机构', '区民政局社会事务股'],
  ['服务对象', '年满80周岁的老年人'],
  ['申请条件', '户籍在本区'],
  ['申报材料', '1.居民身份证\n2.户口簿'],
  ['服务流程', '申请—受理—审核—发放'],
  ['办理时限', '10个工作日'],
  ['收费依据及标准', '不收费'],
  ['咨询方式', '0744-5610000'],
];

describe('guides in two columns', () => {
  test.each([
    ['in a heading above the table', { before: ['武陵源区公共服务事项', '高龄津贴申领服务指南'] }, NINE],
    ['in the first row', {}, [['高龄津贴申领服务指南', null], ...NINE]],
    ['in the first row, over the whole width', { merges: ['A1:B1'] }, [['高龄津贴申领服务指南'], ...NINE]],
    ['in a label of its own', {}, [['服务指南', null], ['事项名称', '高龄津贴申领'], ...NINE]],
    ['in the name of the sheet', { name: '高龄津贴申领' }, NINE],
    ['above, the sheet without a name', { name: '正文', before: ['高龄津贴申领'] }, NINE],
    [
      'after running numbers',
      {},
      [['高龄津贴申领服务指南'], ...NINE.map((row, index) => [index + 1, ...row])],
    ],
  ])('武陵源, the name %s', async (_where, seed, rows) => {
    const read = await readForms(rows, seed);
    expect(read).toMatchObject({ layout: '武陵源服务指南', subject: 'GUIDE' });
    expect(read?.forms).toEqual([{ ...Object.fromEntries(NINE), 事项名称: '高龄津贴申领' }]);
  });

  test.each(['正文', '表 3', 'Sheet1', '服务指南'])('%s names no item', async (name) => {
    expect((await readForms(NINE, { name }))?.forms).toEqual([Object.fromEntries(NINE)]);
  });

  test('沈阳: eleven elements, and cells below a label belong to it', async () => {
    const read = await readForms([
      ['就业困难人员认定办事指南', null],
      ['办理依据', '《就业服务与就业管理规定》第四十条'],
      ['受理单位', '区人力资源和社会保障局'],
      ['基本流程', '1.申请'],
      [null, '2.审核'],
      [null, '3.公示'],
      ['申请材料', '身份证；失业登记证明'],
      ['示范文本及常见错误示例', '见附件'],
      ['收费依据及标准', '不收费'],
      ['办理时限', '15个工作日'],
      ['表格下载', 'http://example.gov.cn/table.doc'],
      ['咨询渠道', '024-22700000'],
      ['办公时间和地址', '工作日 8:30-17:00，和平区南京北街 1 号'],
      ['监督途径', '024-12345'],
    ]);
    expect(read).toMatchObject({ layout: '沈阳办事指南', subject: 'GUIDE' });
    expect(read?.forms[0]).toMatchObject({
      事项名称: '就业困难人员认定',
      基本流程: '1.申请\n2.审核\n3.公示',
      监督途径: '024-12345',
    });
  });
});

describe('a table within a cell', () => {
  const form = (materials: string) => [
    ['高龄津贴申领服务指南', null],
    ...NINE.map(([title, value]) => [title, title === '申报材料' ? materials : value] as string[]),
  ];

  test('lines with tabs and a header of their own are materials', async () => {
    const read = await readForms(form('序号\t材料名称\t份数\n1\t居民身份证\t1\n2\t户口簿\t\n3\t\t'));
    expect(read?.forms[0]?.['申报材料']).toEqual([
      { 序号: '1', 材料名称: '居民身份证', 份数: '1' },
      { 序号: '2', 材料名称: '户口簿' },
    ]);
  });

  test.each([
    ['lines without a header', '居民身份证\t1\n户口簿\t1'],
    ['a table with a sentence above', '需提交：\n材料名称\t份数\n居民身份证\t1'],
    ['a header alone', '材料名称\t份数'],
  ])('%s stay text', async (_what, text) => {
    expect((await readForms(form(text)))?.forms[0]?.['申报材料']).toBe(text);
  });
});

describe('镇坪 实施清单 and forms nobody issued', () => {
  test('one form per item, grouped labels, a fee of its own', async () => {
    const read = await readForms(
      [
        ['镇坪县政务服务事项实施清单', null, null],
        ['基本信息', '事项名称', '生育登记'],
        [null, '实施编码', '11610927MB2990000X4610720012000'],
        [null, '实施机构', '县卫生健康局'],
        ['收费', '收费标准', '不收费'],
        [null, '收费依据', '无'],
        ['办理信息', '办结时限', '1个工作日'],
        [null, '办理形式', '快递'],
        [null, '办理地点', '县政务服务中心'],
        [null, '监督电话', '0915-8820000'],
      ],
      { merges: ['A1:C1', 'A2:A4', 'A5:A6', 'A7:A10'] },
    );
    expect(read).toMatchObject({ layout: '镇坪实施清单', subject: 'ITEM' });
    expect(read?.forms).toEqual([
      {
        事项名称: '生育登记',
        实施编码: '11610927MB2990000X4610720012000',
        实施机构: '县卫生健康局',
        收费标准: '不收费',
        收费依据: '无',
        办结时限: '1个工作日',
        办理形式: '快递',
        办理地点: '县政务服务中心',
        监督电话: '0915-8820000',
      },
    ]);
  });

  test('a label the registry does not know is kept under its own title', async () => {
    const read = await readForms([
      ['事项名称', '公租房申请', '事项类型', '公共服务'],
      ['实施主体', '区住建局', '服务对象', '自然人'],
      ['廉政风险点', '低', '办理时限', '30个工作日'],
    ]);
    expect(read).toMatchObject({ layout: '通用表单', subject: 'ITEM' });
    expect(read?.forms[0]).toMatchObject({ 廉政风险点: '低', 事项类型: '公共服务' });
    expect(read?.problems).toEqual(['UNKNOWN_COLUMN']);
  });

  test.each([
    ['at the top', []],
    ['under a heading', [['公共服务事项要素表']]],
  ])('a column that explains the elements is left out, its titles %s', async (_where, above) => {
    const read = await readForms([
      ...above,
      ['要素名称', '要素内容', '填写说明'],
      ['事项名称', '公租房申请', '填写规范全称'],
      ['实施主体', '区住建局', '填写全称'],
      ['服务对象', '自然人', '可多选'],
      ['办理时限', '30个工作日', '写明单位'],
    ]);
    expect(read?.forms).toEqual([
      { 事项名称: '公租房申请', 实施主体: '区住建局', 服务对象: '自然人', 办理时限: '30个工作日' },
    ]);
  });
});

describe('no forms', () => {
  const HEADER = ['序号', '事项名称', '类别', '服务内容', '办理依据', '实施单位', '服务对象', '备注'];
  const row = (name: string) => ['1', name, '依申请', '发放', '《条例》', '县民政局', '自然人', null];
  test.each([
    ['a list', [HEADER, row('甲'), row('乙'), row('丙')], {}],
    [
      'a list with its header again on each page',
      [HEADER, row('甲'), HEADER, row('乙'), HEADER, row('丙')],
      {},
    ],
    [
      'a list of two columns',
      [
        ['事项名称', '办理时限'],
        ['甲', '1天'],
        ['乙', '2天'],
        ['丙', '即办'],
      ],
      {},
    ],
    [
      'a header of two rows',
      [
        ['事项名称', '办理时限', null, '收费', null],
        [null, '法定时限', '承诺时限', '收费标准', '收费依据'],
        ['甲', '5', '3', '否', '无'],
      ],
      {},
    ],
    [
      'a sheet that explains how to fill in the list',
      [
        ['事项名称', '填写规范全称'],
        ['类别', '依申请类或主动服务类'],
        ['办理依据', '名称、条款'],
        ['服务对象', '个人、法人'],
        ['备注', '补充说明'],
      ],
      { name: '填表说明' },
    ],
    [
      'a table of the elements and their rules',
      [
        ['要素名称', '填写要求'],
        ['事项名称', '必填'],
        ['事项类型', '必填'],
        ['办理时限', '选填'],
        ['服务对象', '必填'],
      ],
      {},
    ],
    [
      'contacts',
      [
        ['姓名', '职务', '联系电话'],
        ['王芳', '主编', '0915-8820001'],
        ['赵强', '联审', '0915-8820002'],
      ],
      {},
    ],
    ['nothing', [], {}],
  ] as const)('%s', async (_what, rows, seed) => {
    expect(await readForms(rows, seed)).toBeUndefined();
  });
});
