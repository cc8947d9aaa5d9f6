import { namesLevels } from '../compare-lists.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { quoted } from './quoted.ts';
import { referenceOf } from './reference-of.ts';
import type { ListBeside, ListRule } from './rule.ts';
import { isWhole, type Waiting, waitingLocal, wordsOf } from './waiting.ts';
import { hasReference, waitingOf } from './without-reference.ts';

/** A link that waits is told once: by CMP-01 from the side of its item, by CMP-28 where it is to a part. */
const isToldOfItem = ({ authority }: ListBeside, { item, link }: Waiting): boolean => {
  if (item.state === 'CANCELLED') return false;
  if (!isWhole({ item, link })) return referenceOf(authority, item) === undefined;
  return !hasReference(authority, item.id) && waitingOf(authority, item.id)?.link.id === link.id;
};

/** Of a list that no matching run has held against the catalog nobody knows what it claims. */
const isNeverCompared = ({ list, comparison }: ListBeside): boolean =>
  list.items.length > 0 && comparison.notCompared.length === list.items.length;

const findingOf = (beside: ListBeside, reference: ComparedItem): readonly Finding[] => {
  const { authority, list } = beside;
  const basics = { rule: 'CMP_02', catalogId: list.catalogId, otherId: reference.id } as const;
  const waiting = waitingLocal(authority, reference.id, list);
  if (waiting !== undefined) {
    if (isToldOfItem(beside, waiting)) return [];
    const { seems, doubt } = wordsOf(waiting.link);
    return [
      {
        ...basics,
        severity: 'INFO',
        itemId: waiting.item.id,
        linkId: waiting.link.id,
        message: `待审定：参考目录的${quoted(reference.name)}${seems}由${quoted(waiting.item.name)}承接${doubt}`,
        action: '请先审定这条对应关系',
      },
    ];
  }
  if (isNeverCompared(beside))
    return [
      {
        ...basics,
        severity: 'INFO',
        message: `清单还没有与参考目录比对过：参考目录的${quoted(reference.name)}有没有认领，不知道`,
        action: '请先把清单与参考目录匹配，再看是否认领',
      },
    ];
  // What a catalog without 行使层级 does not say is no omission of the county's.
  if (!namesLevels(reference))
    return [
      {
        ...basics,
        severity: 'INFO',
        message: `参考目录的${quoted(reference.name)}没有写行使层级，清单中没有`,
        action: '请核对是否由本级行使；由本级行使的，请认领',
      },
    ];
  return [
    {
      ...basics,
      severity: 'WARNING',
      message: `参考目录的${quoted(reference.name)}规定本级行使，清单中没有`,
      action: '请认领；确实没有的，写明不实施的理由或者零报告',
    },
  ];
};

/** 参考目录规定本级行使的事项没有认领（应领未领）。 */
export const unclaimed: ListRule = {
  code: 'CMP_02',
  title: '参考目录规定本级行使的、没有写行使层级的事项没有认领（应领未领）',
  source: '应领尽领；标准汇编 4.3 CMP-02',
  severities: {
    WARNING: '参考目录写明由本级行使',
    INFO: '参考目录没有写行使层级，或者有一条对应关系待审定，或者整份清单还没有与参考目录比对过',
  },
  check: (beside) =>
    beside.comparison.rows
      .filter(({ reference, adoption }) => adoption.state === 'UNANSWERED' && reference.state === 'IN_FORCE')
      .flatMap(({ reference }) => findingOf(beside, reference)),
};
