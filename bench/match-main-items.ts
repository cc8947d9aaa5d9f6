import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { referenceCatalog } from '../demo/reference-catalog.ts';
import { SIZES } from '../demo/sizes.ts';
import type { MatchItem } from '../matching/item.ts';
import { assignMains } from '../matching/main-items/assign-mains.ts';
import type { Benchmark } from './benchmarks.ts';

/** A list whose main items are known: what each item says of its own is the truth, and hidden from the engine. */
interface KnownList {
  readonly items: readonly MatchItem[];
  readonly mains: readonly MatchItem[];
  readonly truth: ReadonlyMap<string, string | null>;
}

type Row = Readonly<Record<string, string | undefined>>;

const itemOf = (row: Row): MatchItem => ({
  id: row['row_id'] ?? '',
  name: row['name'] ?? '',
  codes: [row['basic_code'] ?? ''].filter((code) => code !== ''),
  ...(row['dept'] ? { department: row['dept'] } : {}),
  ...(row['item_type'] ? { type: row['item_type'] } : {}),
  ...(row['region'] ? { region: row['region'] } : {}),
});

/** The longest list of one region in the file: columns row_id, region, name, parent_name and more. */
const listOfFile = (path: string): KnownList => {
  const { data } = Papa.parse<Row>(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const regions = Map.groupBy(data, (row) => row['region'] ?? '');
  const rows = [...regions.values()].reduce((most, one) => (one.length > most.length ? one : most), []);
  const names = new Set(rows.map((row) => row['parent_name'] ?? '').filter((name) => name !== ''));
  return {
    items: rows.map(itemOf),
    mains: [...names].map((name) => ({ id: name, name })),
    truth: new Map(rows.map((row) => [row['row_id'] ?? '', row['parent_name'] || null])),
  };
};

/** Sub-items of the demonstration province; of every fourth main item nothing is known, so its sub-items have none. */
const writtenList = (): KnownList => {
  const all = referenceCatalog(SIZES.province);
  const mains = all.filter(({ handled }, at) => !handled && at % 4 !== 0);
  const known = new Set(mains.map(({ code }) => code));
  const items = all.filter(({ handled }) => handled);
  return {
    items: items.map(({ code, name, main, department }) => ({
      id: code,
      name,
      codes: [code],
      type: main.type,
      department: department.county,
    })),
    mains: mains.map(({ code, name, main, department }) => ({
      id: code,
      name,
      type: main.type,
      department: department.county,
    })),
    truth: new Map(items.map(({ code, mainCode }) => [code, known.has(mainCode) ? mainCode : null])),
  };
};

const FOLDS = 5;

const foldOf = (id: string): number =>
  [...id].reduce((hash, one) => (Math.imul(hash, 31) + (one.codePointAt(0) ?? 0)) >>> 0, 7) % FOLDS;

/** F1, precision and recall of giving each item its main item; an item without one counts where it is given one. */
const figures = (
  truth: KnownList['truth'],
  answers: ReadonlyMap<string, string | null>,
): { readonly text: string; readonly f1: number } => {
  const given = [...answers].filter(([, main]) => main !== null);
  const right = given.filter(([id, main]) => truth.get(id) === main).length;
  const wanted = [...truth.values()].filter((main) => main !== null).length;
  const f1 = (2 * right) / Math.max(1, given.length + wanted);
  const text = [f1, right / Math.max(1, given.length), right / Math.max(1, wanted)]
    .map((figure) => figure.toFixed(3))
    .join(' / ');
  return { text, f1 };
};

const without = (items: readonly MatchItem[], fields: readonly (keyof MatchItem)[]): readonly MatchItem[] =>
  items.map((item) => ({
    id: item.id,
    name: item.name,
    ...Object.fromEntries(Object.entries(item).filter(([key]) => !fields.includes(key as keyof MatchItem))),
  }));

const blind = ({ mains }: KnownList, items: readonly MatchItem[]): ReadonlyMap<string, string | null> =>
  new Map(assignMains(items, mains).map(({ item, main }) => [item, main]));

/** A fifth of the list at a time is asked for, what the others state is known: an item that joins a list. */
const joining = (
  { items, mains, truth }: KnownList,
  alsoNone: boolean,
): ReadonlyMap<string, string | null> => {
  const answers = new Map<string, string | null>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const stated = new Map(
      [...truth].filter(([id, main]) => foldOf(id) !== fold && (alsoNone || main !== null)),
    );
    for (const { item, main } of assignMains(items, mains, stated))
      if (foldOf(item) === fold) answers.set(item, main);
  }
  return answers;
};

/**
 * How well sub-items find their main items: F1 / precision / recall over all items of a list. `--items <csv>` measures
 * a real list by its column parent_name, else a list drawn from the demonstration province is taken.
 */
export const matchMainItems: Benchmark = async (tell, words) => {
  const at = words.indexOf('--items');
  const path = at < 0 ? undefined : words[at + 1];
  const list = path === undefined ? writtenList() : listOfFile(path);
  const subs = [...list.truth.values()].filter((main) => main !== null).length;
  tell(`${list.items.length} 项，其中子项 ${subs} 项，主项 ${list.mains.length} 个`);
  const begun = performance.now();
  const whole = figures(list.truth, blind(list, list.items));
  const seconds = (performance.now() - begun) / 1000;
  return {
    '主项全部未知（F1 / 准确率 / 召回率）': whole.text,
    '　不看编码': figures(list.truth, blind(list, without(list.items, ['codes']))).text,
    '　不看部门与类型': figures(list.truth, blind(list, without(list.items, ['department', 'type']))).text,
    其余子项的主项已知: figures(list.truth, joining(list, false)).text,
    其余事项有无主项都已知: figures(list.truth, joining(list, true)).text,
    秒: seconds.toFixed(2),
  };
};
