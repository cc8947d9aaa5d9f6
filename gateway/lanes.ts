import type { Limits } from './plugins/limits.ts';

/**
 * The lanes a request comes in, each a set of limits: OPEN for what anybody writes, STORED for the hub's own stored
 * documents however they are sent, WRITER for what bears a token and is no stored document.
 */
export type Lane = 'OPEN' | 'STORED' | 'WRITER';

/** What a document may ask in each lane. */
export type Lanes = Readonly<Record<Lane, Limits>>;

const OPEN: Limits = {
  bodyBytes: 256 * 1024,
  characters: 40_000,
  tokens: 2_000,
  nesting: 64,
  textCharacters: 4_000,
  members: 500,
  elements: 5_000,
  depth: 12,
  aliases: 30,
  rootFields: 10,
  directives: 20,
  directivesAtOnce: 3,
  fields: 200,
  selections: 5_000,
  pageSize: 100,
  cost: 25_000,
  introspection: true,
  validationErrors: 5,
};

export const LANES: Lanes = {
  OPEN,
  // They are known, and each is measured: the least that takes them all with pages of 100.
  STORED: { ...OPEN, cost: 120_000 },
  // A writer's programs send few and plain documents; what probes the interface need not bear a token.
  WRITER: { ...OPEN, aliases: 10, rootFields: 5, introspection: false },
};

/** The lane of a request by what it bears and what it sends. */
export const laneOf = (isStored: boolean, hasToken: boolean): Lane =>
  isStored ? 'STORED' : hasToken ? 'WRITER' : 'OPEN';

/** The lanes where other limits hold for what anybody writes: of a supergraph that is not the hub's, and in tests. */
export const lanesFrom = (open: Limits): Lanes => ({ OPEN: open, STORED: open, WRITER: open });
