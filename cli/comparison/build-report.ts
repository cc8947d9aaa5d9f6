import { SEVERITIES } from '../../catalog/problems.ts';
import type { Adopter } from '../../comparison/adoption.ts';
import type { Authority } from '../../comparison/authority.ts';
import { compareAuthority, type ListResult } from '../../comparison/compare-authority.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import { type Finding, RULE_CODES, type RuleCode } from '../../comparison/finding.ts';
import { waitingLocal } from '../../comparison/rules/waiting.ts';
import type { Choice } from './chosen-lists.ts';
import { type Counted, departmentLines, holderOf } from './departments.ts';
import { keepsFinding, keepsItem } from './filter.ts';
import { itemHeads, linkHead, listHead } from './heads.ts';
import { limitsOf } from './limits.ts';
import { differingOf, listItems } from './list-items.ts';
import type { NotMatched } from './matched-lists.ts';
import { countedStates } from './own-counts.ts';
import { pairingsOf } from './pairings.ts';
import type {
  Answer,
  ComparisonFilter,
  ComparisonReport,
  Coverage,
  CoverageItem,
  ItemHead,
  ReportFinding,
} from './report.ts';
import { exerciseWords } from './words.ts';

/** The chosen references first: what concerns a list alone is told beside the first of them. */
const withFirst = (authority: Authority, references: readonly ComparedList[]): Authority => ({
  ...authority,
  references: [...references, ...authority.references.filter((one) => !references.includes(one))],
});

/** The rules whose other item may stand on any list: it may be what is missing, or it is who says so. */
const EXPLAINED: readonly RuleCode[] = ['CMP_01', 'CMP_24'];

/**
 * Whether a finding names another item only to explain itself: who says so, what may be what is missing, which source
 * was found in spite of its code. Nothing is measured against that item.
 */
const onlyExplains = ({ rule, wantedKind, drift }: Finding): boolean =>
  EXPLAINED.includes(rule) || wantedKind !== undefined || (rule === 'CMP_19' && drift === undefined);

/** Whether a finding is between chosen lists: its own list, what it is measured against, and where it is missed. */
const betweenTest = (authority: Authority, lists: readonly ComparedList[]) => {
  const ids = new Set(lists.map(({ catalogId }) => catalogId));
  const kinds = new Set(lists.map(({ kind }) => kind));
  return (finding: Finding): boolean => {
    const { catalogId, otherId, wantedKind } = finding;
    const other = otherId === undefined ? undefined : authority.item(otherId)?.catalogId;
    return (
      (catalogId === undefined || ids.has(catalogId)) &&
      (otherId === undefined || onlyExplains(finding) || (other !== undefined && ids.has(other))) &&
      (wantedKind === undefined || kinds.has(wantedKind))
    );
  };
};

/** Errors first, each kind as its lists go, so that a reader can follow with a finger. */
const inListOrder = (authority: Authority, findings: readonly Finding[]): readonly Finding[] => {
  const ordinals = new Map(
    findings.map((finding) => {
      const id = finding.itemId ?? finding.otherId;
      return [finding, (id === undefined ? undefined : authority.item(id))?.ordinal ?? 0] as const;
    }),
  );
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);
  return findings.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      RULE_CODES.indexOf(one.rule) - RULE_CODES.indexOf(other.rule) ||
      (ordinals.get(one) as number) - (ordinals.get(other) as number),
  );
};

const linkOf = ({ links }: Authority, { itemId, otherId }: Finding): ComparedLink | undefined => {
  if (itemId === undefined || otherId === undefined) return undefined;
  const kinds = ['REFERENCE', 'COUNTERPART', 'SOURCE'] as const;
  return kinds
    .flatMap((kind) => [...links.from(kind, itemId), ...links.to(kind, itemId)])
    .find(({ leftId, rightId }) => leftId === otherId || rightId === otherId);
};

const answerOf =
  (head: (item: ComparedItem) => ItemHead, list: ComparedList) =>
  (adopter: Adopter): Answer => ({
    item: head(adopter.item),
    isElsewhere: adopter.item.catalogId !== list.catalogId,
    link: linkHead(adopter.link),
    ...(adopter.main === undefined ? {} : { main: head(adopter.main) }),
    differing: differingOf(adopter),
  });

/** A list beside a reference, and everything in that by departments. */
interface Covered {
  readonly coverage: Coverage;
  readonly counted: readonly Counted[];
}

const coveredOf = (
  authority: Authority,
  head: (item: ComparedItem) => ItemHead,
  keeps: (item: ItemHead) => boolean,
  result: ListResult,
): Covered => {
  const { list, catalog, comparison } = result;
  const own = listItems(authority, head, result).filter(({ told }) => keeps(told.item));
  const mains = comparison.mains.filter((item) => keeps(head(item)));
  const rows = comparison.rows
    .map(({ reference, adoption }) => {
      const waiting =
        adoption.state === 'UNANSWERED' ? waitingLocal(authority, reference.id, list)?.item : undefined;
      const item: CoverageItem = {
        reference: head(reference),
        exerciseLevels: exerciseWords(reference.elements['exerciseLevels']),
        state: adoption.state,
        ...(adoption.reason === undefined ? {} : { reason: adoption.reason }),
        by: adoption.by.map(answerOf(head, list)),
        ...(waiting === undefined ? {} : { waiting: head(waiting) }),
      };
      return { reference, item };
    })
    .filter(({ item: { reference, by } }) => keeps(reference) || by.some(({ item }) => keeps(item)));
  const place = { list: list.key, reference: catalog.key };
  return {
    coverage: {
      list: listHead(list),
      reference: listHead(catalog),
      mains: mains.length,
      own: countedStates(own.map(({ told }) => told.state)),
      items: rows.map(({ item }) => item),
      listItems: own.map(({ told }) => told),
    },
    counted: [
      ...own.map(({ item, told }): Counted => ({ ...place, kind: 'OWN', holder: item, state: told.state })),
      ...rows.map(
        ({ reference, item }): Counted => ({
          ...place,
          kind: 'REFERENCE',
          holder: reference,
          state: item.state,
        }),
      ),
      ...mains.map((holder): Counted => ({ ...place, kind: 'MAIN', holder })),
    ],
  };
};

/** A finding with the items and the link it speaks of by their names. */
const reportFinding =
  (authority: Authority, head: (item: ComparedItem) => ItemHead, keys: ReadonlyMap<string, string>) =>
  (finding: Finding): ReportFinding => {
    const { itemId, otherId, catalogId, linkId: _, ...rest } = finding;
    const item = itemId === undefined ? undefined : authority.item(itemId);
    const other = otherId === undefined ? undefined : authority.item(otherId);
    const link = linkOf(authority, finding);
    const list = catalogId === undefined ? undefined : keys.get(catalogId);
    return {
      ...rest,
      ...(list === undefined ? {} : { list }),
      ...(item === undefined ? {} : { item: head(item) }),
      ...(other === undefined ? {} : { other: head(other) }),
      ...(link === undefined ? {} : { link: linkHead(link) }),
    };
  };

export interface ReportAsked {
  readonly release: number;
  readonly publishedAt: string;
  readonly choice: Choice;
  readonly filter: ComparisonFilter;
  /** Lists whose links are not those of their texts. */
  readonly unmatched?: readonly NotMatched[];
}

/**
 * The report of what is chosen of an authority, with the findings and items that the filter lets through. The whole of
 * the authority is compared and only what is shown is chosen: what rests on another of its lists is owed on none, and
 * what a list is told does not hang on what it is laid beside.
 */
export function buildReport(whole: Authority, asked: ReportAsked): ComparisonReport {
  const { release, publishedAt, choice, filter, unmatched = [] } = asked;
  const isChosen = ({ catalogId }: ComparedList) => choice.catalogIds?.has(catalogId) ?? true;
  const references = whole.references.filter(isChosen);
  const sources = whole.sources.filter(isChosen);
  const authority = withFirst(whole, references);
  const own = authority.lists.filter(isChosen);
  const lists = [...own, ...references, ...sources];
  // A list beside itself differs in nothing, whatever else is amiss with it.
  const isItself = choice.catalogIds?.size === 1;
  const all = [...authority.lists, ...authority.references, ...authority.sources];
  const head = itemHeads(all);
  const keys = new Map(all.map(({ catalogId, key }) => [catalogId, key]));
  const compared = compareAuthority(authority, references);
  const between = compared.findings.filter(betweenTest(authority, lists));
  const keeps = keepsItem(filter, authority);
  const shown = compared.lists.filter(({ list }) => isChosen(list));
  const covered = shown.map((result) => coveredOf(authority, head, keeps, result));
  const isPaired = choice.catalogIds !== undefined && references.length === 0;
  const isKept = keepsFinding(filter, authority);
  const told = (isItself ? [] : inListOrder(authority, between))
    .map((finding) => ({ finding, told: reportFinding(authority, head, keys)(finding) }))
    .filter((one) => isKept(one.told));
  // What is found of a list is counted beside the first reference it stands beside.
  const placeOf = (list = '') => ({
    list,
    reference: covered.find(({ coverage }) => coverage.list.key === list)?.coverage.reference.key ?? '',
  });
  return {
    release,
    publishedAt,
    day: authority.today,
    lists: [...own, ...sources].map(listHead),
    references: references.map(listHead),
    filter,
    limits: limitsOf(authority, shown, unmatched),
    findings: told.map((one) => one.told),
    coverage: covered.map(({ coverage }) => coverage),
    departments: departmentLines([
      ...covered.flatMap(({ counted }) => counted),
      ...told.map(
        (one): Counted => ({
          ...placeOf(one.told.list),
          kind: 'FINDING',
          holder: holderOf(authority, one.finding),
          severity: one.finding.severity,
        }),
      ),
    ]),
    pairings: isPaired ? pairingsOf(authority, [...own, ...sources], head, keeps) : [],
  };
}
