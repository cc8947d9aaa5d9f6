import { serveBlocks } from '../../../matching/workers/serve-blocks.ts';
import { plainJudging } from '../block/plain-judging.ts';

serveBlocks(plainJudging());
