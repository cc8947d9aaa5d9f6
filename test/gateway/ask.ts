export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly requestId: string; readonly retryable: boolean };
  }[];
  readonly extensions?: { readonly release?: number };
}

/** The answer to any HTTP request; what is JSON is read as an answer of GraphQL. */
export async function fetched(url: string | URL, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const json = text !== '' && (response.headers.get('content-type') ?? '').includes('json');
  return { ...(json ? JSON.parse(text) : {}), status: response.status, headers: response.headers, text };
}

/** Posts a GraphQL request as modern clients do. */
export const ask = (
  url: string,
  body: string | Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  fetched(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...headers,
    },
    body: typeof body === 'string' ? JSON.stringify({ query: body }) : JSON.stringify(body),
  });

export const codes = ({ errors }: Answer): readonly string[] =>
  (errors ?? []).map(({ extensions }) => extensions.code);
