import type { Anchor } from '../../trail/finding.ts';
import { UsageError } from '../command.ts';

const readAnchor = (text: string): Anchor => {
  const [, region, number, digits] = /^(?:(\d{12}):)?(\d{1,15}):([0-9a-f]{64})$/iu.exec(text) ?? [];
  if (number === undefined || digits === undefined) {
    throw new UsageError(
      `--anchor 应为 版次号:摘要，或 区划:序号:摘要，摘要是 64 位十六进制数字；给出的是“${text}”。`,
    );
  }
  const hash = digits.toLowerCase();
  return region === undefined
    ? { kind: 'RELEASE', release: Number(number), hash }
    : { kind: 'ENTRY', region, sequence: Number(number), hash };
};

/** What was noted outside: `release:digest`, or `region:sequence:hash`. Throws a UsageError on any other. */
export const readAnchors = (texts: readonly string[]): readonly Anchor[] => texts.map(readAnchor);
