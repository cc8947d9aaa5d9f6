/** What one request tells a subgraph. Without a release the newest is read; that a release given exists is the gateway's to know. */
export interface SubgraphRequest {
  readonly release: number | undefined;
  readonly requestId: string;
  /** The day life-cycle states are judged on, YYYY-MM-DD. */
  readonly today: string;
}

/** What every resolver of a request reads by: one release, one day, one set of loaders. */
export interface SubgraphContext<Loaders = unknown> {
  readonly release: number;
  readonly requestId: string;
  readonly today: string;
  readonly loaders: Loaders;
}

/** The representation the gateway sends of an entity: its type and the fields of one of its keys. */
export type Reference<Keys> = { readonly __typename: string } & Partial<Keys>;
