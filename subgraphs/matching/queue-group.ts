import { LINK_KINDS } from '../../catalog/link-kinds.ts';
import { refusal } from '../refusal.ts';
import type { EdgeKind } from './match-row.ts';

/** A rewrite: a normalised name on the left, one on the right. */
export interface Rewrite {
  readonly kind: EdgeKind;
  readonly leftKey: string;
  readonly rightKey: string;
}

/** The id of a group of the queue: it says which rewrite, and needs no storing. */
export const groupIdOf = ({ kind, leftKey, rightKey }: Rewrite): string =>
  Buffer.from(JSON.stringify([kind, leftKey, rightKey])).toString('base64url');

/** The rewrite of an id; refuses with BAD_USER_INPUT a text that is none. */
export const rewriteOf = (id: string): Rewrite => {
  const [kind, leftKey, rightKey, ...more] = partsOf(id);
  const isOne = LINK_KINDS.some((one) => one === kind) && more.length === 0;
  if (!isOne || typeof leftKey !== 'string' || typeof rightKey !== 'string')
    throw refusal('BAD_USER_INPUT', 'QUEUE_GROUP');
  return { kind: kind as EdgeKind, leftKey, rightKey };
};

const partsOf = (id: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};
