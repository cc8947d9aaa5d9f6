import { type CheckedItem, defineCheck } from './check.ts';
import { flowText, pointsElsewhere } from './flow-text.ts';
import { limitOf } from './limit-order.ts';
import { blockOf, hasColumn } from './record-values.ts';

const SOURCE = '温州市事项信息核查规则；行政许可法第四章第二节至第四节';

/** The core steps by the words they are written in. */
const STEPS = {
  受理: /受理|收件|接件|接收|收取|收到|登记/u,
  '审核（审查）': /审核|审查|核查|核验|核实|核对|查验|查勘|勘[查验察]|初审|复审|复核|预审|会审|评审|审验/u,
  '决定（审批）': /审批|批准|决定|核准|审定|批复|准予|许可|签批|签发|认定|同意/u,
  '办结、送达':
    /办结|办毕|完结|送达|发证|颁证|制证|出证|领证|取证|领取|取件|颁发|核发|发放|归档|(?:邮寄|寄送|递送)(?!申请|材料)|出具[^\n]{0,8}(?:证|批复|批文|决定|结果|报告)|(?:告知|通知|反馈)[^\n]{0,6}结果|结果[^\n]{0,4}(?:告知|通知|反馈)/u,
} as const;

/** 作出受理（不予受理）决定: a decision on the papers, not on the matter. */
const ACCEPTANCE = /受理(?:[(、或者]{1,2}不予受理\)?)?的?决定/gu;

type Step = keyof typeof STEPS;

/** A public service or a case done on the spot need not be examined and decided in steps of their own. */
const SHORT: readonly Step[] = ['办结、送达'];
const WHOLE = Object.keys(STEPS) as readonly Step[];

const isShort = ({ family, item }: CheckedItem): boolean => {
  const promised = limitOf(item['promisedLimit']);
  const atOnce = promised?.kind === 'LIMIT' && promised.amount === 0;
  return family !== 'general' || item['caseType'] === 'IMMEDIATE' || atOnce;
};

/**
 * The flow names the core steps 受理, 审核, 决定, 办结·送达; the flow of a licence is a table of steps where the list has
 * room for one. A flow that only points to a chart is not judged.
 */
export const CHK_09_CORE_STEPS = defineCheck({
  problems: {
    CHK_09: {
      severity: 'WARNING',
      template: '办理流程没有写明{detail}环节。请补全从受理到送达的各个环节。',
      source: SOURCE,
    },
    CHK_09_TABLE: {
      severity: 'WARNING',
      template: '行政许可的办理流程只有文字，没有分环节列表。请逐个环节填写名称、时限和结果。',
      source: SOURCE,
    },
  },
  find: (record) => {
    const text = flowText(record).replace(ACCEPTANCE, '受理');
    if (text === '' || pointsElsewhere(text)) return [];
    const place = { field: 'handleFlow', title: '办理流程' } as const;
    const missing = (isShort(record) ? SHORT : WHOLE).filter((step) => !STEPS[step].test(text));
    const listed = blockOf(record, 'steps').length > 0;
    const unlisted = record.itemType === 'LICENSING' && hasColumn(record, 'steps') && !listed;
    return [
      ...(missing.length > 0 ? ([{ code: 'CHK_09', ...place, detail: missing.join('、') }] as const) : []),
      ...(unlisted ? ([{ code: 'CHK_09_TABLE', ...place }] as const) : []),
    ];
  },
});
