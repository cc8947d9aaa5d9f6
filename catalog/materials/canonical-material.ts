import { normalizeName } from '../names.ts';
import { familyOf, rankOf } from './families.ts';
import { type Holder, heldBy, NAMED_APPLICANT } from './holders.ts';
import type { PaperGroup } from './paper-family.ts';
import { peel } from './peel.ts';
import { formOf, withoutProvince } from './purposes.ts';
import { shownName } from './shown-name.ts';

/** What a material is, whatever an office calls it. */
export interface CanonicalMaterial {
  /** Equal for two spellings of one paper; a symbol of a family, with its holder, or `other:` and the normalised name. */
  readonly key: string;
  /** The name to show; canonical of it is the same key and name. */
  readonly name: string;
  /** Groups of papers for looser comparison; undefined for what no family knows. */
  readonly group?: PaperGroup | 'form';
  /** Whose paper, where not the applicant's alone: 代理人, 申请人、配偶 …; several joined by 、. */
  readonly holder?: string;
  /** Names of the papers any one of which is enough. */
  readonly alternatives?: readonly string[];
  /** Names of the papers asked for together under one name. */
  readonly together?: readonly string[];
  /** What the spelling said besides the paper: a condition, a part of the applicants, an edition. */
  readonly note?: string;
}

interface Paper {
  readonly key: string;
  readonly name: string;
  readonly group: PaperGroup | 'form';
  readonly holders: readonly Holder[];
  /** Place in the vocabulary: the papers of a set are named in its order, however they were written. */
  readonly rank: number;
}

const MAX_HOLDERS = 4;

/** The holders once each and in one order; the applicant alone is what every paper without a holder means. */
const ownersOf = (holders: readonly Holder[]): readonly Holder[] => {
  const owners = [...new Map(holders.map((holder) => [holder.id, holder])).values()];
  if (owners.every(({ id }) => id === NAMED_APPLICANT.id)) return [];
  return owners.sort((left, right) => (left.id < right.id ? -1 : 1));
};

/** What joins two holders: 申请人及其配偶. Without it the second is the first one's: 申请人配偶. */
const JOINED = /^[、和及与]其?/u;

const paperOf = (
  text: string,
  holders: readonly Holder[] = [],
  depth = 0,
  isJoined = false,
): Paper | undefined => {
  const family = familyOf(text) ?? familyOf(withoutProvince(text));
  if (family !== undefined) {
    const owners = ownersOf(holders);
    const key = owners.length === 0 ? family.id : `${family.id}@${owners.map(({ id }) => id).join(',')}`;
    const name = owners.map((owner) => owner.name).join('、') + family.name;
    return { key, name, group: family.group, holders: owners, rank: rankOf(family) };
  }
  if (depth === MAX_HOLDERS) return undefined;
  for (const { holder, rest } of heldBy(text)) {
    const bare = rest.replace(JOINED, '');
    const joins = bare !== rest;
    const named = holder ?? (joins || isJoined ? NAMED_APPLICANT : undefined);
    const next = named === undefined ? holders : [...holders, named];
    const found = paperOf(peel(bare).core, next, depth + 1, joins);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The applicant's papers first: what follows a named holder is read as that holder's too. */
const inNamingOrder = (left: Paper, right: Paper): number =>
  Number(left.holders.length > 0) - Number(right.holders.length > 0) ||
  left.rank - right.rank ||
  (left.key < right.key ? -1 : 1);

/** Ends shared by the members of a set but written once: 「董事会或股东大会决议」. */
const SHARED_ENDS = ['决议', '证书', '证明', '证件', '报告', '合同', '证'];

const members = (text: string, separator: RegExp): readonly Paper[] | undefined => {
  const parts = text.split(separator).filter((part) => part !== '');
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return undefined;
  const ends = SHARED_ENDS.filter((end) => last.endsWith(end));
  let holders: readonly Holder[] = [];
  const found: Paper[] = [];
  for (const part of parts) {
    const core = peel(part).core;
    const paper = [core, ...ends.map((end) => core + end)]
      .map((spelling) => paperOf(spelling) ?? plainForm(spelling))
      .find((one) => one !== undefined);
    if (paper === undefined) return undefined;
    // 「法定代表人的任职文件及身份证明」: the holder is said once, for all that follow.
    const heir = paper.holders.length === 0 && holders.length > 0 ? paperOf(core, holders) : undefined;
    found.push(heir ?? paper);
    if (paper.holders.length > 0) holders = paper.holders;
  }
  const distinct = [...new Map(found.map((paper) => [paper.key, paper])).values()];
  return distinct.sort(inNamingOrder);
};

const plainForm = (text: string): Paper | undefined => {
  const form = formOf(text);
  return form?.purpose === '' ? { ...form, holders: [] } : undefined;
};

const single = ({ key, name, group, holders }: Paper): CanonicalMaterial => ({
  key,
  name,
  group,
  ...(holders.length === 0 ? {} : { holder: holders.map((holder) => holder.name).join('、') }),
});

const setOf = (papers: readonly Paper[], kind: 'alternatives' | 'together'): CanonicalMaterial => {
  const [first, second] = papers;
  if (first !== undefined && second === undefined) return single(first);
  const names = papers.map((paper) => paper.name);
  const key = papers.map((paper) => paper.key).join(kind === 'alternatives' ? '|' : '+');
  return { key, name: names.join(kind === 'alternatives' ? '或' : '、'), [kind]: names };
};

const OR = /或者?|(?<!\d)\/|、/u;
const AND = /以及|[及和与、,+;]/u;

const known = (core: string): CanonicalMaterial | undefined => {
  const paper = paperOf(core);
  if (paper !== undefined) return single(paper);
  const any = /或|(?<!\d)\//u.test(core) ? members(core, OR) : undefined;
  if (any !== undefined) return setOf(any, 'alternatives');
  const all = members(core, AND);
  return all === undefined ? undefined : setOf(all, 'together');
};

const BRACKETS = /\(([^()]*)\)/gu;

/** A name whose paper is known once the brackets are off: their content is another paper to choose, or a remark. */
const knownOutside = (core: string): CanonicalMaterial | undefined => {
  const outside = peel(core.replace(BRACKETS, '')).core;
  if (outside === core) return undefined;
  const found = known(outside);
  if (found === undefined || found.together !== undefined) return undefined;
  const inside = [...core.matchAll(BRACKETS)].map(([, text]) => text ?? '');
  // 「身份证明文件（含营业执照、授权委托书等）」 asks for more than the name outside: it stays as written.
  if (inside.some((text) => /^(?:含|包括|包含)/u.test(text))) return undefined;
  const other = inside.map((text) => known(peel(text).core)).find((one) => one !== undefined);
  if (other === undefined || other.together !== undefined || other.key === found.key)
    return { ...found, note: inside.join('；') };
  return known(`${found.name}或${other.name}`) ?? found;
};

const reading = (raw: string): CanonicalMaterial => {
  if (raw.length > LONGEST_NAME)
    return { key: `other:${normalizeName(raw)}`, name: shownName(normalizeName(raw)) };
  const { core, dropped } = peel(raw);
  const form = formOf(core);
  const found = known(core) ??
    (form === undefined
      ? knownOutside(core)
      : { key: form.key, name: shownName(form.name), group: form.group }) ?? {
      key: `other:${withoutProvince(core)}`,
      name: shownName(withoutProvince(core)),
    };
  const notes = [...dropped, ...(found.note === undefined ? [] : [found.note])];
  return notes.length === 0 ? found : { ...found, note: notes.join('；') };
};

const MAX_ROUNDS = 8;

/** A cell of several paragraphs is no name: it is kept as it is instead of being searched for papers. */
const LONGEST_NAME = 400;

/**
 * What paper a material's name asks for: one key for every spelling of it. The applicant as only holder, copies, stamps,
 * numbering and conditions are not part of it; an application form keeps what it is for. Unknown names are
 * their own normalised selves. Idempotent: the canonical of a canonical name is that name.
 */
export const canonicalMaterial = (name: string): CanonicalMaterial => {
  let found = reading(name);
  const note = found.note;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = reading(found.name);
    if (next.key === found.key && next.name === found.name) break;
    found = next;
  }
  const { note: _later, ...rest } = found;
  return note === undefined ? rest : { ...rest, note };
};

/** Names remembered at most: the materials of a province are some thousands, written a few ways each. */
const REMEMBERED = 20_000;

/** `canonicalMaterial` with a memory: reading a name takes some 60 µs, and lists repeat the same few over and over. */
export const rememberedMaterials = (): ((name: string) => CanonicalMaterial) => {
  const seen = new Map<string, CanonicalMaterial>();
  return (name) => {
    const before = seen.get(name);
    if (before !== undefined) return before;
    const found = canonicalMaterial(name);
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(name, found);
    return found;
  };
};
