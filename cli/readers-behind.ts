import type { Terminal } from './command.ts';

/** Says where somebody still answers by the release before: the new one stands, but not everywhere yet. */
export const tellReadersBehind = (
  terminal: Terminal,
  { readersBehind }: { readonly readersBehind?: true },
): void => {
  if (readersBehind === true)
    terminal.tell('有网关在 3 秒内没有确认新版次，可能还会短时按上一版次作答；请查看它的 /health/ready。');
};
