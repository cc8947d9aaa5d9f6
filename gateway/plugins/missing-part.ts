import type { ErrorCode } from '../../catalog/error-codes.ts';
import type { HubSubgraph } from '../composed-files.ts';

/** What is missing where a subgraph of the hub does not answer, as its readers call it. */
const PARTS: Readonly<Record<HubSubgraph, string>> = {
  reference: '参考目录、清单和区划',
  county: '市县事项',
  township: '乡镇事项',
  guide: '办事指南',
  matching: '检索、对应关系和指标',
};

/** The name of the part that a failed call of a subgraph leaves out; undefined where that cannot be said. */
export const missingPart = (code: ErrorCode, subgraph: unknown): string | undefined => {
  const isOfCall = code.startsWith('SUBGRAPH_') && typeof subgraph === 'string';
  return isOfCall && Object.hasOwn(PARTS, subgraph) ? PARTS[subgraph as HubSubgraph] : undefined;
};
