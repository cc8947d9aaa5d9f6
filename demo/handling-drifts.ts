import type { Offer } from './offer.ts';
import type { Place } from './places.ts';
import type { Planted, PlantedOffer } from './planting.ts';
import type { Random } from './random.ts';
import type { FeeWords } from './vocabulary/fees.ts';

/** A way in which an office handles an item otherwise than the reference says. */
export type HandlingDrift = (
  offer: Offer,
  random: Random,
  place: Pick<Place, 'name'>,
) => PlantedOffer | undefined;

const drift = (field: string, was: string, is: string, why: string): Planted => ({
  kind: 'DRIFT',
  field,
  was,
  is,
  why,
});

const withCondition = (offer: Offer, sentence: string): string =>
  offer.condition.replace(/。$/u, `；4.${sentence}。`);

/** What a notice of the place once asked for, and nobody struck out. */
const STRICTER = [
  '申请人近三年内无行政处罚记录',
  '申请人信用状况良好，未列入失信名单',
  '经主管部门年度考核合格',
  '有与业务相适应的办公场所',
] as const;

/** Naming the place (本辖地 stands for 本县, 本区 or 本市) keeps nobody out: what falls to it is no limit, nor a limit lifted. */
const OF_THE_PLACE = [
  '申请事项属于本辖地管辖范围',
  '不限于本地企业，外地企业同等对待',
  '本地户籍和外地户籍申请人均可申请',
] as const;

/** Words by which offices keep out who comes from elsewhere. */
const LOCAL_ONLY = {
  L: ['申请人须为本地企业', '申请人必须在本辖地设立分公司', '仅限本地注册的企业申请'],
  N: ['申请人须为本辖地户籍', '仅受理本地居民的申请', '申请人应当具有本辖地户籍'],
} as const;

/** 本县, 本区 or 本市. */
const naming = (words: string, { name }: Pick<Place, 'name'>): string =>
  words.replace('本辖地', `本${name.at(-1) ?? '地'}`);

/** One condition more than the reference has, and one fewer where a sentence was lost in copying. */
export const otherCondition: HandlingDrift = (offer, random, place) => {
  const condition = random.chance(0.3)
    ? offer.condition.replace(/2\.申请事项[^；]*；3\./u, '2.')
    : withCondition(offer, naming(random.pick([...STRICTER, ...OF_THE_PLACE]), place));
  const why = '受理条件与参考目录不同';
  return {
    offer: { ...offer, condition },
    planted: [drift('受理条件', offer.condition, condition, why)],
  };
};

/** A condition that only who is from the place can meet. */
export const localOnly: HandlingDrift = (offer, random, place) => {
  const condition = withCondition(
    offer,
    naming(random.pick(LOCAL_ONLY[offer.audience === 'L' ? 'L' : 'N']), place),
  );
  const words = { field: '受理条件', was: offer.condition, is: condition } as const;
  return {
    offer: { ...offer, condition },
    planted: [{ kind: 'LOCAL_ONLY', ...words, why: '受理条件限制外地申请人' }],
  };
};

const localFee = (offer: Offer, place: Pick<Place, 'name'>): FeeWords => ({
  name: `${offer.name}工本费`,
  standard: '10元/份',
  basis: `《${place.name}行政事业性收费目录》`,
  nature: '行政事业性收费',
  reduction: '无',
});

/** Offices charge for what is free. */
export const chargedForNothing: HandlingDrift = (offer, _random, place) => {
  if (offer.fee !== undefined) return undefined;
  return {
    offer: { ...offer, fee: localFee(offer, place) },
    planted: [drift('是否收费', '否', '是', '参考目录规定不收费')],
  };
};

/** Of a charge the reference knows: waived where it should stand, or taken under a document of the place's own. */
export const otherCharge: HandlingDrift = (offer, random, place) => {
  const { fee } = offer;
  if (fee === undefined) return undefined;
  if (random.chance(0.5)) {
    const planted = [drift('是否收费', '是', '否', '参考目录规定收费，清单写不收费')];
    return { offer: { ...offer, fee: undefined }, planted };
  }
  const { basis } = localFee(offer, place);
  return {
    offer: { ...offer, fee: { ...fee, basis } },
    planted: [drift('收费依据', fee.basis, basis, '收费依据与参考目录不同')],
  };
};

/** A licence whose paper is called something else, or an answer on paper where the reference knows of none. */
export const otherResult: HandlingDrift = (offer, random) => {
  const { result } = offer;
  if (result.name !== '' && random.chance(0.5)) {
    const name = random.pick([`准予${result.name}决定书`, `${offer.department.county}审批意见`]);
    const planted = [drift('审批结果名称', result.name, name, '审批结果名称与参考目录不同')];
    return { offer: { ...offer, result: { ...result, name } }, planted };
  }
  const type = result.type === '证照' ? '批文' : '文书';
  const planted = [drift('审批结果类型', result.type, type, '审批结果类型与参考目录不同')];
  return { offer: { ...offer, result: { ...result, type } }, planted };
};

/** Marked as dormant, and still offered: it should have been suspended. */
export const dormant: HandlingDrift = (offer) => ({
  offer: { ...offer, isDormant: true },
  planted: [
    {
      kind: 'DORMANT',
      field: '是否静默事项',
      was: '否',
      is: '是',
      why: '长期没有办件，仍在用，应当挂起',
    },
  ],
});
