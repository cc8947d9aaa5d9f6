import type { Finding, FindingKind } from '../../trail/finding.ts';

const WORDS: Readonly<Record<FindingKind, string>> = {
  EDITED: '内容与摘要不符，被改动过',
  BROKEN_LINK: '不接上一条：上一条被替换、换了次序或被抽走',
  MISSING: '之前缺少若干条',
  DUPLICATED: '同一序号有不止一条',
  CUT: '应有而没有，已被删去',
  REWRITTEN: '与版次所封存的摘要不符，被改写过',
  UNMARKED: '起的各条既未被版次封存，也不在等候封存之列',
  SEAL_EDITED: '的摘要与所封存的各链不符',
  SEAL_BROKEN_LINK: '的摘要不接上一版次',
  SEAL_MISSING: '没有留痕的摘要',
  RELEASE_MISSING: '已不存在，留痕中却有它的摘要',
  ANCHOR_DIFFERS:
    '与所给的摘要不符：记下之后被改写过，或者所给的摘要、版次或序号写错了，请先与记下的核对一遍',
  ANCHOR_MISSING:
    '没有可与所给的摘要核对的记录：已被删去，或者所给的版次、区划或序号写错了，请先与记下的核对一遍',
};

/** Where something is wrong with the trail and what, in a sentence. */
export const findingWords = ({ kind, region, sequence, release }: Finding): string => {
  const sealedBy = release === undefined ? '' : `（版次 ${release}）`;
  const where = region === undefined ? `版次 ${release}` : `区划 ${region} 第 ${sequence} 条${sealedBy}`;
  return `留痕：${where} ${WORDS[kind]}`;
};
