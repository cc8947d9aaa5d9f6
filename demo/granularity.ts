import type { Offer } from './offer.ts';
import { soleReference } from './offer.ts';
import type { Random } from './random.ts';
import { conditionText } from './reference-handling.ts';

const SPLIT_RATE = 0.02;
const MERGE_RATE = 0.02;

/**
 * Changes the granularity of some offers: one reference item becomes two 业务办理项 (个人, 单位), or two sub-items
 * of one main item become one. Real lists differ most in this.
 */
export function regroup(offers: readonly Offer[], random: Random): readonly Offer[] {
  const splits = chosen(offers.filter(canSplit), SPLIT_RATE, offers.length, random);
  const pairs = new Map<Offer, Offer>();
  const followers = new Set<Offer>();
  for (const offer of chosen(
    offers.filter((each) => !splits.has(each)),
    1,
    offers.length,
    random,
  )) {
    if (pairs.size >= Math.max(1, Math.round(offers.length * MERGE_RATE))) break;
    const next = offers[offers.indexOf(offer) + 1];
    if (next === undefined || splits.has(next) || pairs.has(next) || followers.has(next)) continue;
    if (followers.has(offer) || mergedName(offer, next) === undefined) continue;
    pairs.set(offer, next);
    followers.add(next);
  }
  return offers.flatMap((offer) => {
    if (followers.has(offer)) return [];
    if (splits.has(offer)) return split(offer);
    const next = pairs.get(offer);
    return next === undefined ? [offer] : [merge(offer, next)];
  });
}

function chosen(from: readonly Offer[], rate: number, of: number, random: Random): ReadonlySet<Offer> {
  return new Set(random.shuffle(from).slice(0, Math.max(1, Math.round(of * rate))));
}

function canSplit(offer: Offer): boolean {
  return offer.audience === 'NL' && offer.onApplication && soleReference(offer) !== undefined;
}

function split(offer: Offer): readonly Offer[] {
  const [person, body] = [
    { name: `${offer.name}（个人）`, audience: 'N' },
    { name: `${offer.name}（单位）`, audience: 'L' },
  ] as const;
  return [
    { ...offer, ...person, condition: conditionText(person), handling: '01' },
    { ...offer, ...body, condition: conditionText(body), handling: '02' },
  ];
}

/** 律师执业证变更 and 律师执业证注销 become 律师执业证变更、注销; undefined where the two share too little. */
function mergedName(one: Offer, two: Offer): string | undefined {
  const left = soleReference(one);
  const right = soleReference(two);
  if (!left || !right || left.mainCode !== right.mainCode || one.type === '02') return undefined;
  let shared = 0;
  while (shared < one.name.length && one.name[shared] === two.name[shared]) shared += 1;
  if (shared < 4 || /（/u.test(one.name)) return undefined;
  return `${one.name}、${two.name.slice(shared)}`;
}

function merge(one: Offer, two: Offer): Offer {
  const name = mergedName(one, two) ?? one.name;
  return {
    ...one,
    name,
    condition: conditionText({ name, audience: one.audience }),
    references: [...one.references, ...two.references],
  };
}
