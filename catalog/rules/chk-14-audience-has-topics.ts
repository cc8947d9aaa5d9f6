import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { hasColumn, isUnread, symbolsOf } from './record-values.ts';

/** Who may have topics for legal persons, and who must: organs and unnamed organisations need not. */
const LEGAL_PERSONS = [
  'LEGAL_PERSON',
  'ENTERPRISE',
  'PUBLIC_INSTITUTION',
  'SOCIAL_ORGANISATION',
  'UNINCORPORATED_ENTERPRISE',
];
const OTHERS = ['GOVERNMENT_ORGAN', 'OTHER_ORGANISATION'];

const AUDIENCES = [
  {
    audience: '自然人',
    owners: ['NATURAL_PERSON'],
    allowed: ['NATURAL_PERSON'],
    element: 'naturalPersonTopics',
    local: ['localNaturalPersonTopics', 'naturalPersonFocus'],
    title: '面向自然人事项主题分类',
  },
  {
    audience: '法人',
    owners: LEGAL_PERSONS,
    allowed: [...LEGAL_PERSONS, ...OTHERS],
    element: 'legalPersonTopics',
    local: ['localLegalPersonTopics', 'legalPersonFocus'],
    title: '面向法人事项主题分类',
  },
] as const;

type Code = 'CHK_14' | 'CHK_14_AUDIENCE';

const SOURCE = '温州市事项信息核查规则；GB/T 39046-2020 第 34、37、38 项';

const hasTopics = ({ item }: CheckedItem, elements: readonly string[]): boolean =>
  elements.some((element) => symbolsOf(item, element).length > 0);

/** Natural persons among the audience and topics for natural persons go together, and likewise for legal persons. */
export const CHK_14_AUDIENCE_HAS_TOPICS = defineCheck<Code>({
  problems: {
    CHK_14: {
      severity: 'ERROR',
      template: '服务对象包括{value}，但“{title}”是空的。请选择主题，或者核对服务对象。',
      source: SOURCE,
    },
    CHK_14_AUDIENCE: {
      severity: 'ERROR',
      template: '填有“{title}”，但服务对象不包括{value}。请核对服务对象，或者删去主题。',
      source: SOURCE,
    },
  },
  find: (record) => {
    const objects = symbolsOf(record.item, 'serviceObjects');
    if (objects.length === 0 || isUnread(record, 'serviceObjects')) return [];
    return AUDIENCES.flatMap(
      ({ audience, owners, allowed, element, local, title }): readonly Finding<Code>[] => {
        if (!hasColumn(record, element) || isUnread(record, element)) return [];
        const place = { field: element, title, value: audience };
        const topics = hasTopics(record, [element, ...local]);
        if (!topics && objects.some((each) => (owners as readonly string[]).includes(each))) {
          return [{ code: 'CHK_14', ...place }];
        }
        const served = objects.some((each) => (allowed as readonly string[]).includes(each));
        return topics && !served ? [{ code: 'CHK_14_AUDIENCE', ...place }] : [];
      },
    );
  },
});
