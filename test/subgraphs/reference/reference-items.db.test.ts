import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskedSubgraph, openOver } from '../ask.ts';
import { PROVINCE, seedReference } from './seed.ts';

let reference: AskedSubgraph;

beforeAll(async () => {
  reference = await openOver('reference', seedReference);
});

afterAll(() => reference[Symbol.asyncDispose]());

describe('reference items', () => {
  test.each([
    { code: '880107002000', catalog: null, id: 'ri_marriage', why: 'the basic code' },
    {
      code: '11440100007482575H2880107002000',
      catalog: null,
      id: 'ri_marriage',
      why: 'the implementation code',
    },
    { code: 'CN_12:880107002000', catalog: null, id: 'ri_marriage', why: 'a code with its scheme' },
    { code: '880109001000', catalog: 'ca_province', id: 'ri_card', why: 'the first of several in a catalog' },
    { code: '880109001000', catalog: 'ca_old_2018', id: 'ri_old', why: 'another catalog' },
    { code: '880109001000', catalog: null, id: 'ri_old', why: 'no catalog: the first catalog' },
  ])('are found by $why', async ({ code, catalog, id }) => {
    const { data, statements } = await reference.ask(
      'query ($code: String!, $catalog: ID) { referenceItem(code: $code, catalog: $catalog) { id } }',
      { variables: { code, catalog } },
    );
    expect(data.referenceItem).toEqual({ id });
    expect(statements).toHaveLength(1);
  });

  test('are not found in a catalog that has no such code', async () => {
    const { data } = await reference.ask(
      '{ referenceItem(code: "880107002000", catalog: "ca_old_2018") { id } }',
    );
    expect(data.referenceItem).toBeNull();
  });

  test('know where they stand', async () => {
    const { data, statements } = await reference.ask(`{ referenceItem(code: "880107002000") {
      name basicCode implementationCode state elements { exerciseLevels legalBasisText }
      catalog { id name } region { id name } organisation { id name unifiedCreditCode region { name } } } }`);
    expect(data.referenceItem).toEqual({
      name: '婚姻登记',
      basicCode: '880107002000',
      implementationCode: '11440100007482575H2880107002000',
      state: 'IN_FORCE',
      elements: { exerciseLevels: ['COUNTY'], legalBasisText: '《婚姻登记条例》' },
      catalog: { id: 'ca_province', name: 'reference 清单' },
      region: { id: PROVINCE, name: '纵横省' },
      organisation: {
        id: 'or_civil',
        name: '纵横省民政厅',
        unifiedCreditCode: null,
        region: { name: '纵横省' },
      },
    });
    // Item, catalog, organisation, region: the region is the organisation's as well.
    expect(statements).toHaveLength(4);
  });

  test('need no statement for the id of what they point at', async () => {
    const { data, statements } = await reference.ask(
      '{ referenceItem(code: "880107002000") { catalog { id } region { id } organisation { __typename id } } }',
    );
    expect(data.referenceItem).toEqual({
      catalog: { id: 'ca_province' },
      region: { id: PROVINCE },
      organisation: { __typename: 'Organisation', id: 'or_civil' },
    });
    expect(statements).toHaveLength(1);
  });

  test('are entities by id and by basic code with catalog', async () => {
    const representations = [
      { __typename: 'ReferenceItem', id: 'ri_marriage' },
      { __typename: 'ReferenceItem', basicCode: '880109001000', catalog: { id: 'ca_old_2018' } },
      { __typename: 'ReferenceItem', basicCode: '880109001000', catalog: { id: 'ca_province' } },
      { __typename: 'ReferenceItem', basicCode: '880109001000', catalog: { id: 'ca_none' } },
    ];
    const { data, statements } = await reference.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ReferenceItem { id } } }',
      { variables: { representations } },
    );
    expect(data._entities).toEqual([{ id: 'ri_marriage' }, { id: 'ri_old' }, { id: 'ri_card' }, null]);
    expect(statements).toHaveLength(2);
  });
});
