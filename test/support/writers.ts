import type { Writer } from '../../catalog/authority/writer.ts';
import { LEVELS } from '../../catalog/levels.ts';
import { COUNTRY } from '../../catalog/regions.ts';

/** A writer who may decide on everything in the country, unless the test says otherwise. */
export const aWriter = (over: Partial<Writer> = {}): Writer => ({
  subject: '张三',
  tokenId: 'token-1',
  issuedAt: 1_772_352_000,
  grants: [{ role: 'REVIEWER', region: COUNTRY, levels: LEVELS }],
  ...over,
});
