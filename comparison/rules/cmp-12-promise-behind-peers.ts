import { inOneScale, type KnownLimit, knownLimit, limitText } from '../../catalog/rules/limit-order.ts';
import { adopted } from './adopted.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

/** Other authorities that must state a promise before a middle says anything. */
const FEWEST = 3;

/** The middle limit of several in one scale; the shorter of two. */
const middle = (limits: readonly KnownLimit[]): KnownLimit | undefined => {
  const sizes = inOneScale(limits);
  if (sizes === undefined || limits.length < FEWEST) return undefined;
  const order = limits
    .map((_, at) => at)
    .sort((one, other) => (sizes[one] as number) - (sizes[other] as number));
  return limits[order[Math.floor((limits.length - 1) / 2)] as number];
};

const isLonger = (one: KnownLimit, other: KnownLimit): boolean => {
  const [ours = 0, theirs = 0] = inOneScale([one, other]) ?? [0, 0];
  return ours > theirs;
};

/** 承诺时限比同市其他地区的中位数长。 */
export const promiseBehindPeers: ListRule = {
  code: 'CMP_12',
  title: '承诺时限比同市其他地区的中位数长',
  source: '同一事项各地时限差异；标准汇编 4.3 CMP-12',
  severities: { INFO: '一律；同市至少有三个其他地区承诺了时限' },
  check: (beside) =>
    adopted(beside).flatMap(({ item, reference, link }) => {
      const own = knownLimit(item.elements['promisedLimit']);
      const peers = beside.authority
        .peers(reference.id)
        .flatMap(({ promised }) => knownLimit(promised) ?? []);
      const usual = middle(peers);
      if (own === undefined || usual === undefined || !isLonger(own, usual)) return [];
      return [
        {
          rule: 'CMP_12',
          severity: 'INFO',
          catalogId: item.catalogId,
          itemId: item.id,
          otherId: reference.id,
          linkId: link.id,
          field: 'promisedLimit',
          actual: limitText(own),
          expected: limitText(usual),
          message: `${quoted(item.name)}承诺${limitText(own)}，同市 ${peers.length} 个地区的中位数是${limitText(usual)}`,
          action: '可参照办得更快的地区压缩承诺时限',
        },
      ];
    }),
};
