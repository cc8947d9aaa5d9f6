import type { Cells } from './columns.ts';
import { offersOf, type PlaceContext, type PlaceOffers } from './county-offers.ts';
import { regroup } from './granularity.ts';
import { plantLater } from './later-planting.ts';
import { listCells } from './list-cells.ts';
import { LIST_NAMES, LISTS, type ListName, listKey } from './list-names.ts';
import { isPower, type Offer } from './offer.ts';
import type { Place } from './places.ts';
import { outdated, type Planted, type PlantedOffer, plant } from './planting.ts';
import { type Random, randomFor } from './random.ts';
import type { ReferenceItem } from './reference-catalog.ts';
import { materialNames, slip } from './row-slips.ts';

/** One row of one list of a place, with everything that was planted into it. */
export interface ListRow {
  readonly list: ListName;
  readonly key: string;
  readonly cells: Cells;
  readonly offer: Offer;
  readonly planted: readonly Planted[];
}

export interface PlaceLists {
  /** The reference items that the place's level may exercise. */
  readonly menu: readonly ReferenceItem[];
  readonly place: Place;
  readonly rows: Readonly<Record<ListName, readonly ListRow[]>>;
  readonly found: PlaceOffers;
}

/** The four lists of a city or county, row by row, with what was planted. */
export function placeLists(context: PlaceContext): PlaceLists {
  const { place, seed, editions } = context;
  const random = randomFor(seed, 'lists', place.code);
  const found = offersOf(context);
  const marksOf = (offer: Offer) => (found.onOlderEdition ? outdated(offer, editions) : []);
  const agrees = (offer: Offer) => marksOf(offer).length === 0;
  const planted = plant(regroup(found.offers, random), random, agrees).map(({ offer, planted: marks }) => ({
    offer,
    planted: [...marksOf(offer), ...marks],
  }));
  // A department that reports to have no public service has none in the list of them by mistake either.
  const placed = misplace(planted, random, ({ department }) => department !== found.nilReturn);
  const rows = Object.fromEntries(
    LIST_NAMES.map((list) => [list, rowsOf(list, placed[list], context, random)] as const),
  ) as Record<ListName, readonly ListRow[]>;
  return { place, menu: context.menu, rows: plantLater(rows, context), found };
}

/** Which list each offer stands in, and a few that stand where they should not or are absent where they should be. */
function misplace(
  offers: readonly PlantedOffer[],
  random: Random,
  mayServe: (offer: Offer) => boolean,
): Record<ListName, readonly PlantedOffer[]> {
  const free = [...random.shuffle(offers)].filter(
    ({ offer, planted }) => planted.length === 0 && offer.references.length === 1,
  );
  const quota = Math.max(1, Math.round(offers.length * 0.01));
  const take = (test: (offer: Offer) => boolean, count = quota) => {
    const taken = free.filter(({ offer }) => test(offer)).slice(0, count);
    for (const each of taken) free.splice(free.indexOf(each), 1);
    return new Set(taken);
  };
  const overlap = take(
    (offer) => isPower(offer) && offer.onApplication && mayServe(offer),
    Math.max(1, quota * 2),
  );
  const wrong = take((offer) => isPower(offer) && offer.onApplication && mayServe(offer));
  const proactive = take((offer) => !offer.onApplication);
  const unlisted = take((offer) => isPower(offer) && offer.onApplication);
  const withMark = (offer: PlantedOffer, mark: Planted | undefined): PlantedOffer =>
    mark === undefined ? offer : { ...offer, planted: [...offer.planted, mark] };
  const service = ({ offer }: PlantedOffer) => offer.onApplication && offer.state === '在用';
  const offPowerList = (each: PlantedOffer) => unlisted.has(each) || wrong.has(each);
  const onLists = offers
    .filter(service)
    .map((each) => withMark(each, offPowerList(each) ? NOT_ON_POWER : undefined));
  const wronglyOn = offers.filter((each) => proactive.has(each)).map((each) => withMark(each, PROACTIVE));
  return {
    power: offers
      .filter((each) => isPower(each.offer) && !offPowerList(each))
      .map((each) => withMark(each, overlap.has(each) ? OVERLAP : undefined)),
    public: offers
      .filter((each) => !isPower(each.offer) || overlap.has(each) || wrong.has(each))
      .map((each) => withMark(each, overlap.has(each) ? OVERLAP : wrong.has(each) ? WRONG : undefined)),
    directory: [...onLists, ...wronglyOn],
    implementation: onLists,
  };
}

const OVERLAP: Planted = { kind: 'OVERLAP', why: '同一事项既在权力清单又在公共服务清单' };
const WRONG: Planted = { kind: 'WRONG_LIST', why: '行政权力事项只列入公共服务清单，未列入权力清单' };
const PROACTIVE: Planted = { kind: 'WRONG_LIST', why: '无需相对人申请的事项列入政务服务事项目录清单' };
const NOT_ON_POWER: Planted = {
  kind: 'NOT_ON_POWER_LIST',
  why: '列入政务服务清单的行政权力事项不在权力清单',
};

function rowsOf(
  list: ListName,
  offers: readonly PlantedOffer[],
  context: PlaceContext,
  random: Random,
): readonly ListRow[] {
  const prefix = `${listKey(context.place, list).split('-')[0]}-${LISTS[list].letters}-`;
  const key = (index: number) => `${prefix}${String(index + 1).padStart(4, '0')}`;
  const rows = offers.map((planted, index) => rowOf(list, key(index), planted, context, random));
  const twin = rows.find(({ planted, offer }) => planted.length === 0 && offer.references.length === 1);
  if (twin === undefined) return rows;
  const doubled = key(rows.length);
  const mark: Planted = { kind: 'DUPLICATE', is: twin.key, why: '同一事项在同一清单重复填报' };
  return [...rows, { ...twin, key: doubled, cells: { ...twin.cells, 来源主键: doubled }, planted: [mark] }];
}

function rowOf(
  list: ListName,
  key: string,
  { offer, planted }: PlantedOffer,
  context: PlaceContext,
  random: Random,
): ListRow {
  const former = context.editions.earlier.get(offer.references[0]?.code ?? '')?.name;
  const slipped = slip(listCells(list, key, offer, context), offer, context.place, random, former);
  const materials = list === 'implementation' ? materialNames(offer) : [];
  return { list, key, cells: slipped.cells, offer, planted: [...planted, ...materials, ...slipped.planted] };
}
