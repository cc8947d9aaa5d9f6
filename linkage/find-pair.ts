import { parseCode } from '../catalog/codes/parse.ts';
import { LINK_KINDS, type LinkKind } from '../catalog/link-kinds.ts';
import type { Sql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';

export interface NamedItem {
  readonly id: string;
  readonly name: string;
  readonly list: string;
}

/** Two items and the kind of link they may have, or why a text does not name exactly one. */
export type FoundPair =
  | { readonly kind: 'FOUND'; readonly link: LinkKind; readonly left: NamedItem; readonly right?: NamedItem }
  | { readonly kind: 'NOT_FOUND'; readonly text: string }
  | { readonly kind: 'SEVERAL'; readonly text: string; readonly items: readonly NamedItem[] }
  | { readonly kind: 'NOT_A_PAIR'; readonly left: NamedItem; readonly right: NamedItem };

const SHOWN = 20;

/** The items an id or a code names; a code stands in many lists. */
const itemsNamed = async (sql: Sql, text: string): Promise<readonly NamedItem[]> => {
  const { scheme, normalized } = parseCode(text);
  const key = `${scheme}:${normalized}`;
  return await sql<NamedItem[]>`
    select i.item_id as id, i.task_name as name, coalesce(c.catalog_key, i.catalog_id) as list from matching.item i
    left join reference.catalog c on c.catalog_id = i.catalog_id and c.to_release = ${CURRENT}
    where i.to_release = ${CURRENT} and (i.item_id = ${text} or i.code_key = ${key} or i.basic_key = ${key}
      or i.local_code = ${text})
    order by i.item_id`;
};

/** Which kinds of link each two of these items may have. */
const joinable = async (
  sql: Sql,
  lefts: readonly NamedItem[],
  rights: readonly NamedItem[],
  kinds: readonly LinkKind[],
) =>
  await sql<{ link: LinkKind; left: string; right: string }[]>`
    select k.link, l.item_id as left, r.item_id as right
    from unnest(${[...kinds]}::text[]) with ordinality as k (link, place)
    join matching.item l on l.item_id = any(${lefts.map((item) => item.id)}) and l.to_release = ${CURRENT}
    join matching.item r on r.item_id = any(${rights.map((item) => item.id)}) and r.to_release = ${CURRENT}
    where matching.may_be_joined(k.link, l, r) order by k.place, 2, 3`;

/**
 * Finds the items that two texts (ids or codes) name. Where a code stands in several lists, only those count that the
 * other item may be linked to. Without a partner the kind is REFERENCE unless it is given.
 */
export const findPair = async (
  sql: Sql,
  texts: { readonly left: string; readonly right?: string; readonly link?: LinkKind },
): Promise<FoundPair> => {
  const lefts = await itemsNamed(sql, texts.left);
  const [first] = lefts;
  if (first === undefined) return { kind: 'NOT_FOUND', text: texts.left };
  if (texts.right === undefined) {
    if (lefts.length > 1) return { kind: 'SEVERAL', text: texts.left, items: lefts.slice(0, SHOWN) };
    return { kind: 'FOUND', link: texts.link ?? 'REFERENCE', left: first };
  }
  const rights = await itemsNamed(sql, texts.right);
  const [partner] = rights;
  if (partner === undefined) return { kind: 'NOT_FOUND', text: texts.right };
  const all = await joinable(sql, lefts, rights, texts.link === undefined ? LINK_KINDS : [texts.link]);
  const [pair] = all;
  const pairs = all.filter(({ link }) => link === pair?.link);
  if (pair === undefined) return { kind: 'NOT_A_PAIR', left: first, right: partner };
  const among = (items: readonly NamedItem[], ids: readonly string[]) =>
    items.filter((item) => ids.includes(item.id));
  const left = among(
    lefts,
    pairs.map((one) => one.left),
  );
  const right = among(
    rights,
    pairs.map((one) => one.right),
  );
  if (left.length > 1) return { kind: 'SEVERAL', text: texts.left, items: left.slice(0, SHOWN) };
  if (right.length > 1) return { kind: 'SEVERAL', text: texts.right, items: right.slice(0, SHOWN) };
  return { kind: 'FOUND', link: pair.link, left: left[0] as NamedItem, right: right[0] as NamedItem };
};
