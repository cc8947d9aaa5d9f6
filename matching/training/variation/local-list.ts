import type { MatchItem } from '../../item.ts';
import type { Relation } from '../../judgement.ts';
import { type Ambiguity, ambiguityOf } from './ambiguity.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import { type FieldChange, type FieldHabits, localFields } from './local-fields.ts';
import type { Draw, Wording, Writer } from './wording.ts';

/** A row of a county's list of which it is known what it was written from. */
export interface LocalItem {
  readonly item: MatchItem;
  /** The row of the catalog it was written from. */
  readonly about: CatalogEntry;
  /** The references it answers; none for an item of the county's own. */
  readonly partners: ReadonlyMap<string, Relation>;
  /** What was done to the name. */
  readonly kinds: readonly string[];
  readonly changes: readonly FieldChange[];
}

export interface ListPlan {
  /** What is in the references. */
  readonly catalog: readonly CatalogEntry[];
  /** Subjects the references do not have. */
  readonly extras: readonly CatalogEntry[];
  /** Which rows of either the list may be about; all when missing. */
  readonly about?: ((entry: CatalogEntry) => boolean) | undefined;
  readonly size: number;
  /** Wordings each name that is written otherwise gets one of first. */
  readonly first: readonly Wording[];
  /** Wordings that may come on top. */
  readonly further: readonly Wording[];
  /** Share of names that stand as in the catalog. */
  readonly verbatim: number;
}

/** `merged` is of items whose main item has enough sub-items to be merged, about one in eight. */
const SHARES = { none: 0.1, merged: 0.15, part: 0.015, second: 0.35 } as const;
const PARTS = ['（个人）', '（企业）', '（县属国有企业）', '（本地户籍）', '（部分情形）'] as const;

/** The local lists of a catalog: what is looked up about it is made ready once. */
export interface ListWriter {
  /** The list of one county; the same draw gives the same list. `prefix` begins its ids. */
  readonly write: (
    prefix: string,
    writer: Writer,
    region: string,
    habits: FieldHabits,
    draw: Draw,
  ) => readonly LocalItem[];
}

/** Makes a catalog ready to have counties' lists written from it. */
export function listWriter(plan: ListPlan): ListWriter {
  const ambiguity = ambiguityOf([...plan.catalog, ...plan.extras].map(({ item }) => [item.id, item.name]));
  const families = new Map<string, CatalogEntry[]>();
  for (const entry of [...plan.catalog, ...plan.extras]) {
    if (entry.handled) families.set(entry.main, [...(families.get(entry.main) ?? []), entry]);
  }
  const mains = new Map(plan.catalog.filter(({ handled }) => !handled).map((row) => [row.item.id, row]));
  const all = [...plan.catalog, ...plan.extras];
  return {
    write: (prefix, writer, region, habits, draw) =>
      chosen(plan, draw).map((entry, at): LocalItem => {
        const id = `${prefix}-${String(at).padStart(4, '0')}`;
        const siblings = families.get(entry.main) ?? [];
        const isExtra = plan.extras.includes(entry);
        const merged =
          isExtra || !draw.chance(SHARES.merged)
            ? undefined
            : mergedOf(entry, siblings, mains.get(entry.main), draw);
        const part =
          isExtra || merged !== undefined || !draw.chance(SHARES.part) ? undefined : draw.pick(PARTS);
        const base = merged?.name ?? entry.item.name + (part ?? '');
        const own = entry.item.id;
        const named =
          (merged ?? part)
            ? { name: base, kinds: [merged ? '合并' : '部分'] }
            : reworded(base, own, plan, { ...writer, office: entry.office }, ambiguity, draw);
        const { fields, changes } = localFields(entry, all, siblings, habits, draw);
        const partners: ReadonlyMap<string, Relation> = isExtra
          ? new Map()
          : (merged?.partners ?? new Map([[own, part === undefined ? 'EQUIVALENT' : 'NARROWER']]));
        return {
          item: { id, name: named.name, region, ...fields },
          about: entry,
          partners,
          kinds: named.kinds,
          changes,
        };
      }),
  };
}

/** Rows the list is about, each once. */
const chosen = (
  { catalog, extras, size, about = () => true }: ListPlan,
  draw: Draw,
): readonly CatalogEntry[] => {
  const none = Math.round(size * SHARES.none);
  // Main items stand in lists too, where an office does not tell its sub-items apart.
  const eligible = catalog.filter((entry) => about(entry) && (entry.handled || draw.chance(0.25)));
  return draw.shuffle([
    ...draw.shuffle(eligible).slice(0, size - none),
    ...draw.shuffle(extras.filter((entry) => about(entry) && entry.handled)).slice(0, none),
  ]);
};

/** Several siblings of one main item handled under one name, as small offices do: more than each, less than the main. */
const mergedOf = (
  entry: CatalogEntry,
  siblings: readonly CatalogEntry[],
  main: CatalogEntry | undefined,
  draw: Draw,
) => {
  const parsed = siblings.flatMap((one) => {
    const found = /^(.{4,}?)（?(新办|变更|延续|补办|补发|核发|注销)）?$/u.exec(one.item.name);
    return found === null ? [] : [{ id: one.item.id, stem: found[1] as string, act: found[2] as string }];
  });
  const stem = parsed.find(({ id }) => id === entry.item.id)?.stem;
  const same = parsed.filter((one) => one.stem === stem);
  if (stem === undefined || same.length < 3) return undefined;
  const taken = draw.shuffle(same).slice(0, draw.between(2, same.length - 1));
  const acts = same.filter((one) => taken.includes(one)).map(({ act }) => act);
  const name = draw.chance(0.5) ? `${stem}（${acts.join('、')}）` : `${stem}${acts.join('、')}`;
  const parts = taken.map(({ id }): [string, Relation] => [id, 'BROADER']);
  const within = main === undefined ? [] : [[main.item.id, 'NARROWER'] as const];
  return { name, partners: new Map<string, Relation>([...parts, ...within]) };
};

const reworded = (
  name: string,
  own: string,
  { first, further, verbatim }: ListPlan,
  writer: Writer,
  ambiguity: Ambiguity,
  draw: Draw,
): { readonly name: string; readonly kinds: readonly string[] } => {
  if (draw.chance(verbatim)) return { name, kinds: ['原样'] };
  const one = oneWording(name, own, first, writer, ambiguity, draw);
  if (one === undefined) return { name, kinds: ['原样'] };
  if (!draw.chance(SHARES.second)) return { name: one.name, kinds: [one.kind] };
  const rest = further.filter(({ kind }) => kind !== one.kind);
  const two = oneWording(one.name, own, rest, writer, ambiguity, draw);
  return two === undefined
    ? { name: one.name, kinds: [one.kind] }
    : { name: two.name, kinds: [one.kind, two.kind] };
};

const oneWording = (
  name: string,
  own: string,
  wordings: readonly Wording[],
  writer: Writer,
  ambiguity: Ambiguity,
  draw: Draw,
) => {
  for (const { kind, slips, write } of draw.shuffle(wordings)) {
    const written = write(name, draw, writer);
    if (written === undefined || written === name) continue;
    if (!ambiguity.isAmbiguous(written, own, slips === true)) return { name: written, kind };
  }
  return undefined;
};
