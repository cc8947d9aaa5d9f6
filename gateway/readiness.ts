import type { SUBGRAPHS } from '../subgraphs/index.ts';
import type { Transport } from './executor/transport.ts';
import { withinTime } from './within-time.ts';

/** The representation of an entity that does not exist. */
export interface Probe {
  readonly __typename: string;
  readonly id: string;
}

/** What each subgraph of the hub is asked: looking for the entity reads the subgraph's tables. */
export const HUB_PROBES: Readonly<Record<keyof typeof SUBGRAPHS, Probe>> = {
  reference: { __typename: 'ReferenceItem', id: 'ri_0' },
  county: { __typename: 'CountyItem', id: 'ci_0' },
  township: { __typename: 'TownshipItem', id: 'ti_0' },
  guide: { __typename: 'Guide', id: 'gd_0' },
  matching: { __typename: 'Match', id: 'ma_0' },
};

const ENTITY_QUERY = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';

/** A hub without any publication yet works: it answers that there is none. */
const WORKING_CODES: ReadonlySet<unknown> = new Set(['NO_RELEASE', 'RELEASE_NOT_FOUND']);

export interface ReadinessOptions {
  readonly transports: Readonly<Record<string, Transport>>;
  /** By subgraph; one without a probe is only asked whether it is there. */
  readonly probes?: Readonly<Record<string, Probe>>;
  /** Milliseconds each subgraph may take. */
  readonly patience?: number;
  /** Milliseconds an answer stands. */
  readonly lifetime?: number;
  readonly now?: () => number;
}

/**
 * Names of the subgraphs that do not answer a query now; empty when all do. Asked anew at most once a lifetime: what
 * stops being true is told within lifetime and patience, which together are less than a second.
 */
export function createReadiness(options: ReadinessOptions): () => Promise<readonly string[]> {
  const { transports, probes = {}, patience = 600, lifetime = 250, now = () => performance.now() } = options;
  let known: { readonly at: number; readonly answer: Promise<readonly string[]> } | undefined;
  const askAll = async (): Promise<readonly string[]> => {
    const names = Object.keys(transports);
    const working = await Promise.all(names.map((name) => works(transports[name]!, probes[name], patience)));
    return names.filter((_, index) => !working[index]);
  };
  return () => {
    if (known === undefined || now() - known.at >= lifetime) known = { at: now(), answer: askAll() };
    return known.answer;
  };
}

async function works(transport: Transport, probe: Probe | undefined, patience: number): Promise<boolean> {
  const context = { release: undefined, requestId: 'health', signal: AbortSignal.timeout(patience) };
  const request =
    probe === undefined
      ? { query: '{ __typename }', variables: {}, context }
      : { query: ENTITY_QUERY, variables: { of: [probe] }, context };
  try {
    const { data, errors = [] } = await withinTime(context.signal, () => transport(request));
    if (errors.length > 0) return errors.every(({ extensions }) => WORKING_CODES.has(extensions?.['code']));
    return probe === undefined
      ? typeof data?.['__typename'] === 'string'
      : Array.isArray(data?.['_entities']);
  } catch {
    return false;
  }
}
