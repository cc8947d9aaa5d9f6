import { workerData } from 'node:worker_threads';
import { connectSubgraph } from '../../db/client.ts';
import type { ItemJudgement } from '../../matching/judgement.ts';
import { serveTasks } from '../../matching/workers/serve-tasks.ts';
import { createMatcherCache } from './matcher-cache.ts';
import { createReconcileQueries } from './reconcile-queries.ts';
import { createReconcileJudge, type ReconcileTask, type ReconcileThreadData } from './reconcile-task.ts';

// A connection of its own: rows handed over from the thread that answers requests would hold that one up.
const { url } = workerData as ReconcileThreadData;
const sql = connectSubgraph(url, 'matching', { connections: 1 });
const judge = createReconcileJudge(createReconcileQueries(sql), createMatcherCache());

serveTasks<ReconcileTask, readonly ItemJudgement[]>(async (task) => ({ result: await judge(task) }));
