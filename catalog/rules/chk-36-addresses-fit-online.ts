import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { hasColumn, symbolsOf, textOf } from './record-values.ts';

const SOURCE = 'GB/T 39046-2020 第 7 章第 47、48 项；国家政务服务平台实施清单要素表（is_online）';

const PROBLEMS = {
  CHK_36: {
    severity: 'WARNING',
    template: '事项可以网办，没有填写网上办理地址，请补填；不能网办的请把“是否网办”改为否。',
    source: SOURCE,
  },
  CHK_36_OFFLINE: {
    severity: 'WARNING',
    template: '事项不能网办，却填了“{title}”（{value}），请核对“是否网办”。',
    source: SOURCE,
  },
  CHK_36_MOBILE: {
    severity: 'WARNING',
    template: '办理形式有移动端，没有填写移动端在线办理地址，请补填。',
    source: SOURCE,
  },
  CHK_36_ADDRESS: {
    severity: 'WARNING',
    template: '“{title}”“{value}”在互联网上打不开（{detail}），请改为公众可以访问的地址。',
    source: SOURCE,
  },
} as const;

type Code = keyof typeof PROBLEMS;

const ADDRESSES = {
  onlineAddress: '计算机端在线办理地址',
  mobileAddress: '移动端在线办理地址',
  onlineHandlingAddress: '网办地址',
} as const;

/** Where one acts; 计算机端在线办理地址 is often the page of the guide, which items done at the window have as well. */
const ACTING = ['mobileAddress', 'onlineHandlingAddress'] as const;

const PRIVATE =
  /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|0\.0\.0\.0)$/u;
const PLACEHOLDER = /(?:^|\.)(?:x{2,}|test)(?:\.|$)|^[\d.]*$/iu;

/** Why an address cannot be opened from outside; undefined where nothing speaks against it. */
const unreachable = (address: string): string | undefined => {
  if (/\s/u.test(address)) return '含有空格';
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]*)/iu.exec(address)?.[1];
  if (host === undefined) return undefined;
  if (PRIVATE.test(host)) return '内网或者本机地址';
  const isNumber = /^\d+\.\d+\.\d+\.\d+$/u.test(host);
  return !isNumber && (!host.includes('.') || PLACEHOLDER.test(host)) ? '不是完整的域名' : undefined;
};

const addressFindings = ({ guide }: CheckedItem): readonly Finding<Code>[] =>
  Object.entries(ADDRESSES).flatMap(([field, title]) => {
    const value = textOf(guide, field);
    const detail = unreachable(value);
    return detail === undefined ? [] : [{ code: 'CHK_36_ADDRESS', field, title, value, detail } as const];
  });

const onlineFindings = (record: CheckedItem): readonly Finding<Code>[] => {
  const { item, guide } = record;
  const elements = Object.keys(ADDRESSES);
  const place = { field: 'onlineHandlingAddress', title: ADDRESSES.onlineHandlingAddress };
  if (item['isOnline'] === true && hasColumn(record, ...elements)) {
    return elements.every((element) => textOf(guide, element) === '') ? [{ code: 'CHK_36', ...place }] : [];
  }
  const acting = item['isOnline'] === false && ACTING.find((element) => textOf(guide, element) !== '');
  if (!acting) return [];
  const title = ADDRESSES[acting];
  return [{ code: 'CHK_36_OFFLINE', field: acting, title, value: textOf(guide, acting) }];
};

const mobileFindings = (record: CheckedItem): readonly Finding<Code>[] => {
  const isMobile = symbolsOf(record.item, 'handlingForms').includes('MOBILE');
  if (!isMobile || !hasColumn(record, 'mobileAddress') || textOf(record.guide, 'mobileAddress') !== '')
    return [];
  return [{ code: 'CHK_36_MOBILE', field: 'mobileAddress', title: ADDRESSES.mobileAddress }];
};

/** Items one can do online have an address that opens, others none; whether it begins with http is looked at while reading (URL_FORMAT). */
export const CHK_36_ADDRESSES_FIT_ONLINE = defineCheck<Code>({
  problems: PROBLEMS,
  find: (record) => [...onlineFindings(record), ...mobileFindings(record), ...addressFindings(record)],
});
