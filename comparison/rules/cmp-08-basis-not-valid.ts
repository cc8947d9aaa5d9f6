import { type CeasedLaw, ceasedLaw } from '../../catalog/law-states.ts';
import { type LegalBasis, parseLegalBases } from '../../catalog/legal-basis.ts';
import type { LinkKind } from '../../catalog/link-kinds.ts';
import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import { elementParts, textOf } from '../element-parts.ts';
import { elementValue } from '../element-value.ts';
import type { Finding } from '../finding.ts';
import { remembered } from '../remembered.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';

const ELEMENT = 'legalBasisText';

/** A basis as its row in the exchange tables has it, or as it is read from the text. */
type StatedBasis = LegalBasis & { readonly effectiveDate?: string };

const basesOf = ({ elements }: ComparedItem): readonly StatedBasis[] => {
  const value = elementValue(elements, ELEMENT);
  return Array.isArray(value) ? (value as readonly StatedBasis[]) : basesInText(textOf(value));
};

const basesInText = remembered(parseLegalBases);

/** 办法, 规定 and the like are rules of departments or governments, known by their order; 意见 and 通知 by their number. */
const KNOWN_BY_NUMBER = /(?:办法|规定|细则|规则|规程|意见|通知|方案|纲要|规划|通告|公告)$/u;
const KNOWN_BY_CLAUSE = /(?:法|法典|条例|规定|办法|细则|规则)$/u;

const plainName = ({ lawName = '' }: LegalBasis): string => lawName.replace(/\s*[(（][^()（）]*[)）]/gu, '');

/** 内蒙古自治区实施〈土地管理法〉办法: people's congresses carry out a law by such rules, which have no number. */
const OF_A_CONGRESS = /实施[<〈《].+[>〉》]/u;

/** What a basis can lack in form, and how it is said. */
const GAPS: readonly { readonly says: string; readonly action: string; readonly isGap: Gap }[] = [
  {
    says: '没有写到具体条款',
    action: '请补写第几条',
    isGap: (basis) => KNOWN_BY_CLAUSE.test(plainName(basis)) && basis.clauseNumber === undefined,
  },
  {
    says: '没有写文号',
    action: '请补写文号',
    isGap: (basis) =>
      KNOWN_BY_NUMBER.test(plainName(basis)) &&
      !OF_A_CONGRESS.test(plainName(basis)) &&
      basis.lawNumber === undefined,
  },
  {
    says: '没有写条款内容，同一事项的其他依据已经写明',
    action: '请补写条款内容',
    isGap: ({ clauseContent }, bases) =>
      clauseContent === undefined && bases.some((other) => other.clauseContent !== undefined),
  },
];

type Gap = (basis: StatedBasis, bases: readonly StatedBasis[]) => boolean;

/** Days as tables write them: 2026-8-1, 2026年8月1日, with or without a time. */
const dayOf = (text: string): string | undefined => {
  const [, year, month, day] = /^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})(?!\d)/u.exec(text) ?? [];
  return year && month && day && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const nameOf = ({ lawName, lawNumber }: LegalBasis): string =>
  lawName === undefined ? quoted(lawNumber ?? '') : `《${lawName}》`;

const basics = (item: ComparedItem) =>
  ({ rule: 'CMP_08', catalogId: item.catalogId, itemId: item.id, field: ELEMENT }) as const;

/** Of what was only repealed the day of the announcement is known, not always that from which it held. */
const sinceWhen = ({ successor, ceasedOn }: CeasedLaw): string =>
  successor === undefined ? '已经废止' : `自 ${ceasedOn} 起不再有效`;

const ceased = (authority: Authority, item: ComparedItem, basis: StatedBasis): readonly Finding[] => {
  const law = ceasedLaw(plainName(basis), authority.today);
  if (law === undefined) return [];
  const successor = law.successor === undefined ? {} : { expected: `《${law.successor}》` };
  return [
    {
      ...basics(item),
      severity: 'ERROR',
      actual: nameOf(basis),
      ...successor,
      message: `${quoted(item.name)}的设定依据${nameOf(basis)}${sinceWhen(law)}（${law.source}）`,
      action:
        law.successor === undefined
          ? '请核对事项是否随依据一并取消'
          : `请按《${law.successor}》重新核对依据和条款`,
    },
  ];
};

const notYet = (authority: Authority, item: ComparedItem, basis: StatedBasis): readonly Finding[] => {
  const effectiveDate = dayOf(basis.effectiveDate ?? '');
  if (effectiveDate === undefined || effectiveDate <= authority.today) return [];
  return [
    {
      ...basics(item),
      severity: 'WARNING',
      actual: nameOf(basis),
      message: `${quoted(item.name)}的设定依据${nameOf(basis)}到 ${effectiveDate} 才施行`,
      action: '请写明现行有效的依据，到施行日再更换',
    },
  ];
};

/** Gaps in form, of what the list states beyond its reference: what it took over from it is the reference's to mend. */
const incomplete = (
  authority: Authority,
  item: ComparedItem,
  bases: readonly StatedBasis[],
): readonly Finding[] => {
  const own = beyond(bases, linkedBy(authority, item, 'REFERENCE'));
  return GAPS.flatMap(({ says, action, isGap }): readonly Finding[] => {
    const names = own.filter((basis) => isGap(basis, bases)).map(nameOf);
    if (names.length === 0) return [];
    const shown = names.join('、');
    return [
      {
        ...basics(item),
        severity: 'WARNING',
        actual: shown,
        message: `${quoted(item.name)}的设定依据${shown}${says}`,
        action,
      },
    ];
  });
};

/** The bases that none of some items states. */
const beyond = (bases: readonly StatedBasis[], items: readonly ComparedItem[]): readonly StatedBasis[] => {
  const taken = new Set(items.flatMap(basesOf).flatMap(keysOf));
  return bases.filter((basis) => !keysOf(basis).every((key) => taken.has(key)));
};

const linkedBy = (
  { links, item: itemOf }: Authority,
  { id }: ComparedItem,
  kind: LinkKind,
): readonly ComparedItem[] =>
  links
    .from(kind, id)
    .filter(({ relation }) => relation !== 'RELATED')
    .flatMap(({ rightId }) => itemOf(rightId) ?? []);

const firstOfEach = (bases: readonly StatedBasis[]): readonly StatedBasis[] =>
  [...Map.groupBy(bases, (basis) => nameOf(basis))].flatMap(([, [first]]) => first ?? []);

const keysOf = (basis: StatedBasis): readonly string[] =>
  elementParts('lawAndArticle', [basis]).map(({ key }) => key);

/** 设定依据已废止、被取代、尚未施行，或者写得不完整。 */
export const basisNotValid: AuthorityRule = {
  code: 'CMP_08',
  title: '设定依据已废止、被取代或者尚未施行，缺条款号、条款内容或者文号',
  source: '依据调整随法律变动；标准汇编 4.3 CMP-08',
  severities: {
    ERROR: '依据已废止或者被取代',
    WARNING: '依据尚未施行；缺条款号、条款内容或者文号（照录参考目录的除外）',
  },
  check: (authority) =>
    authority.lists
      .flatMap(({ items }) => items)
      .filter(({ state }) => state !== 'CANCELLED')
      .flatMap((item) => {
        // What a township took over from the county, the county is told.
        const bases = beyond(basesOf(item), linkedBy(authority, item, 'SOURCE'));
        return [
          // A law cited for several articles is one law.
          ...firstOfEach(bases).flatMap((basis) => [
            ...ceased(authority, item, basis),
            ...notYet(authority, item, basis),
          ]),
          ...incomplete(authority, item, bases),
        ];
      }),
};
