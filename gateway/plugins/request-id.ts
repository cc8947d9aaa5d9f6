import { randomUUID } from 'node:crypto';

/** Long enough for any tracing system, and nothing that could forge a log line or a header. */
const SANE = /^[\w.:-]{1,128}$/u;

/** The caller's own id of the request when it is fit to be logged, else a new random one. */
export const requestIdOf = (header: string | readonly string[] | undefined): string =>
  typeof header === 'string' && SANE.test(header) ? header : randomUUID();
