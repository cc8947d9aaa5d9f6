/** What an answer under faults is: all of it, a part that says what is missing, or something that must not be. */
export type Judgement =
  | { readonly kind: 'WHOLE' }
  | { readonly kind: 'PART'; readonly codes: readonly string[] }
  | { readonly kind: 'WRONG'; readonly why: string };

interface Told {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: {
    readonly code?: unknown;
    readonly requestId?: unknown;
    readonly retryable?: unknown;
  };
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly Told[];
  readonly extensions?: unknown;
}

const CODES = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_INVALID_RESPONSE']);

/** The words by which readers know what is missing. */
const PARTS = /参考目录、清单和区划|市县事项|乡镇事项|办事指南|检索、对应关系和指标/u;

/** Whether a value holds nothing but what another holds in the same place, and null elsewhere. */
export function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === null || part === whole) return true;
  if (typeof part !== 'object' || typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part) !== Array.isArray(whole)) return false;
  if (Array.isArray(part) && part.length !== (whole as unknown[]).length) return false;
  return Object.entries(part).every(([key, value]) =>
    isPartOf(value, (whole as Readonly<Record<string, unknown>>)[key]),
  );
}

const wrong = (why: string): Judgement => ({ kind: 'WRONG', why });

const complaint = ({ message, path, extensions = {} }: Told): string | undefined => {
  const { code, requestId, retryable } = extensions;
  if (!CODES.has(String(code))) return `the code ${code}`;
  if (!PARTS.test(String(message))) return `the message ${message}`;
  if (!Array.isArray(path) || typeof requestId !== 'string' || retryable !== true)
    return 'an error half told';
  return undefined;
};

/** Judges the text of an answer by that of the right one. */
export const judgeAnswer = (status: number, text: string, expected: string): Judgement => {
  if (status !== 200) return wrong(`status ${status}: ${text.slice(0, 200)}`);
  if (text === expected) return { kind: 'WHOLE' };
  const [answer, right] = [text, expected].map((one) => JSON.parse(one) as Body) as [Body, Body];
  const { errors = [] } = answer;
  if (errors.length === 0) return wrong(`another answer without a word: ${text.slice(0, 200)}`);
  const found = errors.map(complaint).find((one) => one !== undefined);
  if (found !== undefined) return wrong(found);
  if (!isPartOf(answer.data ?? null, right.data)) return wrong(`a wrong value: ${text.slice(0, 200)}`);
  if (JSON.stringify(answer.extensions) !== JSON.stringify(right.extensions)) return wrong('another release');
  return { kind: 'PART', codes: errors.map(({ extensions }) => String(extensions?.code)) };
};
