import type { ComparisonReport, ItemHead, LinkHead, ListHead } from '../../../cli/comparison/report.ts';

/** 31 digits: a number would keep fifteen of them. */
export const LONG_CODE = '1234567890123456789012345678901';

const list: ListHead = {
  key: 'qx-service',
  name: '青溪县实施清单',
  kind: 'GOVERNMENT_SERVICE',
  level: 'COUNTY',
  regionCode: '880121000000',
  regionName: '纵横省长风市青溪县',
  items: 3,
};

const reference: ListHead = {
  ...list,
  key: 'reference',
  name: '基本目录',
  kind: 'REFERENCE',
  level: 'PROVINCE',
  regionCode: '880000000000',
  regionName: '纵横省',
};

export const item = (id: string, name: string, code = LONG_CODE): ItemHead => ({
  id,
  list: list.key,
  name,
  code,
  department: '青溪县民政局',
  itemType: '行政给付',
  place: '实施清单.xlsx“表一” C12',
});

const referenceItem = (id: string, name: string): ItemHead => ({
  ...item(id, name, '880508001000'),
  list: reference.key,
  department: '纵横省民政厅',
});

const link: LinkHead = { id: 'ma_1', relation: 'EQUIVALENT', isSettled: true, confidence: 0.987 };

const differing = {
  rule: 'CMP_04',
  severity: 'ERROR',
  list: list.key,
  item: item('ci_1', '=最低生活保障金给与'),
  other: referenceItem('ri_1', '最低生活保障金给付'),
  link,
  field: 'name',
  drift: 'LOCAL_EDIT',
  actual: '=最低生活保障金给与',
  expected: '最低生活保障金给付',
  message: '名称与参考目录不同 <b>',
  action: '请改回',
} as const;

const OWN = {
  ADOPTED: 0,
  ADAPTED: 1,
  PART_OF: 0,
  RESTING: 0,
  CANCELLED: 0,
  EXTRA: 1,
  WAITING: 1,
  NOT_COMPARED: 0,
} as const;

/** A report with every kind of part: two rules, a coverage, cells like formulas, a code of 31 digits. */
export const report: ComparisonReport = {
  release: 3,
  publishedAt: '2026-03-31T18:00:00.000Z',
  day: '2026-04-02',
  lists: [list],
  references: [reference],
  filter: { severities: ['ERROR', 'WARNING'], department: '民政' },
  limits: [
    {
      code: 'NO_LEVELS',
      reference: reference.key,
      count: 2,
      of: 4,
      text: '参考目录 reference 的 4 项中，2 项没有写行使层级 <b>',
    },
  ],
  findings: [
    differing,
    {
      rule: 'CMP_02',
      severity: 'WARNING',
      list: list.key,
      other: referenceItem('ri_2', '+临时救助金给付'),
      message: '@清单中没有',
      action: '-请认领',
    },
  ],
  coverage: [
    {
      list,
      reference,
      mains: 1,
      own: OWN,
      listItems: [
        {
          item: differing.item,
          state: 'ADAPTED',
          by: [
            {
              item: differing.other,
              isElsewhere: false,
              link,
              differing: [{ field: 'name', drift: 'LOCAL_EDIT' }],
            },
          ],
          withMain: 2,
          waiting: [],
        },
        { item: item('ci_2', '慰问金申领'), state: 'EXTRA', by: [], withMain: 0, waiting: [] },
        {
          item: item('ci_3', '临时救助金'),
          state: 'WAITING',
          by: [],
          withMain: 0,
          waiting: [
            {
              item: referenceItem('ri_2', '+临时救助金给付'),
              isElsewhere: false,
              link: { ...link, id: 'ma_2', isSettled: false, confidence: 0.6 },
              differing: [],
            },
          ],
        },
      ],
      items: [
        {
          reference: referenceItem('ri_1', '最低生活保障金给付'),
          exerciseLevels: '县级',
          state: 'ADAPTED',
          by: [
            {
              item: differing.item,
              isElsewhere: false,
              link,
              differing: [{ field: 'name', drift: 'LOCAL_EDIT' }],
            },
          ],
        },
        {
          reference: referenceItem('ri_2', '+临时救助金给付'),
          exerciseLevels: '县级',
          state: 'SUSPENDED',
          by: [
            {
              item: { ...item('ci_5', '临时救助'), list: 'qx-power' },
              isElsewhere: true,
              link,
              differing: [],
            },
          ],
        },
        {
          reference: referenceItem('ri_3', '律师执业许可'),
          exerciseLevels: '省级',
          state: 'NOT_OFFERED',
          reason: 'NOT_AT_THIS_LEVEL',
          by: [],
        },
      ],
    },
  ],
  departments: [
    {
      list: list.key,
      reference: reference.key,
      department: '民政',
      listDepartments: ['青溪县民政局'],
      referenceDepartments: ['纵横省民政厅'],
      states: {
        ADOPTED: 0,
        ADAPTED: 1,
        PART_OF: 0,
        NOT_OFFERED: 1,
        SUSPENDED: 1,
        UNANSWERED: 0,
        NIL_RETURN: 0,
      },
      mains: 1,
      ownStates: OWN,
      findings: { ERROR: 1, WARNING: 1, INFO: 0 },
    },
  ],
  pairings: [],
};

/** Two lists beside each other. */
export const pairedReport: ComparisonReport = {
  ...report,
  references: [],
  filter: {},
  limits: [],
  findings: [],
  coverage: [],
  departments: [],
  pairings: [
    {
      list,
      other: { ...list, key: 'qx-power', name: '青溪县权力清单', kind: 'POWER' },
      items: [
        {
          item: item('ci_1', '甲'),
          state: 'PAIRED',
          by: [{ item: item('ci_9', '乙'), isElsewhere: false, link, differing: [] }],
        },
        { item: item('ci_2', '丙'), state: 'UNPAIRED', by: [] },
      ],
    },
  ],
};
