import { isPower, type Offer, soleReference } from './offer.ts';
import type { Editions } from './older-edition.ts';
import type { Random } from './random.ts';
import { basisText } from './reference-catalog.ts';
import { conditionText } from './reference-handling.ts';
import type { TruthKind } from './truth.ts';
import { SUPERFLUOUS } from './vocabulary/materials.ts';
import type { Audience, ItemTypeCode } from './vocabulary/subject.ts';
import { audienceWords, limitWords, naturalTopic, TYPE_NAMES } from './wording.ts';

/** A difference planted into an offer; it shows in every list that has the column. */
export interface Planted {
  readonly kind: TruthKind;
  readonly field?: string;
  readonly was?: string;
  readonly is?: string;
  readonly why: string;
}

export interface PlantedOffer {
  readonly offer: Offer;
  readonly planted: readonly Planted[];
}

type Drift = (offer: Offer, random: Random) => PlantedOffer | undefined;

/** Each way an offer may part from the reference, and how often. */
const DRIFTS: readonly { readonly rate: number; readonly drift: Drift }[] = [
  { rate: 0.05, drift: longerLimit },
  { rate: 0.04, drift: otherBasis },
  { rate: 0.05, drift: addedMaterial },
  { rate: 0.03, drift: missingMaterial },
  { rate: 0.02, drift: otherAudience },
  { rate: 0.015, drift: otherType },
  { rate: 0.02, drift: suspended },
  { rate: 0.01, drift: scheduled },
  { rate: 0.01, drift: cancelled },
];

/** Plants differences into offers that agree with the reference: at least one of every kind, at most one per offer. */
export function plant(
  offers: readonly Offer[],
  random: Random,
  agrees: (offer: Offer) => boolean,
): readonly PlantedOffer[] {
  const planted = new Map<Offer, PlantedOffer>();
  for (const { rate, drift } of DRIFTS) {
    let quota = Math.max(1, Math.round(offers.length * rate));
    for (const offer of random.shuffle(offers)) {
      if (quota === 0) break;
      if (planted.has(offer) || soleReference(offer) === undefined || !agrees(offer)) continue;
      const result = drift(offer, random);
      if (result === undefined) continue;
      planted.set(offer, result);
      quota -= 1;
    }
  }
  return offers.map((offer) => planted.get(offer) ?? { offer, planted: [] });
}

/** What an offer of a place on the older edition states as the catalog stated it then. */
export function outdated(offer: Offer, editions: Editions): readonly Planted[] {
  const item = soleReference(offer);
  const earlier = item && editions.earlier.get(item.code);
  if (!item || !earlier) return [];
  const values = {
    事项名称: [earlier.name, item.name],
    法定办结时限: [limitWords(earlier.days), limitWords(item.main.days)],
    设定依据: [earlier.basis, basisText(item.scope.by)],
  } as const;
  const [is = '', was = ''] = values[earlier.field];
  return [{ kind: 'OUTDATED', field: earlier.field, was, is, why: '仍按参考目录上一版填报' }];
}

function longerLimit(offer: Offer, random: Random): PlantedOffer | undefined {
  if (!offer.onApplication || !offer.days) return undefined;
  const days = offer.days + random.pick([5, 10, 25]);
  return changed(
    offer,
    { days },
    '法定办结时限',
    limitWords(offer.days),
    limitWords(days),
    '法定时限比参考目录长',
  );
}

function otherBasis(offer: Offer, random: Random): PlantedOffer | undefined {
  const other = random.pick([
    `《纵横省${offer.department.county}工作规则》第八条`,
    `${offer.basis}；《关于加强${offer.department.county}窗口服务工作的通知》`,
  ]);
  return changed(offer, { basis: other }, '设定依据', offer.basis, other, '设定依据与参考目录不同');
}

function addedMaterial(offer: Offer, random: Random): PlantedOffer | undefined {
  if (!offer.onApplication) return undefined;
  const words = random.pick(SUPERFLUOUS);
  const materials = [...offer.materials, { words, name: words.name }];
  return changed(offer, { materials }, '申请材料', '', words.name, '比参考目录多要一份材料');
}

function missingMaterial(offer: Offer, random: Random): PlantedOffer | undefined {
  if (offer.materials.length < 3) return undefined;
  const dropped = random.between(1, offer.materials.length - 1);
  const materials = offer.materials.filter((_, index) => index !== dropped);
  return changed(
    offer,
    { materials },
    '申请材料',
    offer.materials[dropped]?.name,
    '',
    '比参考目录少一份材料',
  );
}

function otherAudience(offer: Offer): PlantedOffer | undefined {
  const audience: Audience = offer.audience === 'NL' ? 'L' : 'NL';
  const result = changed(
    offer,
    { audience },
    '服务对象',
    audienceWords(offer.audience),
    audienceWords(audience),
    '服务对象与参考目录不同',
  );
  const name = soleReference(offer)?.name ?? offer.name;
  const condition = conditionText({ name, audience });
  const conditions: readonly Planted[] =
    condition === offer.condition
      ? []
      : [
          {
            kind: 'DRIFT',
            field: '受理条件',
            was: offer.condition,
            is: condition,
            why: '服务对象不同，受理条件也不同',
          },
        ];
  const topic = audience === 'L' ? naturalTopic(offer.department.topics.natural) : undefined;
  const topics: readonly Planted[] =
    topic === undefined
      ? []
      : [
          {
            kind: 'DRIFT',
            field: '面向自然人事项主题分类',
            was: topic,
            is: '',
            why: '不再面向自然人，主题与参考目录不同',
          },
        ];
  return { offer: { ...result.offer, condition }, planted: [...result.planted, ...topics, ...conditions] };
}

function otherType(offer: Offer): PlantedOffer | undefined {
  if (!isPower(offer) || !offer.onApplication) return undefined;
  const type: ItemTypeCode = offer.type === '10' ? '07' : '10';
  return changed(
    offer,
    { type },
    '事项类型',
    TYPE_NAMES[offer.type],
    TYPE_NAMES[type],
    '事项类型与参考目录及基本编码不符',
  );
}

function suspended(offer: Offer): PlantedOffer | undefined {
  if (!offer.onApplication) return undefined;
  const planted: Planted = {
    kind: 'SUSPENDED',
    field: '事项状态',
    is: '暂停',
    why: '长期无办件，挂起，不进目录清单和实施清单',
  };
  return { offer: { ...offer, state: '暂停' }, planted: [planted] };
}

function scheduled(offer: Offer): PlantedOffer {
  const planted: Planted = {
    kind: 'SCHEDULED',
    field: '计划生效日期',
    is: '2099-01-01',
    why: '计划生效日期未到',
  };
  return { offer: { ...offer, effective: '2099-01-01' }, planted: [planted] };
}

function cancelled(offer: Offer): PlantedOffer {
  const planted: Planted = {
    kind: 'CANCELLED',
    field: '计划取消日期',
    is: '2024-12-31',
    why: '计划取消日期已过',
  };
  return { offer: { ...offer, cancelled: '2024-12-31' }, planted: [planted] };
}

function changed(
  offer: Offer,
  change: Partial<Offer>,
  field: string,
  was: string | undefined,
  is: string | undefined,
  why: string,
): PlantedOffer {
  return {
    offer: { ...offer, ...change },
    planted: [{ kind: 'DRIFT', field, was: was ?? '', is: is ?? '', why }],
  };
}
