import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readSupergraph, SUBGRAPH_ADDRESSES } from '../../../gateway/composed-files.ts';
import { supergraphAddresses } from '../../../gateway/executor/supergraph.ts';

test('the committed supergraph names the address of every subgraph', async () => {
  expect(supergraphAddresses(parse(await readSupergraph()))).toEqual(SUBGRAPH_ADDRESSES);
});

test('names are those the supergraph gives, not those of its enum', () => {
  const sdl =
    'enum join__Graph { A_B @join__graph(name: "a-b", url: "http://h/1") C @join__graph(name: "c", url: "") }';
  expect(supergraphAddresses(parse(sdl))).toEqual({ 'a-b': 'http://h/1', c: '' });
});
