import type { Terminal } from './command.ts';

/** Below this share of a source its remaining time is a guess. */
const LEAST_SHARE = 0.02;

const timeLeft = (elapsed: number, share: number): string => {
  if (share < LEAST_SHARE || share >= 1) return '';
  const seconds = Math.round((elapsed * (1 - share)) / share / 1000);
  return seconds < 60 ? `，还需约 ${seconds} 秒` : `，还需约 ${Math.round(seconds / 60)} 分钟`;
};

/**
 * Tells how far a long work has come: nothing in its first two seconds, then a line every two seconds with the rows
 * per second, and the time left where the share that is done is known.
 */
export const rowProgress = (
  terminal: Terminal,
  what: string,
  clock: () => number = () => performance.now(),
) => {
  const begun = clock();
  let told = begun;
  return (rows: number, share = 0): void => {
    const now = clock();
    if (now - told < 2_000) return;
    told = now;
    const rate = Math.round((rows * 1000) / (now - begun));
    terminal.tell(`${what}：${rows} 行，每秒 ${rate} 行${timeLeft(now - begun, share)}`);
  };
};

/**
 * Tells what a work of several stages is at: nothing in its first two seconds, then a line every two seconds. `end`
 * must be called.
 */
export const stageProgress = (terminal: Pick<Terminal, 'tell'>) => {
  const begun = performance.now();
  let told = begun;
  let words = '';
  const tell = (): void => {
    const now = performance.now();
    // The timer may be a little early.
    if (words === '' || now - told < 1_900) return;
    told = now;
    terminal.tell(`${words}，已 ${Math.round((now - begun) / 1000)} 秒`);
  };
  const timer = setInterval(tell, 2_000);
  return {
    stage: (next: string): void => {
      words = next;
      tell();
    },
    end: (): void => clearInterval(timer),
  };
};
