import { createHash } from 'node:crypto';
import { parseValue, valueFromASTUntyped } from 'graphql';
import type { Asked } from './actions.ts';

/** A way by which something is asked for. */
export interface Route {
  readonly name: string;
  /** Whether the subgraph is called itself, with a signature, past the gateway. */
  readonly isDirect: boolean;
  /** Whether anything can be reached by it at all. */
  readonly leadsAnywhere: boolean;
  readonly body: (asked: Asked) => Readonly<Record<string, unknown>>;
}

/** A value as it stands in a document; names of enumerations cannot be told from texts, and are told by their looks. */
const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${literal(one)}`)
      .join(', ')} }`;
  if (typeof value === 'string' && /^[A-Z_]+$/u.test(value)) return value;
  const text = JSON.stringify(value);
  // What is written is read back, so that a slip of this function fails here.
  if (valueFromASTUntyped(parseValue(text)) !== value) throw new Error(`no literal: ${text}`);
  return text;
};

const withVariables = ({ kind, field, declared, given, selection }: Asked, alias = ''): string =>
  `${kind} (${declared}) { ${alias}${field}(${given}) { ${selection} } }`;

const literals = ({ field, variables, selection }: Asked): string => {
  const given = Object.entries(variables).map(([name, value]) => `${name}: ${literal(value)}`);
  return `${field}(${given.join(', ')}) { ${selection} }`;
};

const rootOf = ({ kind }: Asked): string => (kind === 'query' ? 'Query' : 'Mutation');

const route = (name: string, body: Route['body'], over: Partial<Route> = {}): Route => ({
  ...{ name, body, isDirect: false, leadsAnywhere: true },
  ...over,
});

const digest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

export const ROUTES: readonly Route[] = [
  route('literals', (asked) => ({ query: `${asked.kind} { ${literals(asked)} }` })),
  route('variables', (asked) => ({ query: withVariables(asked), variables: asked.variables })),
  route('alias', (asked) => ({
    query: withVariables(asked, 'release: '),
    variables: asked.variables,
  })),
  route('fragment', (asked) => ({
    query: `${asked.kind} (${asked.declared}) { ...Told } fragment Told on ${rootOf(asked)} { ... @include(if: true) { ${asked.field}(${asked.given}) { ${asked.selection} } } }`,
    variables: asked.variables,
  })),
  route(
    'stored document',
    (asked) => ({ documentId: digest(withVariables(asked)), variables: asked.variables }),
    { leadsAnywhere: false },
  ),
  route('subgraph', (asked) => ({ query: withVariables(asked), variables: asked.variables }), {
    isDirect: true,
  }),
  route(
    'subgraph, _entities',
    (asked) => ({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Catalog { items(first: 1) { totalCount } } ... on Match { decisions { id } } } }`,
      variables: {
        r: ['Catalog', 'Match'].map((__typename) => ({
          __typename,
          id: String(asked.variables['catalog'] ?? asked.variables['id'] ?? 'ca_nowhere'),
        })),
      },
    }),
    { isDirect: true, leadsAnywhere: false },
  ),
];
