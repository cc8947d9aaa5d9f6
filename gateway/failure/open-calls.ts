/** Why a call was ended before its answer: the client has gone, its time is up, nobody is there, the answer stopped. */
export type CallEnd = 'GONE' | 'LATE' | 'SILENT' | 'STALLED';

/** One call under way. Moments are those of the guard's own clock, but `deadline`, which is the request's. */
export interface OpenCall {
  readonly begun: number;
  /** The moment by which the call has to be answered, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** When the head of the answer came, and the bytes of the answer since. */
  head: number | undefined;
  bytes: number;
  ended: CallEnd | undefined;
  /** Breaks the exchange off; set once there is one. */
  stop: () => void;
}

/** A call that begins. */
export const openCall = (begun: number, deadline: number): OpenCall => ({
  begun,
  deadline,
  head: undefined,
  bytes: 0,
  ended: undefined,
  stop: () => undefined,
});

/** Milliseconds an answer may take to flow in once it has begun, whatever its size. */
const FLOW = 300;
/** Bytes a millisecond a longer answer has to flow at: 1 MB a second. */
const RATE = 1_000;

/** Ends a call; the first reason counts. */
export const endCall = (call: OpenCall, end: CallEnd): void => {
  if (call.ended !== undefined) return;
  call.ended = end;
  call.stop();
};

/** Whether an answer that has begun flows too slowly to be waited for. */
export const isStalled = ({ head, bytes }: OpenCall, moment: number): boolean =>
  head !== undefined && bytes < (moment - head - FLOW) * RATE;
