import { writeSync } from 'node:fs';
import { connect } from '../../db/client.ts';
import { workOnOpenRuns } from '../../linkage/match-stored.ts';
import { NOW } from '../support/lists.ts';
import { simpleJudging } from './simple-judging.ts';

/** A process that works on open runs: `URL [N]`; before the Nth judgement it says so and stands still for good. */
const [url = '', stopBefore] = process.argv.slice(2);

const simple = simpleJudging();
let judged = 0;
const judging: typeof simple = {
  ...simple,
  judge: (...question) => {
    judged += 1;
    if (judged === Number(stopBefore)) {
      writeSync(1, 'standing still\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return simple.judge(...question);
  },
};

const sql = connect(url, { connections: 1 });
await workOnOpenRuns(sql, { judging, now: () => NOW });
await sql.end();
