import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedServer } from './embedded.ts';
import { takePulse } from './pulse.ts';

export interface EmbeddedKeeper {
  /** Looks after the server no longer; resolves when nothing more is done to it. */
  readonly close: () => Promise<void>;
}

/** Milliseconds between two looks: the server's own processes need as long to notice that their parent has died. */
const LOOK = 250;

/** Starts an embedded server again when it has died, for as long as it is kept, and tells so. */
export const keepEmbedded = (
  { url, revive }: Pick<EmbeddedServer, 'url' | 'revive'>,
  tell: (sentence: string) => void,
): EmbeddedKeeper => {
  const closing = new AbortController();
  const { signal } = closing;
  const { pulse, letGo } = takePulse(url);
  let told = '';
  const look = async (): Promise<void> => {
    if (pulse.away() === undefined) return;
    try {
      if (await revive()) tell('内置数据库意外停止，已重新启动');
      told = '';
    } catch (error) {
      // What its dead parent has left may still be in use for a moment.
      const sentence = error instanceof Error ? error.message : String(error);
      if (sentence !== told) tell(`内置数据库意外停止，正在重新启动：${sentence}`);
      told = sentence;
    }
  };
  const keeping = (async () => {
    while (!signal.aborted) {
      await pause(LOOK, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await look();
    }
  })();
  return {
    close: async () => {
      closing.abort();
      letGo();
      await keeping;
    },
  };
};
