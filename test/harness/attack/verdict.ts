import { errorCode } from '../../../catalog/error-codes.ts';
import type { Answered } from './answers.ts';
import type { HostileRequest } from './hostile-request.ts';
import type { Sent } from './send.ts';

/** What an attack came to. */
export interface Verdict {
  /** `REFUSED`: with documented codes; `ANSWERED`: what was asked cost no more than it may; `ENDED`: without a word. */
  readonly kind: 'REFUSED' | 'ANSWERED' | 'ENDED';
  readonly codes: readonly string[];
  readonly statuses: readonly number[];
  /** What must not be, in sentences; empty when all is well. */
  readonly wrong: readonly string[];
}

/** Codes that say an attack did harm: something broke or was overcome, which no client brings about. */
const HARM = new Set([
  'INTERNAL_ERROR',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_INVALID_RESPONSE',
  'SHUTTING_DOWN',
]);

/** Characters of a refusal: the few errors it tells, with the names in them. */
const LONGEST_REFUSAL = 4_000;

const LATE = 'refused after';

/** Whether what is wrong is that a refusal took too long. */
export const isLate = (wrong: string): boolean => wrong.startsWith(LATE);

/** Judges what came back to a hostile request, whose refusal may take so many milliseconds. */
export const judge = (
  { answers, end, milliseconds }: Pick<Sent, 'answers' | 'end' | 'milliseconds'>,
  request: HostileRequest,
  soon: number,
): Verdict => {
  const told = answers.map((answer) => tellings(answer, request));
  const codes = [...new Set(told.flatMap((one) => one.codes))];
  const hasData = told.some((one) => one.hasData);
  const kind = answers.length === 0 ? 'ENDED' : codes.length > 0 && !hasData ? 'REFUSED' : 'ANSWERED';
  const silent = end === 'SILENT' ? ['nothing came for too long'] : [];
  const missing =
    answers.length < request.answers && !request.mayEnd
      ? [`${answers.length} answers instead of ${request.answers}`]
      : [];
  const late =
    kind !== 'ANSWERED' && milliseconds > soon * request.answers && end !== 'SILENT'
      ? [`${LATE} ${milliseconds.toFixed(0)} ms`]
      : [];
  const isEcho = kind === 'REFUSED' && answers.some(({ body }) => body.length > LONGEST_REFUSAL);
  const echo = isEcho ? ['a refusal that repeats the request'] : [];
  const wrong = [...echo, ...silent, ...missing, ...late, ...told.flatMap((one) => one.wrong)];
  return { kind, codes, statuses: [...new Set(answers.map(({ status }) => status))], wrong };
};

interface Telling {
  readonly codes: readonly string[];
  readonly hasData: boolean;
  readonly wrong: readonly string[];
}

const tellings = (answer: Answered, { mayEnd }: HostileRequest): Telling => {
  const { status, body, headers } = answer;
  const leaks = /did you mean/iu.test(body) ? ['suggests a name'] : [];
  if (!(headers['content-type'] ?? '').includes('json')) {
    // A request without a host is refused by Node itself, with a status and nothing else.
    const isBare = mayEnd && status === 400 && body === '';
    const bare = status < 300 || status === 304 || isBare ? [] : [`${status} without a code`];
    return { codes: [], hasData: status < 400, wrong: [...leaks, ...bare] };
  }
  const { data, errors = [], ...others } = JSON.parse(body) as GraphQLAnswer;
  const hasData = (data !== undefined && data !== null) || (errors.length === 0 && !('extensions' in others));
  const plain =
    errors.length === 0 && status >= 400 && !('status' in others) ? [`${status} without a code`] : [];
  return { codes: errors.map(codeOf), hasData, wrong: [...leaks, ...plain, ...errors.flatMap(wrongIn)] };
};

interface ToldError {
  readonly message?: unknown;
  readonly extensions?: {
    readonly code?: unknown;
    readonly requestId?: unknown;
    readonly retryable?: unknown;
  };
}

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly ToldError[];
}

const codeOf = ({ extensions }: ToldError): string => String(extensions?.code);

/** What is wrong with one error: its code, its words, what it must carry. */
const wrongIn = (error: ToldError): readonly string[] => {
  const { message, extensions } = error;
  const kind = errorCode(codeOf(error));
  if (kind === undefined) return [`the code ${codeOf(error)} is not documented`];
  return [
    ...(HARM.has(kind.code) ? [`harm was done: ${kind.code}`] : []),
    ...(typeof message === 'string' && /\p{Script=Han}/u.test(message) ? [] : ['an error without words']),
    ...(typeof extensions?.requestId === 'string' ? [] : ['an error without the id of its request']),
    ...(extensions?.retryable === kind.retryable ? [] : [`${kind.code} says wrongly whether to ask again`]),
  ];
};
