import type { Finding } from '../finding.ts';
import { driftBesideSource } from '../source-drift.ts';
import { isDifferent } from '../three-way.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';
import { textsOf } from './two-texts.ts';

/** 乡镇、村事项没有县级来源，或者与来源不一致。 */
export const sourceOfCopy: AuthorityRule = {
  code: 'CMP_19',
  title: '乡镇、村事项没有县级来源，或者与来源不一致',
  source: '镇坪县通知；标准汇编 4.3 CMP-19',
  check: (authority) =>
    authority.lists
      .filter(({ level }) => level === 'TOWNSHIP' || level === 'VILLAGE')
      .flatMap((list) =>
        list.items
          .filter(({ state }) => state !== 'CANCELLED')
          .flatMap((item): readonly Finding[] => {
            const links = authority.links.from('SOURCE', item.id);
            const basis = { rule: 'CMP_19', catalogId: list.catalogId, itemId: item.id } as const;
            const settled = links.find(({ isSettled, relation }) => isSettled && relation === 'EQUIVALENT');
            const source = settled === undefined ? undefined : authority.item(settled.rightId);
            if (settled === undefined || source === undefined) {
              const waits = links.some(({ isSettled }) => !isSettled);
              return [
                {
                  ...basis,
                  severity: waits ? 'INFO' : 'WARNING',
                  message: `${quoted(item.name)}${waits ? '的县级来源事项有待审定' : '找不到县级来源事项'}`,
                  action: waits ? '请先审定这条对应关系' : '请填写来源事项编码，或者核对是否应由本级办理',
                } as const,
              ];
            }
            return driftBesideSource(list, item, source)
              .filter(({ state }) => isDifferent(state))
              .map((found) => ({
                ...basis,
                severity: 'WARNING' as const,
                otherId: source.id,
                linkId: settled.id,
                ...textsOf(found),
                message: `${quoted(item.name)}的${found.field.chinese}与县级来源事项不同：本清单写的是${quoted(found.local)}，来源写的是${quoted(found.now)}`,
                action: '县级事项已更新的，请同步更新；确需不同的，由县级部门确认',
              }));
          }),
      ),
};
