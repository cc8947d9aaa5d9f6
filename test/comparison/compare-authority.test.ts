import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADOPTION_STATES } from '../../comparison/adoption.ts';
import type { Authority } from '../../comparison/authority.ts';
import { compareAuthority } from '../../comparison/compare-authority.ts';
import type { ComparedList } from '../../comparison/compared-item.ts';
import { RULE_CODES } from '../../comparison/finding.ts';
import { AUTHORITY_RULES, COPY_RULES, LIST_RULES } from '../../comparison/rules.ts';
import { authorityOf, limit, type Place, type Told } from './rules/place.ts';

const item = fc.record({
  type: fc.constantFrom('LICENSING', 'CONFIRMATION', 'OTHER_POWER', 'PAYMENT'),
  statutoryLimit: fc.constantFrom(limit(20), limit(5), limit(1, 'MONTH')),
  legalBasisText: fc.constantFrom('《中华人民共和国水法》第七条', '《行政许可法》第二十条、第二十一条'),
  materialsText: fc.subarray(['申请表', '居民身份证', '居民户口簿', '营业执照'], { minLength: 1 }),
  serviceObjects: fc.subarray(['NATURAL_PERSON', 'ENTERPRISE', 'ADMINISTRATIVE_ORGAN'], { minLength: 1 }),
  acceptCondition: fc.constantFrom('年满十八周岁。', '依法设立；材料齐全。'),
  hasFee: fc.boolean(),
  exerciseLevels: fc.constant(['COUNTY']),
});

const catalog = fc.array(item, { minLength: 1, maxLength: 8 });

const referenceOf = (drawn: readonly unknown[]): readonly Told[] =>
  drawn.map((one, at) => ({ ...(one as Told), id: `r${at}`, name: `事项${at}`, code: `${at}` }));

/** A catalog some of whose items are main items of others, or say that they have sub-items. */
const split = fc.record(
  { mainItemCode: fc.constantFrom('0', '1', '2'), hasSubItems: fc.boolean() },
  { requiredKeys: [] },
);
const splitCatalog = fc
  .array(fc.tuple(item, split), { minLength: 1, maxLength: 8 })
  .map((drawn) => drawn.map(([one, of]) => ({ ...one, ...of })));

/** A list that says what its reference says. */
const copyOf = (reference: readonly Told[], prefix: string): readonly Told[] =>
  reference.map((one) => ({ ...one, id: `${prefix}${one.id}`, of: one.id }));

test('a list that equals its reference has no findings', () => {
  fc.assert(
    fc.property(fc.oneof(catalog, splitCatalog), (drawn) => {
      const reference = referenceOf(drawn);
      const place = {
        reference,
        power: copyOf(reference, 'p'),
        directory: copyOf(reference, 'd'),
        implementation: copyOf(reference, 'i'),
      };
      expect(compareAuthority(authorityOf(place)).findings).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** A list with slips of every kind, its links settled, waiting, partial or missing. */
const slips = fc.record({
  name: fc.constantFrom('事项0', '事项一', '别的事项'),
  of: fc.constantFrom(undefined, 'r0', 'r0?', 'r0<', 'r0>', 'r1', 'r1?>', 'r1~', 'r2', 'nowhere'),
  region: fc.constantFrom(undefined, undefined, '880121001000', '990121000000'),
  state: fc.constantFrom('IN_FORCE', 'SUSPENDED', 'CANCELLED', 'SCHEDULED'),
  ownCode: fc.constantFrom(undefined, 'A', 'B'),
  legalBasisText: fc.constantFrom('《合同法》第五条', '《水法》', '约定俗成'),
});

const listOf = (drawn: readonly unknown[], prefix: string): readonly Told[] =>
  drawn.map((one, at) => {
    const told = Object.entries({ ...(one as Told), id: `${prefix}${at}` });
    return Object.fromEntries(told.filter(([, value]) => value !== undefined)) as unknown as Told;
  });

const anyPlace: fc.Arbitrary<Place> = fc
  .tuple(splitCatalog, fc.array(slips, { maxLength: 6 }), fc.array(slips, { maxLength: 6 }))
  .map(([drawn, powers, services]) => ({
    reference: referenceOf(drawn),
    power: listOf(powers, 'p'),
    directory: listOf(services, 'd'),
  }));

const shuffled = (place: Place, order: readonly number[]): Place =>
  Object.fromEntries(
    Object.entries(place).map(([key, told]) => [
      key,
      [...(told as readonly Told[])]
        .map((one, at) => ({ one, rank: order[at % order.length] ?? 0 }))
        .sort((left, right) => left.rank - right.rank)
        .map(({ one }) => one),
    ]),
  );

test('the order of lists changes no finding but which of two doubles is told', () => {
  fc.assert(
    fc.property(anyPlace, fc.array(fc.nat(100), { minLength: 1, maxLength: 7 }), (place, order) => {
      const tell = (one: Place) => {
        const { CMP_05: doubles = [], ...others } = Object.groupBy(
          compareAuthority(authorityOf(one)).findings,
          ({ rule }) => rule,
        );
        const told = Object.values(others).flatMap((found) =>
          found.map((finding) => JSON.stringify(finding)),
        );
        return { told: told.toSorted(), hasDoubles: doubles.length > 0 };
      };
      expect(tell(shuffled(place, order))).toEqual(tell(place));
    }),
    { numRuns: 500 },
  );
});

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

test('every reference item has exactly one state on every list or is a main item, and reasons stand where there is one', () => {
  fc.assert(
    fc.property(anyPlace, (place) => {
      for (const { comparison, catalog: reference } of compareAuthority(authorityOf(place)).lists) {
        const { rows, mains } = comparison;
        const told = new Set([...rows.map((row) => row.reference.id), ...idsOf(mains)]);
        expect(told.size).toBe(rows.length + mains.length);
        expect(idsOf(reference.items.filter(({ id }) => told.has(id)))).toEqual(idsOf(reference.items));
        for (const { adoption } of rows) {
          expect(ADOPTION_STATES).toContain(adoption.state);
          expect(adoption.reason !== undefined).toBe(adoption.state === 'NOT_OFFERED');
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('every local item adopts a row, or is an extra, or waits for a person, or is not compared: one of them', () => {
  fc.assert(
    fc.property(anyPlace, (place) => {
      const authority = authorityOf(place);
      for (const { list, catalog: reference, comparison } of compareAuthority(authority).lists) {
        const { rows, extras, waiting, notCompared } = comparison;
        const adopting = rows
          .flatMap(({ adoption }) => [...adoption.by, ...adoption.besides])
          .filter(({ item: one }) => one.catalogId === list.catalogId);
        const own = new Set(adopting.map(({ item: one }) => one.id));
        const found = [...own, ...idsOf(extras), ...idsOf(waiting), ...idsOf(notCompared)];
        expect(found.toSorted()).toEqual(idsOf(list.items).toSorted());
        for (const { item: one } of adopting) expect(isLinked(authority, one.id, reference)).toBe(true);
        for (const one of [...extras, ...waiting, ...notCompared])
          expect(isLinked(authority, one.id, reference)).toBe(false);
        for (const one of notCompared) expect(one.regionCode).toBe('990121000000');
      }
    }),
    { numRuns: 500 },
  );
});

const isLinked = ({ links }: Authority, id: string, reference: ComparedList): boolean =>
  links
    .from('REFERENCE', id)
    .some(
      ({ isSettled, relation, rightId }) =>
        isSettled && relation !== 'RELATED' && idsOf(reference.items).includes(rightId),
    );

describe('the rules', () => {
  const rules = [...LIST_RULES, ...AUTHORITY_RULES];

  test('are those of the standard, each once', () => {
    expect(rules.map(({ code }) => code).sort()).toEqual([...RULE_CODES].sort());
    for (const rule of COPY_RULES) expect(LIST_RULES).toContain(rule);
  });

  test.each(rules)('$code has a title and a source', ({ code, title, source }) => {
    expect(title).toMatch(/\p{Script=Han}{4}/u);
    expect(source).toContain(code.replace('_', '-'));
  });
});
