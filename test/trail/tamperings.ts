import type { Tampering } from './tampering.ts';
import { EDITS } from './tampering-edits.ts';
import { MOVES } from './tampering-moves.ts';
import { SEALS } from './tampering-seals.ts';
import { WHOLES } from './tampering-wholes.ts';

export const TAMPERINGS: readonly Tampering[] = [...EDITS, ...MOVES, ...SEALS, ...WHOLES];
