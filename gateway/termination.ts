/**
 * Milliseconds in which further signals are the same wish: a terminal sends one to every process it has begun, and npm
 * passes its own on to the program that has had it already.
 */
const ONE_WISH = 1_000;

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Resolves at the first SIGTERM or SIGINT with its name. One that comes more than a second later ends the process at
 * once, as for any program that handles neither.
 */
export const terminationSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    let isAwaited = true;
    const heard = (signal: NodeJS.Signals): void => {
      if (!isAwaited) return;
      isAwaited = false;
      setTimeout(() => {
        for (const name of SIGNALS) process.off(name, heard);
      }, ONE_WISH).unref();
      resolve(signal);
    };
    for (const name of SIGNALS) process.on(name, heard);
  });
