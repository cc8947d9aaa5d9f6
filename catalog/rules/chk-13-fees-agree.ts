import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { blockOf, excerpt, hasColumn, textOf } from './record-values.ts';

const SOURCE = '绍兴市通知（收费标准和依据）；温州市事项信息核查规则';

const PROBLEMS = {
  CHK_13_BASIS: {
    severity: 'ERROR',
    template: '事项收费，但没有收费依据。请写明法律、法规或者发展改革、财政部门文件的名称和文号。',
    source: SOURCE,
  },
  CHK_13_LINES: {
    severity: 'ERROR',
    template: '事项收费，但没有收费项目和标准。请至少列出一个收费项目及其标准。',
    source: SOURCE,
  },
  CHK_13_FREE: {
    severity: 'ERROR',
    template: '事项不收费，却列有收费项目或者标准（{value}）。请核对“是否收费”，或者删去收费项目。',
    source: SOURCE,
  },
  CHK_13_FREE_PAYMENT: {
    severity: 'ERROR',
    template: '事项不收费，却支持网上支付。请把“是否支持网上支付”改为否，或者核对“是否收费”。',
    source: SOURCE,
  },
} as const;

type Code = keyof typeof PROBLEMS;

/** Ways to say in a cell for fees that there are none. */
const FREE = /^(?:否|0元?|零)$|不收|不涉及|免费|免收|免征|停征|停止征收|暂停征收|无收费|零收费|取消收费/u;

/** What costs nothing any more, whatever it cost: 已停征（原 10 元/证）. */
const ENDED = /停征|停止征收|暂停征收|取消收费/u;

/** An amount above nothing: 10元, 0.5 元, 四十元, ￥40, 2‰. */
const AMOUNT =
  /(?:[1-9]\d{0,9}(?:[.,]\d{1,6})*|0\.0{0,6}[1-9]\d{0,6}|[一二两三四五六七八九十百千万]{1,9})\s?(?:万?元|角|[%‰])|[¥￥]\s?[1-9]/u;

/** 首次办理免费，补领每证 40 元 and 低保对象免收 are no free lines: who is not meant pays. */
const isFree = (line: string): boolean =>
  ENDED.test(line) || (!AMOUNT.test(line) && line.split(' ').some((part) => FREE.test(part)));

const feeLines = (record: CheckedItem): readonly string[] =>
  [
    ...blockOf(record, 'fees').map((fee) => [textOf(fee, 'name'), textOf(fee, 'standard')].join(' ').trim()),
    textOf(record.guide, 'feeStandard'),
  ].filter((line) => line !== '' && !isFree(line));

/** 收费依据及标准 is one column in many lists: a document named there is the basis. */
const DOCUMENT = /《|〔|\d号|依据|根据|按照/u;

const hasBasis = (record: CheckedItem): boolean =>
  textOf(record.guide, 'feeBasis') !== '' ||
  blockOf(record, 'fees').some((fee) => textOf(fee, 'legalBasis') !== '') ||
  DOCUMENT.test(textOf(record.guide, 'feeStandard'));

const chargedFindings = (record: CheckedItem): readonly Finding<Code>[] => {
  const found: Finding<Code>[] = [];
  if (!hasBasis(record) && hasColumn(record, 'feeBasis', 'fees')) {
    found.push({ code: 'CHK_13_BASIS', field: 'feeBasis', title: '收费依据' });
  }
  if (feeLines(record).length === 0 && hasColumn(record, 'feeStandard', 'fees')) {
    found.push({ code: 'CHK_13_LINES', field: 'feeStandard', title: '收费标准' });
  }
  return found;
};

const freeFindings = (record: CheckedItem): readonly Finding<Code>[] => {
  const found: Finding<Code>[] = [];
  const [line] = feeLines(record);
  if (line !== undefined) {
    found.push({ code: 'CHK_13_FREE', field: 'feeStandard', title: '收费标准', value: excerpt(line) });
  }
  if (record.item['isOnlinePayment'] === true) {
    found.push({ code: 'CHK_13_FREE_PAYMENT', field: 'isOnlinePayment', title: '是否支持网上支付' });
  }
  return found;
};

/**
 * A fee has its basis and its lines; what is free has none, and is not paid online. That a fee needs a word on paying
 * online is left to completeness: the element is required of every item.
 */
export const CHK_13_FEES_AGREE = defineCheck<Code>({
  problems: PROBLEMS,
  find: (record) => {
    const { hasFee } = record.guide;
    if (hasFee === true) return chargedFindings(record);
    return hasFee === false ? freeFindings(record) : [];
  },
});
