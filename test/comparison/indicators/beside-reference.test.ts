import { describe, expect, test } from 'vitest';
import { figure, reasons, type Told } from './small-authority.ts';

describe('what is counted beside the reference', () => {
  const at = (...exerciseLevels: string[]) => ({ elements: { exerciseLevels } });

  test('CLAIMED counts reference items: any list answers, and what a person has yet to decide is left out', () => {
    const references: readonly Told[] = [
      ...['adopted', 'parted', 'rested', 'missing', 'waiting'].map((id) => ({ id, ...at('COUNTY') })),
      { id: 'of-province', ...at('PROVINCE') },
      { id: 'unsaid' },
      { id: 'old', state: 'CANCELLED', ...at('COUNTY') },
      { id: 'of-police', department: '纵横省公安厅', ...at('GRADED') },
    ];
    const found = figure(
      'CLAIMED',
      [
        { id: 'a', reference: 'adopted' },
        { id: 'b', reference: 'parted', relation: 'NARROWER' },
        { id: 'c', reference: 'waiting', isWaiting: true },
        { id: 'd', reference: 'of-police', relation: 'RELATED' },
      ],
      references,
      { PUBLIC_SERVICE: [{ id: 'e', reference: 'rested', state: 'SUSPENDED' }] },
    );
    expect(found.numeratorIds).toEqual(['adopted', 'parted', 'rested']);
    expect(found.denominatorIds).toEqual(['adopted', 'parted', 'rested', 'missing', 'of-police']);
    expect(reasons(found)).toEqual({
      CANCELLED: ['old'],
      LINK_WAITING: ['waiting'],
      NOT_AT_THIS_LEVEL: ['of-province'],
      NO_LEVEL_NAMED: ['unsaid'],
    });
  });

  test('FOUR_SAMES holds name, code, type and basis against the reference now; spelling is no difference', () => {
    const law = '《中华人民共和国老年人权益保障法》第三十三条';
    const same = { name: '高龄津贴（申领）', code: '442111001000', elements: { legalBasisText: law } };
    const one = (id: string, more: Partial<Told>): Told => ({ id, ...same, reference: 'r', ...more });
    const found = figure(
      'FOUR_SAMES',
      [
        one('same', {}),
        one('spelt', {
          name: '高龄津贴(申领)',
          elements: { legalBasisText: law.replace('中华人民共和国', '') },
        }),
        one('name', { name: '高龄补贴' }),
        one('code', { code: '442111009000' }),
        one('type', { type: 'PAYMENT' }),
        one('basis', { elements: { legalBasisText: '《某条例》第一条' } }),
        one('unread', { type: 'UNRECOGNISED' }),
        one('part', { relation: 'NARROWER' }),
        one('waits', { isWaiting: true }),
        { ...same, id: 'alone' },
      ],
      [{ id: 'r', ...same }],
    );
    expect(found.numeratorIds).toEqual(['same', 'spelt']);
    expect(found.denominatorIds).toEqual(['same', 'spelt', 'name', 'code', 'type', 'basis']);
    expect(reasons(found)).toEqual({
      NOT_STATED: ['unread'],
      NOT_LINKED: ['alone'],
      LINK_WAITING: ['waits'],
      PART_OF_REFERENCE: ['part'],
    });
  });

  test('FOUR_SAMES does not call alike what a list has no place for, and reads laws filed as rows', () => {
    const law = '《中华人民共和国老年人权益保障法》第三十三条';
    const own = (id: string, elements: Told['elements'] = {}): Told => ({
      ...{ id, name: '高龄津贴', code: '442111001000', reference: 'r', elements },
    });
    const references = [{ ...own('r', { legalBasisText: law }) }];
    const blanks = Array.from({ length: 20 }, (_, at) => own(`blank ${at}`));
    const few = figure('FOUR_SAMES', [own('stating', { legalBasisText: law }), ...blanks], references);
    expect([few.numeratorIds, few.denominatorIds]).toEqual([['stating'], ['stating']]);
    expect(reasons(few)).toEqual({ LIST_WITHOUT_ELEMENT: blanks.map(({ id }) => id) });
    const rows = { legalBases: [{ lawName: '中华人民共和国老年人权益保障法', clauseNumber: '第三十三条' }] };
    const filed = figure('FOUR_SAMES', [own('rows', rows), own('blank')], references);
    expect([filed.numeratorIds, filed.denominatorIds]).toEqual([['rows'], ['rows', 'blank']]);
  });

  test('FOUR_SAMES compares what the reference now states: what it leaves out differs from nothing', () => {
    const law = '《中华人民共和国老年人权益保障法》第三十三条';
    const found = figure(
      'FOUR_SAMES',
      [
        {
          id: 'kept',
          name: '高龄津贴',
          code: '442111001000',
          reference: 'r',
          elements: { legalBasisText: law },
        },
        {
          id: 'left out',
          name: '临时救助',
          code: '442111002000',
          reference: 'stating',
          elements: { legalBasisText: '' },
        },
      ],
      [
        { id: 'r', name: '高龄津贴', code: '442111001000' },
        { id: 'stating', name: '临时救助', code: '442111002000', elements: { legalBasisText: law } },
      ],
    );
    expect([found.numeratorIds, found.denominatorIds]).toEqual([['kept'], ['kept', 'left out']]);
  });
});
