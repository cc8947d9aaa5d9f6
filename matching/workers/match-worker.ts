import { MATCHER } from '../block/matcher-judging.ts';
import { serveBlocks } from './serve-blocks.ts';

/** The file of the workers that match blocks with the matcher: `new URL('match-worker.ts', …)`. */
serveBlocks(MATCHER);
