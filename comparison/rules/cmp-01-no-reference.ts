import type { Finding } from '../finding.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';
import { isWhole, wordsOf } from './waiting.ts';
import { type WithoutReference, withoutReference } from './without-reference.ts';

const findingsOf = ({ item, waiting }: WithoutReference): readonly Finding[] => {
  const basics = { rule: 'CMP_01', catalogId: item.catalogId, itemId: item.id } as const;
  if (waiting === undefined)
    return [
      {
        ...basics,
        severity: 'WARNING',
        message: `${quoted(item.name)}在参考目录中没有对应事项`,
        action: '请核对是否为本地自行设立；确需保留的，须写明自己的依据',
      },
    ];
  if (!isWhole(waiting)) return [];
  const { doubt } = wordsOf(waiting.link);
  const other = quoted(waiting.item.name);
  return [
    {
      ...basics,
      severity: 'INFO',
      otherId: waiting.item.id,
      linkId: waiting.link.id,
      message:
        doubt === ''
          ? `待审定：${quoted(item.name)}疑似就是参考目录的${other}`
          : `待审定：参考目录中与${quoted(item.name)}最接近的是${other}${doubt}`,
      action: '请先审定这条对应关系',
    },
  ];
};

/** 清单事项在参考目录中没有对应。 */
export const noReference: ListRule = {
  code: 'CMP_01',
  title: '清单事项在参考目录中没有对应',
  source: '海盐县通知（自行编码）；标准汇编 4.3 CMP-01',
  severities: { WARNING: '没有对应', INFO: '有一条对应关系待审定' },
  check: (beside) => withoutReference(beside).flatMap(findingsOf),
};
