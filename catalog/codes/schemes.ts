/**
 * The schemes a code may be written in. Two national standards of the same year disagree on lengths, so a code
 * without its scheme means nothing.
 */
export const CODE_SCHEMES = [
  'CN_12',
  'CN_31',
  'CN_33',
  'ZJ_45',
  'ZJ_LEGACY',
  'GBT_39046_BASIC',
  'GBT_39046_IMPLEMENTATION',
  'SICHUAN',
  'SICHUAN_OLD',
  'GUIZHOU',
  'USCC',
  'LOCAL',
] as const;

export type CodeScheme = (typeof CODE_SCHEMES)[number];

export const CODE_SCHEME_NAMES: Readonly<Record<CodeScheme, string>> = {
  CN_12: '基本编码（12 位，GB/T 39554.1）',
  CN_31: '实施编码（31 位，GB/T 39554.1）',
  CN_33: '业务办理项编码（33 位，GB/T 39554.1）',
  ZJ_45: '浙江旧实施编码（45 位）',
  ZJ_LEGACY: '浙江旧权力编码（类型-主项-子项）',
  GBT_39046_BASIC: '基本编码（GB/T 39046，至多 10 位）',
  GBT_39046_IMPLEMENTATION: '实施编码（GB/T 39046，至多 24 位）',
  SICHUAN: '四川编码',
  SICHUAN_OLD: '四川旧编码',
  GUIZHOU: '贵州许可编码（DB52/T 1264）',
  USCC: '统一社会信用代码（GB 32100）',
  LOCAL: '地方自编码',
};

/** True when the text is the name of a scheme. */
export function isCodeScheme(text: string): text is CodeScheme {
  return (CODE_SCHEMES as readonly string[]).includes(text);
}
