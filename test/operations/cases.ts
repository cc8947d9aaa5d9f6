import { createHash } from 'node:crypto';
import { stableId } from '../../intake/identity.ts';

const catalog = (key: string): string => stableId('catalog', key);
const countyItem = (key: string, row: string): string => stableId('countyItem', catalog(key), row);

/** 特困人员救助供养金申请受理 in the implementation list of 青溪县, offered down to its villages. */
const CODE = '11880121116711525N4882008003001';
const COUNTY = '880121000000';
const ITEM = countyItem('880121-implementation', '880121-SS-0006');

/** The id of a link, as the database makes it from what it joins. */
const matchId = (kind: string, left: string, right: string): string =>
  `ma_${createHash('sha256').update(`${kind} ${left} ${right}`).digest('hex').slice(0, 22)}`;

/** Two items whose link waits for a person where only the characters of names are compared. */
export const DOUBTFUL = {
  left: countyItem('880121-directory', '880121-ML-0058'),
  right: stableId('referenceItem', catalog('reference'), '88203600100Y'),
} as const;

/** A run somebody has asked for and nobody has begun. */
export const WAITING_RUN = 'ru_waiting';

/** What each stored operation is asked with in the demonstration province, in the order of its file names. */
export const CASES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'adoption-by-links': { reference: catalog('reference'), region: COUNTY, first: 10 },
  'catalog-page': { catalog: catalog('880121-power'), first: 10 },
  'code-segments': { code: CODE },
  'compare-catalogs': { catalog: catalog('880121-implementation'), reference: catalog('reference'), first: 10 },
  counterparts: { region: COUNTY, first: 10 },
  coverage: { reference: catalog('reference'), by: 'REGION' },
  'coverage-behind': { reference: catalog('reference'), filter: { state: ['UNANSWERED'] }, first: 10 },
  'cross-levels': { code: CODE, first: 10 },
  'example-values': {},
  'find-items': { words: '养老 登记', first: 10 },
  findings: { region: COUNTY, first: 10 },
  'guide-by-code': { code: CODE },
  // Those that rest on no link: a link would change with every training of the engine.
  indicators: { region: COUNTY, codes: ['ONE_VISIT_AT_MOST', 'LIMIT_REDUCTION', 'IMMEDIATE'], first: 10 },
  'item-at-release': { number: 1, item: stableId('referenceItem', catalog('reference'), '881008001001') },
  'item-in-full': { item: ITEM, first: 10 },
  'items-by-topic': { region: COUNTY, topic: '社会保障', first: 10 },
  labels: {},
  'level-totals': { level: 'VILLAGE' },
  'lists-of-region': { region: COUNTY, first: 10 },
  'match-in-full': { match: matchId('REFERENCE', DOUBTFUL.left, DOUBTFUL.right) },
  'match-quality': { by: 'REGION' },
  'match-queue': { region: COUNTY, first: 10 },
  'match-queue-groups': { first: 10 },
  'match-runs': { first: 10 },
  'object-by-id': { id: catalog('880121-power') },
  'problems-of-list': { catalog: catalog('880121-implementation'), first: 10 },
  'region-neighbourhood': { region: COUNTY },
  'region-roots': {},
  regions: { parent: COUNTY, first: 10 },
  releases: { first: 10 },
  'run-progress': { run: WAITING_RUN },
  'services-of-village': { region: '880121100200', first: 10 },
  'township-sources': { code: CODE, first: 10 },
  // The first of several would change with every training of the engine; what bears the same name does not.
  'try-names': {
    best: 1,
    against: catalog('reference'),
    items: [{ name: '特困人员救助供养金给付', region: COUNTY }, { name: '户口出生登记' }],
  },
  'unmatched-items': { region: COUNTY, first: 10 },
  'what-is-loaded': {},
  'who-offers': { basicCode: '882008003001', first: 10 },
};
