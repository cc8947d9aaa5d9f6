import type { Cells } from './columns.ts';
import { listKey } from './list-names.ts';
import { soleReference } from './offer.ts';
import { localAuthority, type Organisation } from './organisations.ts';
import type { ListRow, PlaceLists } from './place-lists.ts';
import { type Place, townships, villages } from './places.ts';
import { hashText, type Random, randomFor } from './random.ts';
import type { SizeParameters } from './sizes.ts';
import type { Truth, TruthKind } from './truth.ts';

/** One row of a county's township and village list, with the truth about it. */
export interface TownshipRow {
  readonly key: string;
  readonly cells: Cells;
  readonly source: ListRow;
  readonly place: Place;
  readonly truths: readonly Truth[];
}

const RATES = { noSource: 0.04, dangling: 0.01, stale: 0.04 } as const;

/** Of so many townships one has taken on what the reference does not let townships do. */
const BEYOND_LEVEL_RATE = 0.5;

/** What may be wrong with an item of the county that its towns take over as it is. */
const TAKEN_OVER: ReadonlySet<TruthKind> = new Set([
  ...(['RENAMED', 'OUTDATED', 'DRIFT', 'LOCAL_ONLY', 'DORMANT'] as const),
]);

interface Local {
  readonly place: Place;
  readonly county: Place;
  readonly authority: Organisation;
  readonly list: string;
  readonly sourceList: string;
}

/** The rows of a county's townships and villages, one at a time: a province has 1.4 million of them. */
export function* townshipRows(
  lists: PlaceLists,
  parameters: SizeParameters,
  seed: number,
): Generator<TownshipRow> {
  const pool = { TOWNSHIP: sourcesFor(lists, '5'), VILLAGE: sourcesFor(lists, '6') };
  const notForTowns = lists.rows.implementation.filter(isNotForTowns);
  let serial = 0;
  for (const township of townships(lists.place, parameters.townshipsPerCounty, seed)) {
    const places = [township, ...villages(township, parameters.villagesPerTownship, seed)];
    for (const place of places) {
      const level = place.level === 'VILLAGE' ? 'VILLAGE' : 'TOWNSHIP';
      const count = level === 'VILLAGE' ? parameters.rowsPerVillage : parameters.rowsPerTownship;
      const random = randomFor(seed, 'township', place.code);
      const local = localOf(place, lists);
      const sources = drawn(pool[level], count, random);
      const beyond = level === 'TOWNSHIP' ? beyondLevel(notForTowns, sources.length, place, seed) : undefined;
      for (const [index, source] of sources.entries()) {
        serial += 1;
        const key = `${lists.place.code.slice(0, 6)}-XZ-${String(serial).padStart(5, '0')}`;
        const row = rowOf(key, source, local, random);
        const isReplaced = index === beyond?.index && row.truths.length === 0;
        yield isReplaced ? rowBeyond(key, beyond.source, local) : row;
      }
    }
  }
}

/** What a town may take over: implementation rows of items whose exercise levels include it, each item once. */
function sourcesFor(lists: PlaceLists, level: '5' | '6'): readonly ListRow[] {
  const seen = new Set<string>();
  return lists.rows.implementation.filter(({ offer, cells, planted }) => {
    const reference = soleReference(offer);
    const code = cells.实施编码 ?? '';
    if (!reference?.levels.includes(level) || code === '' || seen.has(code)) return false;
    seen.add(code);
    return planted.every(({ kind }) => TAKEN_OVER.has(kind));
  });
}

const isNotForTowns = ({ offer, cells, planted }: ListRow): boolean =>
  planted.length === 0 &&
  offer.handling === '' &&
  (cells.实施编码 ?? '') !== '' &&
  soleReference(offer)?.levels.includes('5') === false;

/** Which row of a township gives way to an item that no township may exercise; a stream of its own moves no other. */
function beyondLevel(pool: readonly ListRow[], rows: number, place: Place, seed: number) {
  const random = randomFor(seed, 'township-beyond', place.code);
  if (!random.chance(BEYOND_LEVEL_RATE) || pool.length === 0 || rows === 0) return undefined;
  return { index: random.between(0, rows - 1), source: random.pick(pool) };
}

function rowBeyond(key: string, source: ListRow, local: Local): TownshipRow {
  const reference = soleReference(source.offer)?.code;
  const truth: Truth = {
    kind: 'BEYOND_LEVEL',
    list: local.list,
    row: key,
    ...(reference === undefined ? {} : { reference }),
    why: '参考目录没有让乡镇行使',
  };
  return { key, cells: baseCells(key, source, local), source, place: local.place, truths: [truth] };
}

function drawn(pool: readonly ListRow[], count: number, random: Random): readonly ListRow[] {
  const left = random.shuffle(pool).slice(0, count);
  return left.length === pool.length ? pool : left;
}

function localOf(place: Place, lists: PlaceLists): Local {
  return {
    place,
    county: lists.place,
    authority: localAuthority(place, lists.place),
    list: listKey(lists.place, 'township'),
    sourceList: listKey(lists.place, 'implementation'),
  };
}

function rowOf(key: string, source: ListRow, local: Local, random: Random): TownshipRow {
  const cells = { ...baseCells(key, source, local) };
  const truth = (rest: Omit<Truth, 'list' | 'row' | 'other' | 'otherList'>): Truth => ({
    list: local.list,
    row: key,
    other: source.key,
    otherList: local.sourceList,
    ...rest,
  });
  const draw = random.next();
  if (draw < RATES.noSource) {
    const was = cells.来源事项编码 ?? '';
    cells.来源事项编码 = '';
    return {
      key,
      cells,
      source,
      place: local.place,
      truths: [truth({ kind: 'NO_SOURCE', field: '来源事项编码', was, is: '', why: '未填来源事项编码' })],
    };
  }
  if (draw < RATES.noSource + RATES.dangling) {
    const was = cells.来源事项编码 ?? '';
    const is = `${was.slice(0, -3)}999`;
    cells.来源事项编码 = is;
    return {
      key,
      cells,
      source,
      place: local.place,
      truths: [
        truth({
          kind: 'DANGLING_SOURCE',
          field: '来源事项编码',
          was,
          is,
          why: '来源事项编码在县级清单中不存在',
        }),
      ],
    };
  }
  if (draw < RATES.noSource + RATES.dangling + RATES.stale) return stale(cells, source, local, truth);
  return { key, cells, source, place: local.place, truths: [] };
}

/** The county changed its item after the town had copied it. */
function stale(
  cells: { -readonly [Title in keyof Cells]: string },
  source: ListRow,
  local: Local,
  truth: (rest: Omit<Truth, 'list' | 'row' | 'other' | 'otherList'>) => Truth,
): TownshipRow {
  const was = source.cells.承诺办结时限 ?? '';
  const is = was === '10个工作日' ? '15个工作日' : '10个工作日';
  cells.承诺办结时限 = is;
  const why = '县级事项已更新，乡镇（村）仍是旧副本';
  return {
    key: cells.来源主键 ?? '',
    cells,
    source,
    place: local.place,
    truths: [truth({ kind: 'STALE_COPY', field: '承诺办结时限', was, is, why })],
  };
}

function baseCells(key: string, source: ListRow, { place, authority, county }: Local): Cells {
  const village = place.level === 'VILLAGE';
  const { cells } = source;
  const basic = soleReference(source.offer)?.code ?? '';
  const centre = village ? '便民服务站' : '便民服务中心';
  return {
    来源主键: key,
    层级: village ? '村(社区)级' : '镇(乡、街道)级',
    区划代码: place.code,
    区划名称: place.fullName,
    实施主体: authority.name,
    实施主体编码: authority.code,
    事项类型: cells.事项类型 ?? '',
    事项名称: cells.事项名称 ?? '',
    基本编码: basic,
    实施编码: `${authority.code}${village ? 6 : 5}${basic}`,
    来源事项编码: cells.实施编码 ?? '',
    设定依据: cells.设定依据 ?? '',
    行使层级: village ? '村(社区)级' : '镇(乡、街道)级',
    法定办结时限: cells.法定办结时限 ?? '',
    承诺办结时限: cells.承诺办结时限 ?? '',
    服务对象: cells.服务对象 ?? '',
    办理地点: `${place.fullName}${centre}`,
    办理时间: '工作日上午8:30-12:00，下午14:00-17:30',
    咨询电话: `0888-8${String(300_000 + (hashText(place.code + county.code) % 90_000))}`,
    事项状态: '在用',
  };
}
