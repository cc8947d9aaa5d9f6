/** What may become of a request for a run: the results of the function `matching.request_run`, each with its sentence. */
export const RUN_REQUEST_RESULTS = {
  QUEUED: '已排队，进度见 matchRun。',
  ALREADY_QUEUED: '同样的运行已在排队，不另排一次。',
  NO_SUCH_LIST: '没有这份清单，请核对清单键。',
  QUEUE_FULL: '排队的运行已有 20 次，请等其中一些做完再试。',
} as const;

export type RunRequestResult = keyof typeof RUN_REQUEST_RESULTS;
