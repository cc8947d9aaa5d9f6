import { UsageError } from './command.ts';

/** A port given as an option: 0 takes any free one. */
export const portOption = (text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`端口“${text}”不正确，应为 0 到 65535 的整数。`);
};
