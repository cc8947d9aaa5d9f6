import type { Authority } from '../authority.ts';
import { bySurety, type ComparedItem, type ComparedLink, type ComparedList } from '../compared-item.ts';
import type { FieldDrift } from '../drift.ts';
import type { Finding } from '../finding.ts';
import { driftBesideSource } from '../source-drift.ts';
import { isDifferent } from '../three-way.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';
import { textsOf } from './two-texts.ts';

const basics = (item: ComparedItem) =>
  ({ rule: 'CMP_19', catalogId: item.catalogId, itemId: item.id }) as const;

const withoutSource = (item: ComparedItem, waits: ComparedLink | undefined): Finding =>
  waits === undefined
    ? {
        ...basics(item),
        severity: 'WARNING',
        message: `${quoted(item.name)}找不到县级来源事项`,
        action: '请填写来源事项编码，或者核对是否应由本级办理',
      }
    : {
        ...basics(item),
        severity: 'INFO',
        otherId: waits.rightId,
        linkId: waits.id,
        message: `待审定：${quoted(item.name)}的县级来源只有一条疑似的对应`,
        action: '请先审定这条对应关系',
      };

/** What is known of codes of sources: those that items of the county bear, and whether the list gives any. */
interface SourceCodes {
  readonly known: ReadonlySet<string>;
  readonly isAsked: boolean;
}

const sourceCodes = ({ sources }: Authority, list: ComparedList): SourceCodes => ({
  known: new Set(sources.flatMap(({ items }) => items.map((one) => codeIn(one, 'implementationCode')))),
  isAsked: list.items.some((one) => codeIn(one, 'sourceItemCode') !== ''),
});

/** The code a copy gives of its source: missing where others of the list have one, or borne by no item of the county. */
const codeOfSource = (
  { known, isAsked }: SourceCodes,
  item: ComparedItem,
  source: ComparedItem,
  link: ComparedLink,
): readonly Finding[] => {
  const given = codeIn(item, 'sourceItemCode');
  if (given === '' ? !isAsked : known.has(given)) return [];
  const actual =
    given === '' ? '没有填写来源事项编码' : `填写的来源事项编码${quoted(given)}在县级清单中不存在`;
  return [
    {
      ...basics(item),
      severity: 'WARNING',
      otherId: source.id,
      linkId: link.id,
      field: 'sourceItemCode',
      actual: given,
      expected: codeIn(source, 'implementationCode'),
      message: `${quoted(item.name)}${actual}，按名称认定来源为${quoted(source.name)}`,
      action: '请填写县级来源事项现行的实施编码',
    },
  ];
};

const codeIn = ({ elements }: ComparedItem, element: string): string =>
  String(elements[element] ?? '').trim();

const differing = (
  item: ComparedItem,
  source: ComparedItem,
  link: ComparedLink,
  found: FieldDrift,
): Finding => ({
  ...basics(item),
  severity: 'WARNING',
  otherId: source.id,
  linkId: link.id,
  ...textsOf(found),
  message: `${quoted(item.name)}的${found.field.chinese}与县级来源事项不同：本清单写的是${quoted(found.local)}，来源写的是${quoted(found.now)}`,
  action: '县级事项已更新的，请同步更新；确需不同的，由县级部门确认',
});

const checked = (
  authority: Authority,
  list: ComparedList,
  codes: SourceCodes,
  item: ComparedItem,
): readonly Finding[] => {
  const links = authority.links.from('SOURCE', item.id);
  const link = links.find(({ isSettled, relation }) => isSettled && relation === 'EQUIVALENT');
  const source = link === undefined ? undefined : authority.item(link.rightId);
  if (link === undefined || source === undefined)
    return [withoutSource(item, links.filter(({ isSettled }) => !isSettled).sort(bySurety)[0])];
  const drift = driftBesideSource(list, item, source).filter(({ state }) => isDifferent(state));
  return [
    ...codeOfSource(codes, item, source, link),
    ...drift.map((found) => differing(item, source, link, found)),
  ];
};

/** 乡镇、村事项没有县级来源，或者与来源不一致。 */
export const sourceOfCopy: AuthorityRule = {
  code: 'CMP_19',
  title: '乡镇、村事项没有县级来源，或者与来源不一致',
  source: '镇坪县通知；标准汇编 4.3 CMP-19',
  severities: {
    WARNING: '没有来源、来源编码有误，或者与来源不同（没有写的不算）',
    INFO: '与来源的对应关系待审定',
  },
  check: (authority) =>
    authority.lists
      .filter(({ level }) => level === 'TOWNSHIP' || level === 'VILLAGE')
      .flatMap((list) => {
        const codes = sourceCodes(authority, list);
        return list.items
          .filter(({ state }) => state !== 'CANCELLED')
          .flatMap((item) => checked(authority, list, codes, item));
      }),
};
