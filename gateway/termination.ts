/**
 * Resolves at the first SIGTERM or SIGINT with its name. The next one ends the process at once, as for any
 * program that handles neither.
 */
export const terminationSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    const signals = ['SIGTERM', 'SIGINT'] as const;
    const heard = (signal: NodeJS.Signals): void => {
      for (const name of signals) process.off(name, heard);
      resolve(signal);
    };
    for (const name of signals) process.on(name, heard);
  });
