import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';
import type { Exchange } from '../http/exchange.ts';

/** Paths that machines ask every few seconds. */
const QUIET: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);

/** JSON lines on standard error, which leaves standard output to data. */
export const createLogger = (level: LogLevel, stream?: DestinationStream): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream ?? pino.destination(2));

/** One line per request: what was asked, what became of it, how long it took. Never variables or bodies. */
export function logRequest(logger: Logger, { request, response, url, state }: Exchange): void {
  const level = QUIET.has(url.pathname) ? 'debug' : 'info';
  if (!logger.isLevelEnabled(level)) return;
  logger[level](
    {
      requestId: state.requestId,
      method: request.method,
      path: url.pathname.slice(0, 200),
      status: response.statusCode,
      ms: Math.round((performance.now() - state.startedAt) * 10) / 10,
      operation: state.operation,
      // What is refused at the gate never reaches the trail: whose token it was is known from here alone.
      writer: state.writer?.subject,
      release: state.release,
      codes: state.codes.size === 0 ? undefined : [...state.codes],
      aborted: response.writableFinished ? undefined : true,
    },
    'request',
  );
}
