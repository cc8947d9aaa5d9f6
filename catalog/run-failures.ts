/** Why a run was ended without a result: the code it is stored with, each with its sentence. */
export const RUN_FAILURES = {
  NO_RELEASE: '还没有发布过任何版次，没有可以匹配的清单。',
  NO_SUCH_LIST: '要求匹配的清单已经不在，请核对清单键后再要求一次。',
  MODEL_CHANGED: '其间换了匹配模型，请再要求一次。',
  ROLLED_BACK: '其间恢复到了较早的版次，请再要求一次。',
  INTERNAL: '匹配程序出错，请看做匹配的进程的输出，排除后再要求一次。',
} as const;

export type RunFailureCode = keyof typeof RUN_FAILURES;

/** The code a stored reason stands for; earlier versions stored sentences, which are not shown. */
export const runFailureOf = (reason: string | null): RunFailureCode => {
  if (reason !== null && Object.hasOwn(RUN_FAILURES, reason)) return reason as RunFailureCode;
  if (reason === '模型已更换') return 'MODEL_CHANGED';
  return reason?.startsWith('其间恢复到了版次') === true ? 'ROLLED_BACK' : 'INTERNAL';
};
