import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeName } from '../../../catalog/names.ts';
import type { ComparedItem } from '../../../comparison/compared-item.ts';
import { firstOfOtherNames } from '../../../comparison/rules/first-of-other-names.ts';
import { authorityOf } from './place.ts';

const told = fc.record({
  name: fc.constantFrom('取水许可', '取水 许可', '奖励', '登记'),
  of: fc.constantFrom([], ['r'], ['r<'], ['r>'], ['s<'], ['r<', 's']),
});

const drawn = fc.array(told, { minLength: 1, maxLength: 9 });

const sharingOf = (items: readonly { readonly name: string; readonly of: readonly string[] }[]) => {
  const power = items.map((one, at) => ({ ...one, id: `p${at}`, ownCode: '1' }));
  const authority = authorityOf({ reference: [{ id: 'r' }, { id: 's' }], power });
  return { authority, sharing: authority.lists[0]?.items ?? [] };
};

test('each is told with the first before it that has another name, parts of one item aside', () => {
  fc.assert(
    fc.property(drawn, (items) => {
      const { authority, sharing } = sharingOf(items);
      const linksOf = ({ id }: ComparedItem) => authority.links.from('REFERENCE', id);
      const arePartsOfOne = (one: ComparedItem, other: ComparedItem) =>
        linksOf(one).some((ours) =>
          linksOf(other).some(
            (theirs) =>
              ours.rightId === theirs.rightId && [ours.relation, theirs.relation].includes('NARROWER'),
          ),
        );
      const expected = sharing.flatMap((item, at) => {
        const first = sharing
          .slice(0, at)
          .find((one) => normalizeName(one.name) !== normalizeName(item.name) && !arePartsOfOne(one, item));
        return first === undefined ? [] : [[item.id, first.id]];
      });
      expect(firstOfOtherNames(authority, sharing).map(([item, first]) => [item.id, first.id])).toEqual(
        expected,
      );
    }),
    { numRuns: 2000 },
  );
});

test('the links of each are read once, however many share a code', () => {
  const { authority, sharing } = sharingOf(
    Array.from({ length: 60 }, (_, at) => ({ name: `${at}`, of: ['r<'] })),
  );
  let reads = 0;
  const links = {
    ...authority.links,
    from: (...ends: Parameters<typeof authority.links.from>) => {
      reads += 1;
      return authority.links.from(...ends);
    },
  };
  expect(firstOfOtherNames({ links }, sharing)).toEqual([]);
  expect(reads).toBe(60);
});
