import { BODIES } from './bodies.ts';
import { DOCUMENTS } from './documents.ts';
import type { Family } from './hostile-request.ts';
import { VALUES } from './values.ts';
import { WIRE } from './wire.ts';

/** Every family of attacks by hand: what is asked, with what, how it is packed, how it comes over the wire. */
export const FAMILIES: readonly Family[] = [...DOCUMENTS, ...VALUES, ...BODIES, ...WIRE];
