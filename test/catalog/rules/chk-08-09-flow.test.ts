import { describe, expect, test } from 'vitest';
import { CHK_08_SITE_VISIT_TAKES_TIME } from '../../../catalog/rules/chk-08-site-visit-takes-time.ts';
import { CHK_09_CORE_STEPS } from '../../../catalog/rules/chk-09-core-steps.ts';
import { aRecord, codesOf, limit } from './handling-record.ts';

describe('CHK-08', () => {
  test.each([
    ['4w', ['CHK_08']],
    ['5w', []],
    ['0w', ['CHK_08']],
    ['4d', ['CHK_08']],
    ['5d', []],
    ['119h', ['CHK_08']],
    ['120h', []],
    ['1m', []],
    ['1y', []],
    ['0m', ['CHK_08']],
    ['无', []],
  ])('a site visit within %s', (promised, expected) => {
    const item = { promisedLimit: limit(promised) };
    const guide = { handleFlow: '受理；现场勘查；决定' };
    expect(codesOf(CHK_08_SITE_VISIT_TAKES_TIME, { item, guide })).toEqual(expected);
  });

  const item = { promisedLimit: limit('3w') };

  test.each([
    ['现场勘验后作出决定', ['CHK_08']],
    ['实地核查', ['CHK_08']],
    ['受理、组织人员现场踏勘、审批', ['CHK_08']],
    ['受理；无需现场勘查；决定', []],
    ['受理，不再进行现场核查', []],
    ['不需要现场勘查', []],
    ['无需现场核查；特殊情况现场勘查', ['CHK_08']],
    ['受理；现场领取', []],
    ['', []],
  ])('%s in three working days', (handleFlow, expected) =>
    expect(codesOf(CHK_08_SITE_VISIT_TAKES_TIME, { item, guide: { handleFlow } })).toEqual(expected),
  );

  test('a step or the mark of the list says so as well', () => {
    const blocks = { steps: [{ name: '受理' }, { name: '现场勘查' }] };
    expect(codesOf(CHK_08_SITE_VISIT_TAKES_TIME, { item, blocks })).toEqual(['CHK_08']);
    const marked = (involvesSiteInspection: boolean) =>
      CHK_08_SITE_VISIT_TAKES_TIME.find(aRecord({ item: { ...item, involvesSiteInspection } }));
    expect(marked(true)).toEqual([
      {
        code: 'CHK_08',
        field: 'promisedLimit',
        title: '承诺办结时限',
        value: '3 个工作日',
        other: '现场勘验',
      },
    ]);
    expect(marked(false)).toEqual([]);
  });

  test.each([
    [{ name: '现场勘验', isCounted: false }, []],
    [{ name: '现场勘验', isCounted: true }, ['CHK_08']],
    [{ name: '现场勘验' }, ['CHK_08']],
    [{ name: '专家评审', isCounted: false }, ['CHK_08']],
  ])('a special link %o', (link, expected) => {
    const guide = { handleFlow: '受理；现场勘查' };
    expect(codesOf(CHK_08_SITE_VISIT_TAKES_TIME, { item, guide, blocks: { specialLinks: [link] } })).toEqual(
      expected,
    );
  });
});

describe('CHK-09', () => {
  const missing = (handleFlow: string, more = {}) =>
    CHK_09_CORE_STEPS.find(aRecord({ guide: { handleFlow }, ...more })).map(({ detail }) => detail);

  test.each([
    ['申请—受理—审查—决定—送达', []],
    ['1.收件；2.核验；3.审批；4.领证', []],
    ['窗口接件，科室初审，领导签批，发证', []],
    ['申请—审查—决定—送达', ['受理']],
    ['受理—决定—送达', ['审核（审查）']],
    ['受理—审查—送达', ['决定（审批）']],
    ['受理—审查—决定', ['办结、送达']],
    ['受理', ['审核（审查）、决定（审批）、办结、送达']],
    // A decision to accept is not the decision, and a word on missing papers is not the result.
    ['作出受理决定；审查；送达', ['决定（审批）']],
    ['受理（不予受理）决定、审核、批准、一次性告知补正', ['办结、送达']],
    ['受理；审核；决定；邮寄申请材料', ['办结、送达']],
    ['受理；审核；决定；告知申请人结果', []],
    ['受理；审核；决定；出具准予许可决定书', []],
    ['详见流程图', []],
    ['见附件', []],
    ['https://zwfw.example/flow', []],
    ['flow.png', []],
    ['办理流程图', []],
    ['流程图', []],
    ['参照省厅流程', []],
    ['请查看附件', []],
    ['查看附件', []],
    ['流程.jpg', []],
    ['流程.JPEG', []],
    ['流程.doc', []],
    ['流程.docx', []],
    ['流程.xls', []],
    ['http://zwfw.example/flow', []],
    // Words beside a pointer are judged.
    ['受理，详见流程图后审查、决定', ['办结、送达']],
    ['受理、审查（https://zwfw.example）', ['决定（审批）、办结、送达']],
    ['https://zwfw.example 受理', ['审核（审查）、决定（审批）、办结、送达']],
    ['受理.docx后审查、决定', ['办结、送达']],
    ['按照办理流程图受理、审查、决定', ['办结、送达']],
    ['流程图：受理、审查、决定', ['办结、送达']],
    ['受理、不予受理的决定；审查；送达', ['决定（审批）']],
    ['受理或者不予受理决定；审查；送达', ['决定（审批）']],
    ['受理（不予受理）决定；审查；送达', ['决定（审批）']],
    ['受理后由科室决定；审查；送达', []],
    ['', []],
  ])('%s lacks %j', (handleFlow, expected) => expect(missing(handleFlow)).toEqual(expected));

  test('steps and other flows count', () => {
    const blocks = { steps: [{ name: '决定' }, { name: '送达' }] };
    expect(missing('受理—审查', { blocks })).toEqual([]);
    const guide = { handleFlow: '受理—审查', onlineFlow: '审批后在网上办结' };
    expect(codesOf(CHK_09_CORE_STEPS, { guide })).toEqual([]);
    expect(codesOf(CHK_09_CORE_STEPS, { blocks })).toEqual(['CHK_09']);
  });

  test.each([
    ['a public service', { family: 'publicService', itemType: 'PUBLIC_SERVICE' }, []],
    ['a type without a family', { family: undefined, itemType: 'PUNISHMENT' }, []],
    ['a case done on the spot', { item: { caseType: 'IMMEDIATE' } }, []],
    ['a limit of zero', { item: { promisedLimit: limit('0w') } }, []],
    ['a limit of a day', { item: { promisedLimit: limit('1w') } }, ['审核（审查）、决定（审批）']],
  ] as const)('%s needs only its end', (_label, more, expected) => {
    expect(missing('申请—受理—办结', more)).toEqual(expected);
    const all = expected.length > 0 ? ['审核（审查）、决定（审批）、办结、送达'] : ['办结、送达'];
    expect(missing('受理', more)).toEqual(all);
  });

  const WHOLE = '受理—审查—决定—送达';
  test.each([
    ['a licence in words where the list has steps', { columns: ['steps'] }, ['CHK_09_TABLE']],
    ['a licence in a list without steps', {}, []],
    ['a licence with steps', { blocks: { steps: [{ name: '受理' }] } }, []],
    ['another type', { columns: ['steps'], itemType: 'CONFIRMATION' }, []],
  ])('%s', (_label, more, expected) =>
    expect(codesOf(CHK_09_CORE_STEPS, { guide: { handleFlow: WHOLE }, ...more })).toEqual(expected),
  );
});
