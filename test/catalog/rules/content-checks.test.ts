import { expect, test } from 'vitest';
import { ALL_FIELDS } from '../../../catalog/fields.ts';
import type { Check } from '../../../catalog/rules/check.ts';
import { CONTENT_CHECKS } from '../../../catalog/rules/content-checks.ts';
import { HANDLING_CHECKS } from '../../../catalog/rules/handling-checks.ts';
import { aRecord } from './handling-record.ts';

const CHECKS: readonly Check[] = CONTENT_CHECKS;

test('the checks stand in the order of their numbers, the notices after them, and no code twice', () => {
  const firsts = CHECKS.map(({ problems }) => Object.keys(problems)[0] ?? '');
  const numbers = firsts.filter((code) => code.startsWith('CHK_')).map((code) => Number(code.slice(4, 6)));
  // 29 is what reading a cell tells: a value outside its code list.
  const expected = Array.from({ length: 17 }, (_, index) => index + 20).filter((number) => number !== 29);
  expect(numbers).toEqual(expected);
  expect(firsts.slice(numbers.length).every((code) => code.startsWith('NOTICE_'))).toBe(true);
  const codes = [...HANDLING_CHECKS, ...CONTENT_CHECKS].flatMap(({ problems }) => Object.keys(problems));
  expect(new Set(codes).size).toBe(codes.length);
});

test.each(['REFERENCE', 'POWER', 'PUBLIC_SERVICE', 'GOVERNMENT_SERVICE', 'GUIDE'])(
  'an empty record of a %s list without columns has nothing wrong with it',
  (listKind) => {
    const record = aRecord({ listKind, itemType: undefined, family: undefined });
    expect(CHECKS.flatMap((check) => check.find(record))).toEqual([]);
  },
);

/** As wrong as records can be. */
const WRONG = [
  aRecord({
    level: 'VILLAGE',
    listKind: 'PUBLIC_SERVICE',
    item: {
      name: '公务员年度考核等工作→低保',
      organisationName: '县住建局',
      legalBasisText: '《甲法》第一条：国家保护。《乙意见》；国发〔2014〕8号',
      serviceMode: 'EX_OFFICIO',
      serviceObjects: ['GOVERNMENT_ORGAN'],
      serviceContent: '临时性任务',
      coImplementingOrganisations: ['有关部门'],
      powerSource: 'ENTRUSTED_BY_PEER',
      organisationNature: 'STATUTORY_AUTHORITY',
      isInServiceHall: false,
      quantityLimit: '有',
      state: 'SUSPENDED',
      planCancelDate: '2020-01-01',
      isOnline: true,
      handlingForms: ['MOBILE'],
      isAgencyAllowed: true,
    },
    guide: {
      acceptCondition: '须本人到场。年满18周岁。提供户口簿。符合有关规定',
      handleFlow: '容缺受理',
      onlineAddress: '',
      mobileAddress: '',
    },
    blocks: {
      materials: [
        { name: '其他材料', type: 'APPLICATION_FORM' },
        { name: '合同等材料', legalBasis: '《甲法》' },
        { name: '监护人身份证', source: 'GOVERNMENT', certificateCode: '1' },
        { name: '收入证明', necessity: 'NECESSARY' },
        { name: '申请表', necessity: 'SUPPLIED_LATER' },
      ],
    },
    columns: ['basicCode', 'outsideHallReason', 'quantityBasis', 'remark'],
  }),
  aRecord({
    itemType: 'PUNISHMENT',
    item: {
      name: '甲',
      organisationName: '各镇卫生院',
      planEffectiveDate: '2026-01-01',
      planCancelDate: '2025-01-01',
    },
    guide: { onlineHandlingAddress: 'http://10.0.0.1' },
  }),
  aRecord({ listKind: 'PUBLIC_SERVICE', columns: ['serviceMode', 'serviceObjects', 'legalBasisText'] }),
  aRecord({
    item: { remark: '市场化', legalBasisText: '有关政策', isOnline: false },
    guide: { mobileAddress: 'http://a.cn' },
  }),
];

test('each finding names an element of the registry with its title, and fills its sentence', () => {
  const elements = new Map(
    ALL_FIELDS.filter(({ owner }) => owner === 'item' || owner === 'guide').map((field) => [
      field.element,
      field.chinese,
    ]),
  );
  const found = CHECKS.flatMap((check) =>
    WRONG.flatMap((record) =>
      check.find(record).map((each) => ({ ...each, template: check.problems[each.code]?.template ?? '' })),
    ),
  );
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(38);
  for (const { field = '', title, template, code, ...params } of found) {
    expect([code, elements.get(field)]).toEqual([code, title ?? elements.get(field)]);
    expect([code, elements.has(field)]).toEqual([code, true]);
    const named = [...template.matchAll(/\{(value|other|detail)\}/gu)].map((match) => match[1] ?? '');
    expect([code, named.filter((name) => !(name in params))]).toEqual([code, []]);
  }
});
