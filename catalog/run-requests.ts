/**
 * What may become of a request for a run: the results of the function
 * `matching.request_run`, and those that come before it is asked, each with its sentence.
 */
export const RUN_REQUEST_RESULTS = {
  QUEUED: '已排队，进度见 matchRun。',
  ALREADY_QUEUED: '同样的运行已在排队，不另排一次。',
  NO_SUCH_LIST: '没有这份清单，请核对清单键。',
  QUEUE_FULL: '排队的运行已有 20 次，请等其中一些做完再试。',
  NOT_YOURS: '范围里有不归你管的清单：须是这些清单所在区划、层级的运维人。',
  BUSY: '正在忙，未能及时排队；请稍后再试。',
} as const;

export type RunRequestResult = keyof typeof RUN_REQUEST_RESULTS;
