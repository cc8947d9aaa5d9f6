/** The work's result, or the signal's reason as soon as it aborts: what is waited for need not heed a signal. */
export async function withinTime<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  const given = work();
  return await new Promise<Value>((resolve, reject) => {
    const late = (): void => reject(signal.reason);
    signal.addEventListener('abort', late, { once: true });
    const ended = (): void => signal.removeEventListener('abort', late);
    given.then(resolve, reject).finally(ended);
  });
}
