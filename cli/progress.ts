import type { Terminal } from './command.ts';

/** Tells how far a long work has come: nothing in its first two seconds, then a line every two seconds. */
export const rowProgress = (
  terminal: Terminal,
  what: string,
  clock: () => number = () => performance.now(),
) => {
  const begun = clock();
  let told = begun;
  return (rows: number): void => {
    const now = clock();
    if (now - told < 2_000) return;
    told = now;
    const rate = Math.round((rows * 1000) / (now - begun));
    terminal.tell(`${what}：${rows} 行，每秒 ${rate} 行`);
  };
};
