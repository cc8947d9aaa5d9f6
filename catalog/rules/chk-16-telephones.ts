import { type PhoneNumber, phoneNumbers } from '../phone-numbers.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { blockOf, hasColumn, textOf } from './record-values.ts';

const SOURCE = '温州市事项信息核查规则；GB/T 39046-2020 第 53、54 项';

const PROBLEMS = {
  CHK_16_MISSING: {
    severity: 'WARNING',
    template: '“{title}”没有电话号码。请写明带区号的电话。',
    source: SOURCE,
  },
  CHK_16_AREA_CODE: {
    severity: 'WARNING',
    template: '“{title}”的电话 {value} 没有区号。请写成“区号-号码”。',
    source: SOURCE,
  },
  CHK_16_SAME: {
    severity: 'WARNING',
    template: '监督投诉电话（{value}）与咨询电话相同。请另设监督投诉电话。',
    source: SOURCE,
  },
  CHK_16_WINDOW: {
    severity: 'WARNING',
    template: '监督投诉电话（{value}）与受理窗口的电话相同。请另设监督投诉电话。',
    source: SOURCE,
  },
} as const;

type Code = keyof typeof PROBLEMS;

/** A channel by its two elements, the way in words and the number alone. */
const CONSULTATION = { way: 'consultation', phone: 'consultationPhone', title: '咨询电话' } as const;
const SUPERVISION = { way: 'supervision', phone: 'supervisionPhone', title: '监督电话' } as const;

type Channel = typeof CONSULTATION | typeof SUPERVISION;

const textsOf = ({ guide }: CheckedItem, { way, phone }: Channel): string =>
  [textOf(guide, phone), textOf(guide, way)].filter((text) => text !== '').join('\n');

/** An empty way is a required element missing, which is told elsewhere; a lone column of numbers is not. */
const channelFindings = (record: CheckedItem, channel: Channel): readonly Finding<Code>[] => {
  const text = textsOf(record, channel);
  const numbers = phoneNumbers(text);
  const place = { field: channel.phone, title: channel.title };
  if (numbers.length === 0) {
    const expected = text !== '' || (hasColumn(record, channel.phone) && !hasColumn(record, channel.way));
    return expected ? [{ code: 'CHK_16_MISSING', ...place }] : [];
  }
  // 0839-5223456、5223457: the area code of the first is meant for the others.
  const local = numbers.find(({ kind }) => kind === 'LOCAL');
  if (local === undefined || numbers.some(({ kind }) => kind === 'LANDLINE')) return [];
  return [{ code: 'CHK_16_AREA_CODE', ...place, value: local.digits }];
};

/** The same line: one of them may lack the area code. Extensions are lines of their own. */
const isSame = (left: PhoneNumber, right: PhoneNumber): boolean =>
  left.extension === right.extension &&
  (left.digits === right.digits ||
    ([left.kind, right.kind].includes('LOCAL') &&
      (left.digits.endsWith(right.digits) || right.digits.endsWith(left.digits))));

/** The first complaint number where each of them is one of the others; a hotline such as 12345 serves both ends. */
const notIndependent = (
  complaints: readonly PhoneNumber[],
  others: readonly PhoneNumber[],
): PhoneNumber | undefined =>
  complaints.every(
    (complaint) => complaint.kind !== 'SHORT' && others.some((other) => isSame(complaint, other)),
  )
    ? complaints[0]
    : undefined;

/** Numbers for questions and for complaints, each with its area code; complaints do not reach the ones complained of. */
export const CHK_16_TELEPHONES = defineCheck<Code>({
  problems: PROBLEMS,
  find: (record) => {
    const complaints = phoneNumbers(textsOf(record, SUPERVISION));
    const windows = blockOf(record, 'windows').flatMap((window) => phoneNumbers(textOf(window, 'phone')));
    const place = { field: SUPERVISION.phone, title: SUPERVISION.title };
    const asked = notIndependent(complaints, phoneNumbers(textsOf(record, CONSULTATION)));
    const window = asked === undefined ? notIndependent(complaints, windows) : undefined;
    return [
      ...channelFindings(record, CONSULTATION),
      ...channelFindings(record, SUPERVISION),
      ...(asked ? [{ code: 'CHK_16_SAME', ...place, value: asked.digits } as const] : []),
      ...(window ? [{ code: 'CHK_16_WINDOW', ...place, value: window.digits } as const] : []),
    ];
  },
});
