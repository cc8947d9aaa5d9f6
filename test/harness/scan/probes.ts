/** One question of a scanner of GraphQL servers: whether they do what makes them open to attack. */
export interface Probe {
  readonly name: string;
  /** True where the server does it. */
  readonly isOpen: (lane: ScannedLane) => Promise<boolean>;
}

/** An endpoint, and what is sent along with every request: a token, say. */
export interface ScannedLane {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Scanned {
  readonly text: string;
  /** What the text is as JSON; undefined for anything else. */
  readonly json: unknown;
}

const scanned = async (url: string, init: RequestInit): Promise<Scanned> => {
  const text = await (await fetch(url, init)).text();
  try {
    return { text, json: JSON.parse(text) as unknown };
  } catch {
    return { text, json: undefined };
  }
};

const post = ({ url, headers }: ScannedLane, body: unknown): Promise<Scanned> =>
  scanned(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const document = (lane: ScannedLane, query: string): Promise<Scanned> =>
  post(lane, { query, operationName: 'cop' });

const get = ({ url, headers }: ScannedLane, query: string): Promise<Scanned> =>
  scanned(`${url}?${new URLSearchParams({ query })}`, { headers: { ...headers } });

/** The value under a path of keys, or undefined where there is none. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const NESTED = `{ __schema { types { ${'fields { type { '.repeat(4)}name${' } }'.repeat(4)} } } }`;

/** The twelve questions graphql-cop 1.15 asks, each in our own words, and judged as it judges. */
export const PROBES: readonly Probe[] = [
  {
    name: 'field suggestions',
    isOpen: async (lane) => {
      const { json } = await document(lane, 'query cop { __schema { directive } }');
      return String(at(json, 'errors', 0, 'message')).includes('Did you mean');
    },
  },
  {
    name: 'introspection',
    isOpen: async (lane) => {
      const { json } = await document(lane, 'query cop { __schema { types { name fields { name } } } }');
      return lengthOf(at(json, 'data', '__schema', 'types')) > 0;
    },
  },
  {
    name: 'an explorer at the endpoint',
    isOpen: async ({ url, headers }) => {
      const { text } = await scanned(url, { headers: { ...headers, accept: 'text/html' } });
      return /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/u.test(text);
    },
  },
  {
    name: 'queries through GET',
    isOpen: async (lane) =>
      at((await get(lane, 'query cop {__typename}')).json, 'data', '__typename') !== undefined,
  },
  {
    name: 'a hundred and one aliases',
    isOpen: async (lane) => {
      const aliases = Array.from({ length: 101 }, (_, index) => `alias${index}:__typename`).join(' ');
      const { json } = await document(lane, `query cop { ${aliases} }`);
      return at(json, 'data', 'alias100') !== undefined;
    },
  },
  {
    name: 'batches of ten',
    isOpen: async (lane) => {
      const { json } = await post(
        lane,
        Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })),
      );
      return lengthOf(json) >= 10;
    },
  },
  {
    name: 'traces in answers',
    isOpen: async (lane) => /"tracing"/iu.test((await document(lane, 'query cop { __typename }')).text),
  },
  {
    name: 'ten directives at one field',
    isOpen: async (lane) => {
      const { json } = await document(lane, `query cop { __typename ${'@aa'.repeat(10)} }`);
      return lengthOf(at(json, 'errors')) === 10;
    },
  },
  {
    name: 'introspection in circles',
    isOpen: async (lane) => {
      const { json } = await document(lane, `query cop ${NESTED}`);
      return lengthOf(at(json, 'data', '__schema', 'types')) > 25;
    },
  },
  {
    name: 'changes through GET',
    isOpen: async (lane) =>
      at((await get(lane, 'mutation cop {__typename}')).json, 'data', '__typename') !== undefined,
  },
  {
    name: 'forms as queries',
    isOpen: async ({ url, headers }) => {
      const body = new URLSearchParams({ query: 'query cop { __typename }' });
      const { json } = await scanned(url, { method: 'POST', headers: { ...headers }, body });
      return at(json, 'data', '__typename') !== undefined;
    },
  },
  {
    name: 'exceptions in answers',
    isOpen: async (lane) => /"exception"/iu.test((await document(lane, 'qwerty cop { abc }')).text),
  },
];

/** The names of what a lane does that it should not. */
export const scan = async (lane: ScannedLane): Promise<readonly string[]> => {
  const open: string[] = [];
  for (const { name, isOpen } of PROBES) if (await isOpen(lane)) open.push(name);
  return open;
};
