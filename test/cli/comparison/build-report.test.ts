import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../cli/comparison/build-report.ts';
import { OWN_STATES } from '../../../cli/comparison/report.ts';
import { compareAuthority } from '../../../comparison/compare-authority.ts';
import { authorityOf, limit, type Place } from '../../comparison/rules/place.ts';

const reportOn = (place: Place, ...chosen: readonly string[]) =>
  buildReport(authorityOf(place), {
    release: 1,
    publishedAt: '2026-05-31T16:00:00.000Z',
    choice: {
      regionCode: '880121000000',
      level: place.towns === undefined ? 'COUNTY' : 'TOWNSHIP',
      ...(chosen.length === 0 ? {} : { catalogIds: new Set(chosen) }),
    },
    filter: {},
  });

const found = (...asked: Parameters<typeof reportOn>) => reportOn(...asked).findings;

/** Rule, item and what stands beside it. */
const heads = (...asked: Parameters<typeof found>) =>
  found(...asked).map(({ rule, item, other }) => [rule, item?.id, other && `${other.list} ${other.id}`]);

const COUNTY = { exerciseLevels: ['COUNTY'] };

describe('a township beside one of two county lists', () => {
  const place: Place = {
    service: [{ id: 's', name: '高龄津贴申领', ownCode: '11', promisedLimit: limit(5) }],
    directory: [{ id: 'd', name: '临时救助申请', ownCode: '22' }],
    towns: [
      { id: 'coded', name: '临时救助申请', source: 'd', sourceItemCode: '22' },
      { id: 'miscoded', name: '临时救助申请', source: 'd', sourceItemCode: '99' },
      { id: 'renamed', name: '高龄津贴发放', source: 's', sourceItemCode: '11' },
      { id: 'waits', name: '临时救助', source: 'd?' },
    ],
  };
  const codes = (...chosen: readonly string[]) =>
    found(place, ...chosen)
      .filter(({ rule, field }) => rule === 'CMP_19' && field === 'sourceItemCode')
      .map(({ item }) => item?.id);

  test('a code that stands on the other county list exists', () => {
    expect(codes('towns', 'service')).toEqual(['miscoded']);
    expect(codes('towns', 'directory')).toEqual(codes());
  });

  test('texts are measured against the chosen list only; a source that waits is told wherever it stands', () => {
    expect(heads(place, 'towns', 'service')).toEqual([
      ['CMP_19', 'miscoded', 'directory d'],
      ['CMP_19', 'renamed', 'service s'],
      ['CMP_19', 'waits', 'directory d'],
    ]);
    expect(heads(place, 'towns', 'directory').map(([, id]) => id)).toEqual(['miscoded', 'waits']);
  });
});

test('a township beside the reference is told what its authority is told, and not what copies are not asked', () => {
  const place: Place = {
    reference: [
      { id: 'r', name: '高龄津贴申领', code: '1', ...COUNTY },
      { id: 'owed', exerciseLevels: ['TOWNSHIP'] },
    ],
    directory: [{ id: 'd', name: '高龄津贴申领', of: 'r' }],
    towns: [{ id: 't', name: '高龄补贴申领', code: '2', of: 'r' }],
  };
  const whole = compareAuthority(authorityOf(place)).findings.map(({ rule, itemId }) => [rule, itemId]);
  const told = heads(place, 'towns', 'reference').map(([rule, id]) => [rule, id]);
  expect(told.toSorted()).toEqual(whole.toSorted());
  expect(told).toEqual(expect.arrayContaining([['CMP_05', 't']]));
  expect(told.filter(([rule]) => rule === 'CMP_02' || rule === 'CMP_04')).toEqual([]);
  // Without county lists there is nothing to copy from: it answers to the reference.
  const { directory: _, ...alone } = place;
  expect(heads(alone, 'towns', 'reference')).toEqual(
    expect.arrayContaining([
      ['CMP_02', undefined, 'reference owed'],
      ['CMP_04', 't', 'reference r'],
    ]),
  );
});

describe('another item that only explains loses no finding', () => {
  test('who says that nobody applies, on a list that is not chosen', () => {
    const place: Place = {
      reference: [{ id: 'r', ...COUNTY }],
      power: [{ id: 'p', of: 'r', serviceMode: 'EX_OFFICIO' }],
      directory: [{ id: 'd', of: 'r' }],
    };
    expect(heads(place, 'directory', 'reference')).toEqual(
      expect.arrayContaining([['CMP_24', 'd', 'power p']]),
    );
  });

  test('what may be the missing item, on another list of the kind', () => {
    const place: Place = {
      power: [{ id: 'p' }],
      directory: [{ id: 'other' }],
      implementation: [{ id: 'i', twin: 'p?' }],
    };
    expect(heads(place, 'power', 'directory')).toEqual(
      expect.arrayContaining([['CMP_22', 'p', 'implementation i']]),
    );
  });

  test('what an item may stand for, in another reference catalog', () => {
    const place: Place = {
      reference: [{ id: 'r', ...COUNTY }],
      second: [{ id: 'r2', ...COUNTY }],
      service: [{ id: 's', type: 'PUBLIC_SERVICE', of: 'r?' }],
    };
    expect(heads(place, 'service', 'second')).toEqual(
      expect.arrayContaining([['CMP_01', 's', 'reference r']]),
    );
  });
});

test('nothing is told of what is between lists that are not chosen', () => {
  const place: Place = {
    reference: [{ id: 'r', ...COUNTY }],
    second: [{ id: 'r2', ...COUNTY, department: '纵横省公安厅' }],
    power: [{ id: 'p', of: 'r' }],
    service: [{ id: 's', name: 'p', of: 'r' }],
  };
  // On both lists (CMP-20), and owed to the other catalog by a department nobody hears of (CMP-02, CMP-27).
  expect(heads(place).map(([rule]) => rule)).toEqual(expect.arrayContaining(['CMP_02', 'CMP_20', 'CMP_27']));
  expect(heads(place, 'power', 'reference').map(([rule]) => rule)).toEqual(['CMP_04']);
  expect(heads(place, 'service', 'power').map(([rule]) => rule)).toEqual(['CMP_20']);
  expect(heads(place, 'power', 'power')).toEqual([]);
});

describe('what departments have to do', () => {
  const place: Place = {
    reference: [
      { id: 'r', ...COUNTY, department: '纵横省民政厅' },
      { id: 'edu', ...COUNTY, department: '纵横省教育厅', code: 'e' },
      { id: 'sub', ...COUNTY, department: '纵横省教育厅', mainItemCode: 'e' },
      { id: 'sport', ...COUNTY, department: '纵横省体育局' },
      { id: 'police', ...COUNTY, department: '纵横省公安厅' },
      { id: 'who', ...COUNTY, department: '' },
    ],
    power: [
      { id: 'p', of: 'r' },
      { id: 'waits', of: 'sport?', department: '青溪县教科体局' },
      { id: 'q', department: '青溪县教科体局' },
    ],
    service: [{ id: 's', of: 'r' }],
  };
  const { departments, coverage, findings } = reportOn(place);
  const of = (list: string) => departments.filter((line) => line.list === list);

  test('a joint office answers for each of its functions, and what nobody here is for stands for itself', () => {
    expect(
      of('power').map(({ department, listDepartments, referenceDepartments, states, mains }) => [
        department,
        listDepartments,
        referenceDepartments,
        states.UNANSWERED,
        mains,
      ]),
    ).toEqual([
      ['民政', ['青溪县民政局'], ['纵横省民政厅'], 0, 0],
      ['教育、科学技术、体育', ['青溪县教科体局'], ['纵横省教育厅', '纵横省体育局'], 2, 1],
      ['公安', [], ['纵横省公安厅'], 1, 0],
      ['', [], [''], 1, 0],
    ]);
  });

  test('the lines sum to the states of the items and to the findings', () => {
    for (const { list, items, mains, own, listItems } of coverage) {
      const lines = of(list.key);
      const sum = (count: (line: (typeof lines)[number]) => number) =>
        lines.reduce((total, line) => total + count(line), 0);
      expect(sum(({ states }) => Object.values(states).reduce((one, other) => one + other))).toBe(
        items.length,
      );
      expect(sum((line) => line.mains)).toBe(mains);
      for (const state of OWN_STATES) {
        expect(sum(({ ownStates }) => ownStates[state])).toBe(own[state]);
        expect(listItems.filter((item) => item.state === state)).toHaveLength(own[state]);
      }
    }
    expect(
      departments.flatMap((line) => Object.values(line.findings)).reduce((one, other) => one + other),
    ).toBe(findings.length);
  });

  test('every item of a list stands once, with what it is linked to', () => {
    const [power] = coverage;
    expect(
      power?.listItems.map(({ item, state, by, waiting }) => [
        item.id,
        state,
        by.map((one) => one.item.id),
        waiting.map((one) => one.item.id),
      ]),
    ).toEqual([
      ['p', 'ADAPTED', ['r'], []],
      ['waits', 'WAITING', [], ['sport']],
      ['q', 'EXTRA', [], []],
    ]);
  });
});
