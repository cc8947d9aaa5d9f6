import type { Writer } from '../catalog/authority/writer.ts';

/** What one request tells a subgraph. Without a release the newest is read; that a release given exists is the gateway's to know. */
export interface SubgraphRequest {
  readonly release: number | undefined;
  readonly requestId: string;
  /** The day life-cycle states are judged on, YYYY-MM-DD. */
  readonly today: string;
  /** The moment a change is said to be made at (ISO 8601); the clock's when missing. */
  readonly now?: string;
  /** The person whose token the gateway has checked; nothing is changed without one. */
  readonly writer?: Writer | undefined;
}

/** What every resolver of a request reads by: one release, one day, one set of loaders. */
export interface SubgraphContext<Loaders = unknown> {
  readonly release: number;
  readonly requestId: string;
  readonly today: string;
  readonly now: string;
  readonly writer: Writer | undefined;
  readonly loaders: Loaders;
  /** The release a mutation has led to, once it has. */
  readonly ledTo: number | undefined;
  /** Reads everything from here on, all that hangs on a mutation above all, from the release it has led to. */
  readonly readFrom: (release: number) => void;
}

/** The representation the gateway sends of an entity: its type and the fields of one of its keys. */
export type Reference<Keys> = { readonly __typename: string } & Partial<Keys>;
