import type { BasedOn } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { type Adopted, adopted } from './adopted.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

/** The two editions in words; a change of the guide alone leaves the number, so that only the day tells them apart. */
const editions = (based: BasedOn, reference: ComparedItem) =>
  based.version === reference.version
    ? {
        actual: `版次 ${based.sinceRelease}（${based.sinceDay}）的办事指南`,
        expected: '现行办事指南',
        words: `参考目录版次 ${based.sinceRelease}（${based.sinceDay}）时的写法，此后办事指南已更新`,
      }
    : {
        actual: `第 ${based.version} 版`,
        expected: `第 ${reference.version} 版`,
        words: `参考目录第 ${based.version} 版的写法，现行为第 ${reference.version} 版`,
      };

const basics = ({ item, reference, link }: Adopted) =>
  ({
    rule: 'CMP_26',
    severity: 'WARNING',
    catalogId: item.catalogId,
    itemId: item.id,
    otherId: reference.id,
    linkId: link.id,
  }) as const;

/** What the reference has cancelled is not in force there any longer: whoever still has it has not followed. */
const stillHeld = (one: Adopted): readonly Finding[] =>
  one.reference.state === 'CANCELLED'
    ? [
        {
          ...basics(one),
          message: `参考目录已经取消${quoted(one.reference.name)}，清单的${quoted(one.item.name)}还没有取消`,
          action: '请核对事项是否随参考目录取消',
        },
      ]
    : [];

/** 参考目录已更新，清单仍是旧版。 */
export const behindReference: ListRule = {
  code: 'CMP_26',
  title: '参考目录已更新，清单仍是旧版',
  source: '动态调整；标准汇编 4.3 CMP-26',
  severities: { WARNING: '一律；参考目录已经取消而清单没有取消的，也在内' },
  check: (beside) =>
    adopted(beside).flatMap((one) => {
      const { item, reference, drift, basedOn: based } = one;
      const behind = drift.filter(({ state }) => state === 'BEHIND');
      if (behind.length === 0 || based === undefined) return stillHeld(one);
      const { actual, expected, words } = editions(based, reference);
      const names = behind.map(({ field }) => field.chinese).join('、');
      return [
        ...stillHeld(one),
        {
          ...basics(one),
          actual,
          expected,
          message: `${quoted(item.name)}的${names}仍是${words}`,
          action: '请按现行参考目录逐项更新',
        },
      ];
    }),
};
