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

/** Milliseconds in which whatever is refused has to be refused. */
export const SOON = 100;

const LATE = 'refused after';

/** Whether what is wrong is that a refusal took too long. */
export const isLate = (wrong: string): boolean => wrong.startsWith(LATE);

/** Words that only the inside knows: places in the code, frames of a stack, SQL, addresses, names of libraries. */
const INSIDE =
  /node_modules|node:internal|\.[cm]?[jt]s:\d|\bat (?:async )?[\w.]+ \(|\bselect\b[^"]*\bfrom\b|postgres(?:ql)?:\/\/|\bE(?:CONN|PIPE|INVAL)|HPE_|llhttp|GraphQLError|SyntaxError|TypeError|PostgresError|did you mean/iu;

/** Judges what came back to a hostile request. */
export const judge = ({ answers, end, milliseconds }: Sent, request: HostileRequest): Verdict => {
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
    kind !== 'ANSWERED' && milliseconds > SOON * request.answers && end !== 'SILENT'
      ? [`${LATE} ${milliseconds.toFixed(0)} ms`]
      : [];
  const wrong = [...silent, ...missing, ...late, ...told.flatMap((one) => one.wrong)];
  return { kind, codes, statuses: [...new Set(answers.map(({ status }) => status))], wrong };
};

interface Telling {
  readonly codes: readonly string[];
  readonly hasData: boolean;
  readonly wrong: readonly string[];
}

const tellings = (answer: Answered, { mayEnd }: HostileRequest): Telling => {
  const { status, body, headers } = answer;
  const inside = INSIDE.exec(`${Object.values(headers).join('\n')}\n${body}`)?.[0];
  const leaks = inside === undefined ? [] : [`shows the inside: ${inside}`];
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
