export const SUBGRAPH_FAILURE_CODES = [
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_INVALID_RESPONSE',
] as const;

export type SubgraphFailureCode = (typeof SUBGRAPH_FAILURE_CODES)[number];

const SENTENCES: Readonly<Record<SubgraphFailureCode, string>> = {
  SUBGRAPH_UNAVAILABLE: '数据服务暂时不可用',
  SUBGRAPH_TIMEOUT: '数据服务未在时限内答复',
  SUBGRAPH_INVALID_RESPONSE: '数据服务的答复无法识别',
};

/**
 * A subgraph gave no usable answer. The message names no address and no internal text;
 * what really happened is in `cause`, for the log.
 */
export class SubgraphFailure extends Error {
  override readonly name = 'SubgraphFailure';
  readonly code: SubgraphFailureCode;
  readonly subgraph: string;

  constructor(code: SubgraphFailureCode, subgraph: string, cause?: unknown) {
    super(SENTENCES[code], { cause });
    this.code = code;
    this.subgraph = subgraph;
  }
}

/** Why a call was not made at all: it is known that nobody answers there, which is told once and not for each call. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
}
