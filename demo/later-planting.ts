import { copied, type PlaceContext } from './county-offers.ts';
import {
  chargedForNothing,
  dormant,
  type HandlingDrift,
  localOnly,
  otherCharge,
  otherCondition,
  otherResult,
} from './handling-drifts.ts';
import { listCells } from './list-cells.ts';
import { LIST_NAMES, type ListName } from './list-names.ts';
import { isPower, type Offer, soleReference } from './offer.ts';
import type { ListRow } from './place-lists.ts';
import type { Planted } from './planting.ts';
import { type Random, randomFor } from './random.ts';

type Rows = Readonly<Record<ListName, readonly ListRow[]>>;

const DRIFTS: readonly { readonly rate: number; readonly drift: HandlingDrift }[] = [
  { rate: 0.015, drift: otherCondition },
  { rate: 0.01, drift: localOnly },
  { rate: 0.01, drift: chargedForNothing },
  { rate: 0.005, drift: otherCharge },
  { rate: 0.02, drift: otherResult },
  { rate: 0.01, drift: dormant },
];
const NOT_SERVED_RATE = 0.01;
const BEYOND_LEVEL_RATE = 0.01;

const NOT_SERVED: Planted = {
  kind: 'NOT_SERVED',
  why: '依申请的权力在权力清单，不在政务服务清单，也没有挂起',
};

const BEYOND_LEVEL: Planted = { kind: 'BEYOND_LEVEL', why: '参考目录没有让这一级行使' };

/**
 * Plants into lists that are written already, from a stream of its own and into rows that nothing was planted into, so
 * that whatever stands elsewhere stays as it was: other handling, powers without a service, items of another level.
 */
export function plantLater(rows: Rows, context: PlaceContext): Rows {
  const random = randomFor(context.seed, 'later', context.place.code);
  const clean = random.shuffle(cleanOffers(rows));
  const quota = (rate: number) => Math.max(1, Math.round(rows.implementation.length * rate));
  const unserved = new Set(clean.filter(isMissedByNobody).slice(0, quota(NOT_SERVED_RATE)));
  const drifted = drifts(
    clean.filter((offer) => !unserved.has(offer)),
    quota,
    context,
    random,
  );
  const changed = (row: ListRow): ListRow => {
    if (unserved.has(row.offer)) return { ...row, planted: [NOT_SERVED] };
    const found = drifted.get(row.offer);
    if (found === undefined) return row;
    const { offer, planted } = found;
    return { ...row, offer, planted, cells: listCells(row.list, row.key, offer, context) };
  };
  const isServed = ({ list, offer }: ListRow) =>
    list === 'power' || list === 'public' || !unserved.has(offer);
  const beyond = offersBeyond(rows, quota(BEYOND_LEVEL_RATE), context, random);
  const after = (list: ListName): readonly ListRow[] => [
    ...rows[list].filter(isServed).map(changed),
    ...rowsBeyond(list, rows[list], beyond, context),
  ];
  return {
    power: after('power'),
    public: after('public'),
    directory: after('directory'),
    implementation: after('implementation'),
  };
}

/** Offers of one reference item as a whole in whose rows nothing is wrong yet. */
function cleanOffers(rows: Rows): readonly Offer[] {
  const spoilt = new Set(
    LIST_NAMES.flatMap((list) => rows[list].flatMap((row) => (row.planted.length > 0 ? [row.offer] : []))),
  );
  return rows.implementation
    .map(({ offer }) => offer)
    .filter((offer) => !spoilt.has(offer) && soleReference(offer) !== undefined && offer.handling === '');
}

/** A power that no township has taken over from the list of services. */
const isMissedByNobody = (offer: Offer): boolean =>
  isPower(offer) && !/[56]/u.test(soleReference(offer)?.levels ?? '');

function drifts(
  clean: readonly Offer[],
  quota: (rate: number) => number,
  { place }: PlaceContext,
  random: Random,
) {
  const found = new Map<Offer, NonNullable<ReturnType<HandlingDrift>>>();
  for (const { rate, drift } of DRIFTS) {
    let left = quota(rate);
    for (const offer of clean) {
      if (left === 0) break;
      const result = found.has(offer) ? undefined : drift(offer, random, place);
      if (result === undefined) continue;
      found.set(offer, result);
      left -= 1;
    }
  }
  return found;
}

/**
 * What offices take on that the reference leaves to other levels: items one applies for, of departments that have
 * some of the kind on every list already, so that none that is silent begins to speak.
 */
function offersBeyond(rows: Rows, count: number, context: PlaceContext, random: Random): readonly Offer[] {
  const mayHave = new Set(context.menu);
  const speaking = (list: ListName) => new Set(rows[list].map(({ offer }) => offer.department));
  const served = speaking('implementation');
  const own = { power: speaking('power'), public: speaking('public') };
  const others = context.items.filter(
    (item) =>
      item.handled &&
      item.onApplication &&
      !mayHave.has(item) &&
      served.has(item.department) &&
      own[isPower(item.main) ? 'power' : 'public'].has(item.department),
  );
  return random
    .shuffle(others)
    .slice(0, count)
    .map((item) => copied(item, context, random));
}

function rowsBeyond(
  list: ListName,
  rows: readonly ListRow[],
  beyond: readonly Offer[],
  context: PlaceContext,
): readonly ListRow[] {
  const last = rows.at(-1)?.key ?? '';
  const serial = Number(last.slice(-4));
  const wanted = beyond.filter(
    (offer) => list === 'directory' || list === 'implementation' || (list === 'power') === isPower(offer),
  );
  return wanted.map((offer, index) => {
    const key = `${last.slice(0, -4)}${String(serial + index + 1).padStart(4, '0')}`;
    return { list, key, offer, cells: listCells(list, key, offer, context), planted: [BEYOND_LEVEL] };
  });
}
