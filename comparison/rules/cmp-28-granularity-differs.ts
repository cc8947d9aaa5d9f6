import type { Authority } from '../authority.ts';
import type { ComparedItem, ComparedLink } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';
import { wordsOf } from './waiting.ts';

/** Links by which an item is part of a reference item or more than one, as long as it stands for none as a whole. */
const partialLinks = ({ links }: Authority, { id }: ComparedItem): readonly ComparedLink[] => {
  const all = links.from('REFERENCE', id).filter(({ relation }) => relation !== 'RELATED');
  if (all.some(({ relation, isSettled }) => relation === 'EQUIVALENT' && isSettled)) return [];
  return all.filter(({ relation }) => relation !== 'EQUIVALENT');
};

const RELATIONS: Readonly<Record<string, (item: string, seems: string, reference: string) => string>> = {
  NARROWER: (item, seems, reference) => `${item}${seems}只是参考目录${reference}的一部分`,
  BROADER: (item, seems, reference) => `${item}${seems}比参考目录的${reference}宽，合并了不止一项`,
  OVERLAP: (item, seems, reference) => `${item}${seems}与参考目录的${reference}有交叉`,
};

/** What waits for a person is told as such before anything else. */
const messageOf = (item: ComparedItem, link: ComparedLink, reference: ComparedItem) => {
  const words = RELATIONS[link.relation];
  const [own, other] = [quoted(item.name), quoted(reference.name)];
  if (link.isSettled) return `${words?.(own, '', other)}`;
  const { seems, doubt } = wordsOf(link);
  return `待审定：${words?.(own, seems, other)}${doubt}`;
};

const findingOf = (item: ComparedItem, link: ComparedLink, reference: ComparedItem): Finding => ({
  rule: 'CMP_28',
  severity: 'INFO',
  catalogId: item.catalogId,
  itemId: item.id,
  otherId: reference.id,
  linkId: link.id,
  message: messageOf(item, link, reference),
  action: link.isSettled
    ? '请确认拆分或合并是否必要，并保持与参考目录的对应'
    : '请先审定这条对应关系，再确认拆分或合并是否必要',
});

/** 拆分或合并的程度与参考目录不同。 */
export const granularityDiffers: ListRule = {
  code: 'CMP_28',
  title: '拆分或合并的程度与参考目录不同',
  source: '主项、子项、办理项的拆分；标准汇编 4.3 CMP-28',
  severities: { INFO: '一律' },
  check: ({ authority, list, catalog }) =>
    list.items
      .filter(({ state }) => state !== 'CANCELLED')
      .flatMap((item) =>
        partialLinks(authority, item).flatMap((link) => {
          const reference = authority.item(link.rightId);
          return reference?.catalogId === catalog.catalogId ? [findingOf(item, link, reference)] : [];
        }),
      ),
};
