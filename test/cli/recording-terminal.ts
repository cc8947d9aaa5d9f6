import type { Terminal } from '../../cli/command.ts';

/** A terminal that keeps what a command writes and says. */
export const recordingTerminal = () => {
  const pieces: string[] = [];
  const sentences: string[] = [];
  const terminal: Terminal = {
    out: (text) => void pieces.push(text),
    tell: (sentence) => void sentences.push(sentence),
    environment: {},
    now: () => '2026-04-01T00:00:00Z',
  };
  return { terminal, out: () => pieces.join(''), told: () => sentences.join('\n') };
};
