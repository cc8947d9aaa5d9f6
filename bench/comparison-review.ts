import type { DecisionRequest } from '../catalog/decision-request.ts';
import { LINK_KINDS, type LinkRelation } from '../catalog/link-kinds.ts';
import type { Authority } from '../comparison/authority.ts';
import type { ComparedItem, ComparedLink } from '../comparison/compared-item.ts';
import type { Truth } from '../demo/truth.ts';

/** What the truth says of a pair: how the one stands to the other, or that they are no pair. */
type Judge = (left: ComparedItem, right: ComparedItem, leftList: string, rightList: string) => Answer;
type Answer = LinkRelation | undefined;

const REASON = '按演示省份的真值';

const rowOf = (list: string, row: string | undefined): string => `${list} ${row ?? ''}`;

const judgeOf = (truths: readonly Truth[]): Judge => {
  const links = new Map<string, Truth[]>();
  const sources = new Map<string, string>();
  for (const truth of truths) {
    const at = rowOf(truth.list, truth.row);
    if (truth.kind === 'LINK') links.set(at, [...(links.get(at) ?? []), truth]);
    if (truth.list.endsWith('-township') && truth.other !== undefined)
      sources.set(at, rowOf(truth.otherList ?? truth.list, truth.other));
  }
  const standing = (at: string): string =>
    (links.get(at) ?? []).map(({ relation, reference }) => `${relation} ${reference}`).join(' ');
  return (left, right, leftList, rightList) => {
    const [one, other] = [rowOf(leftList, left.source.key), rowOf(rightList, right.source.key)];
    if (right.kind === 'REFERENCE') {
      const found = links.get(one)?.find(({ reference }) => reference === right.source.key)?.relation;
      // A town bears the code of what it copies, and its rows have no line of their own for it.
      const isCopy = leftList.endsWith('-township') && left.elements['basicCode'] === right.source.key;
      return isCopy ? 'EQUIVALENT' : found === 'NONE' ? undefined : found;
    }
    if (leftList.endsWith('-township')) {
      const source = sources.get(one);
      const isSource = left.elements['sourceItemCode'] === right.elements['implementationCode'];
      return source === other || (source === undefined && isSource) ? 'EQUIVALENT' : undefined;
    }
    const isSame = standing(one) !== '' && standing(one) === standing(other) && sameHalf(left, right);
    return isSame || sameOfItsOwn(left, right) ? 'EQUIVALENT' : undefined;
  };
};

/** Of an item split by who applies, the halves are told apart by whom they serve. */
const sameHalf = (left: ComparedItem, right: ComparedItem): boolean =>
  JSON.stringify(left.elements['serviceObjects']) === JSON.stringify(right.elements['serviceObjects']);

/** An item that no catalog has bears a code of the place's own on all lists. */
const sameOfItsOwn = (left: ComparedItem, right: ComparedItem): boolean => {
  const code = left.elements['localBasicCode'];
  return code !== undefined && code === right.elements['localBasicCode'];
};

/** What a person who knows the truth answers where links of an authority wait for one. */
export function reviewed(authority: Authority, truths: readonly Truth[]): readonly DecisionRequest[] {
  const judge = judgeOf(truths);
  const listOf = new Map(
    [...authority.lists, ...authority.sources, ...authority.references].map((list) => [
      list.catalogId,
      list.key,
    ]),
  );
  const answer = (link: ComparedLink): readonly DecisionRequest[] => {
    const [left, right] = [authority.item(link.leftId), authority.item(link.rightId)];
    if (link.isSettled || left === undefined || right === undefined) return [];
    const relation = judge(left, right, listOf.get(left.catalogId) ?? '', listOf.get(right.catalogId) ?? '');
    const pair = { kind: link.kind, left: link.leftId, right: link.rightId } as const;
    return [
      relation === undefined
        ? { ...pair, verdict: 'REJECT', reason: '按演示省份的真值，不是同一事项' }
        : { ...pair, verdict: 'CONFIRM', relation, reason: REASON },
    ];
  };
  const items = authority.lists.flatMap((list) => list.items);
  return [
    ...items
      .flatMap(({ id }) => LINK_KINDS.flatMap((kind) => authority.links.from(kind, id)))
      .flatMap(answer),
    ...notProposed(authority, truths, (item) => rowOf(listOf.get(item.catalogId) ?? '', item.source.key)),
  ];
}

/** Who looks at an item that waits links it to all it stands for, proposed or not. */
const notProposed = (
  { lists, links, references }: Authority,
  truths: readonly Truth[],
  atOf: (item: ComparedItem) => string,
): readonly DecisionRequest[] => {
  const truthsAt = Map.groupBy(
    truths.filter(({ kind }) => kind === 'LINK'),
    ({ list, row }) => rowOf(list, row),
  );
  const byKey = new Map(references.flatMap(({ items }) => items).map((item) => [item.source.key, item.id]));
  return lists
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const known = links.from('REFERENCE', item.id);
      if (known.every(({ isSettled }) => isSettled)) return [];
      return (truthsAt.get(atOf(item)) ?? []).flatMap(({ reference, relation }): DecisionRequest[] => {
        const right = byKey.get(reference);
        const isKnown = known.some(({ rightId }) => rightId === right);
        if (right === undefined || relation === undefined || isKnown) return [];
        return [{ kind: 'REFERENCE', left: item.id, right, verdict: 'CONFIRM', relation, reason: REASON }];
      });
    });
};
