/** What a gateway counts about its subgraphs. */
export interface GatewayFigures {
  /** Calls asked for, those not made included. */
  readonly asked: Readonly<Record<string, number>>;
  readonly spared: Readonly<Record<string, number>>;
  readonly isOpen: Readonly<Record<string, boolean>>;
}

const valuesOf = (text: string, name: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...text.matchAll(new RegExp(`^${name}\\{subgraph="(\\w+)"\\} (\\S+)$`, 'gmu'))].map(
      ([, subgraph, value]) => [subgraph, Number(value)],
    ),
  );

/** Reads the figures of a gateway, given the address of its endpoint. */
export const readFigures = async (url: string): Promise<GatewayFigures> => {
  const response = await fetch(url.replace(/\/graphql$/u, '/metrics'));
  const text = await response.text();
  const open = valuesOf(text, 'zongheng_subgraph_breaker_open');
  return {
    asked: valuesOf(text, 'zongheng_subgraph_call_duration_seconds_count'),
    spared: valuesOf(text, 'zongheng_subgraph_spared_calls_total'),
    isOpen: Object.fromEntries(Object.entries(open).map(([name, value]) => [name, value === 1])),
  };
};
