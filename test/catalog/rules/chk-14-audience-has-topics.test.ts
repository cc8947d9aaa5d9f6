import { expect, test } from 'vitest';
import { CHK_14_AUDIENCE_HAS_TOPICS } from '../../../catalog/rules/chk-14-audience-has-topics.ts';
import { aRecord } from './handling-record.ts';

const NATURAL = ['NATURAL_025'];
const LEGAL = ['LEGAL_010'];
const BOTH = ['naturalPersonTopics', 'legalPersonTopics'];

const found = (item: Record<string, unknown>, columns: readonly string[] = BOTH) =>
  CHK_14_AUDIENCE_HAS_TOPICS.find(aRecord({ item, columns })).map(({ code, field }) => `${code} ${field}`);

test.each([
  ['persons with topics', ['NATURAL_PERSON'], NATURAL, undefined, []],
  ['persons without', ['NATURAL_PERSON'], undefined, undefined, ['CHK_14 naturalPersonTopics']],
  ['persons with an empty list', ['NATURAL_PERSON'], [], undefined, ['CHK_14 naturalPersonTopics']],
  ['enterprises with topics', ['ENTERPRISE'], undefined, LEGAL, []],
  ['enterprises without', ['ENTERPRISE'], undefined, undefined, ['CHK_14 legalPersonTopics']],
  ['institutions without', ['PUBLIC_INSTITUTION'], undefined, undefined, ['CHK_14 legalPersonTopics']],
  ['social bodies without', ['SOCIAL_ORGANISATION'], undefined, undefined, ['CHK_14 legalPersonTopics']],
  ['partnerships without', ['UNINCORPORATED_ENTERPRISE'], undefined, undefined, ['CHK_14 legalPersonTopics']],
  ['法人 without', ['LEGAL_PERSON'], undefined, undefined, ['CHK_14 legalPersonTopics']],
  ['both with both', ['NATURAL_PERSON', 'ENTERPRISE'], NATURAL, LEGAL, []],
  ['both with one', ['NATURAL_PERSON', 'ENTERPRISE'], NATURAL, undefined, ['CHK_14 legalPersonTopics']],
  [
    'both with none',
    ['NATURAL_PERSON', 'ENTERPRISE'],
    undefined,
    undefined,
    ['CHK_14 naturalPersonTopics', 'CHK_14 legalPersonTopics'],
  ],
  ['organs need none', ['GOVERNMENT_ORGAN'], undefined, undefined, []],
  ['organs may have some', ['GOVERNMENT_ORGAN'], undefined, LEGAL, []],
  ['other organisations may have some', ['OTHER_ORGANISATION'], undefined, LEGAL, []],
  [
    'enterprises with topics for persons',
    ['ENTERPRISE'],
    NATURAL,
    LEGAL,
    ['CHK_14_AUDIENCE naturalPersonTopics'],
  ],
  [
    'persons with topics for legal persons',
    ['NATURAL_PERSON'],
    NATURAL,
    LEGAL,
    ['CHK_14_AUDIENCE legalPersonTopics'],
  ],
  ['no audience stated', undefined, NATURAL, undefined, []],
])('%s', (_label, serviceObjects, naturalPersonTopics, legalPersonTopics, expected) =>
  expect(found({ serviceObjects, naturalPersonTopics, legalPersonTopics })).toEqual(expected),
);

test.each([
  ['a list without topics', { serviceObjects: ['NATURAL_PERSON'] }, []],
  [
    'a list with topics for legal persons only',
    { serviceObjects: ['NATURAL_PERSON'] },
    ['legalPersonTopics'],
  ],
])('%s is no gap of each row', (_label, item, columns) => expect(found(item, columns)).toEqual([]));

test.each([
  ['naturalPersonTopics', { serviceObjects: ['NATURAL_PERSON'] }],
  [
    'serviceObjects',
    { serviceObjects: ['ENTERPRISE'], naturalPersonTopics: NATURAL, legalPersonTopics: LEGAL },
  ],
])('a cell of %s that no code list knows was flagged already', (element, item) => {
  expect(found(item)).not.toEqual([]);
  expect(found({ ...item, unrecognised: [{ element, raw: '其他说法' }] })).toEqual([]);
});

test.each(['localNaturalPersonTopics', 'naturalPersonFocus'])('%s count as topics', (element) =>
  expect(found({ serviceObjects: ['NATURAL_PERSON'], [element]: ['老年人'] })).toEqual([]),
);
