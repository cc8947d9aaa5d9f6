import type { Sql } from '../../db/client.ts';
import { answersOf, demandSameAnswers } from './answers.ts';
import type { Contestant, Ground } from './contestant.ts';
import { CONTESTANTS } from './contestants.ts';
import { OPERATIONS, type Operation, type VariableSet } from './operations.ts';
import { parentOf } from './process-cost.ts';
import { writeRequestFile } from './request-file.ts';
import type { ServerProcess } from './server-process.ts';

/** A contestant that runs and whose answers were found to be the hub's. */
export interface Running {
  readonly contestant: Contestant;
  readonly url: string;
  readonly pids: readonly number[];
  /** Its requests, a file per operation. */
  readonly requestFiles: Readonly<Record<Operation, string>>;
}

/** All contestants that run, and the process that the database's own hang under. */
export interface Field {
  readonly running: readonly Running[];
  readonly databaseParent: number;
  /** The hub's answers. */
  readonly answers: Ground['answers'];
}

type Sets = Readonly<Record<Operation, readonly VariableSet[]>>;
type Answers = Record<Operation, readonly string[]>;

const EMPTY: Answers = { point: [], list: [], cross: [], search: [] };

const answersOfAll = async (contestant: Contestant, url: string, sets: Sets): Promise<Answers> => {
  const answers = { ...EMPTY };
  for (const operation of OPERATIONS)
    answers[operation] = await answersOf(contestant, url, operation, sets[operation]);
  return answers;
};

const databaseParent = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return await parentOf(row?.pid ?? -1);
};

/**
 * Starts the contestants one after the other and compares every answer of each with the hub's; throws, and ends all,
 * at the first that differs. Then `use` measures them.
 */
export const withField = async <T>(
  {
    sql,
    sets,
    only,
    ground,
  }: {
    readonly sql: Sql;
    readonly sets: Sets;
    readonly only: readonly string[];
    readonly ground: Omit<Ground, 'answers'>;
  },
  tell: (sentence: string) => void,
  use: (field: Field) => Promise<T>,
): Promise<T> => {
  const servers: ServerProcess[] = [];
  const running: Running[] = [];
  const [first, ...others] = CONTESTANTS;
  if (first === undefined) throw new Error('nobody to measure');
  const known = CONTESTANTS.map(({ name }) => name);
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`没有 ${unknown.join('、')}，只有 ${known.join('、')}`);
  const wanted = others.filter(({ name }) => only.length === 0 || only.includes(name));
  const enter = async (contestant: Contestant, answers: Ground['answers']) => {
    tell(`正在启动：${contestant.title}`);
    const started = await contestant.start({ ...ground, answers });
    servers.push(...started);
    const url = started[0]?.url ?? '';
    const texts = await answersOfAll(contestant, url, sets);
    const requestFiles = await writeRequestFile(ground.scratch, contestant, sets);
    running.push({ contestant, url, pids: started.map(({ pid }) => pid), requestFiles });
    return texts;
  };
  try {
    const answers = await enter(first, EMPTY);
    for (const contestant of wanted) {
      const texts = await enter(contestant, answers);
      for (const operation of OPERATIONS) {
        const expected = { contestant: first, texts: answers[operation] };
        demandSameAnswers(operation, sets[operation], expected, { contestant, texts: texts[operation] });
      }
    }
    return await use({ running, databaseParent: await databaseParent(sql), answers });
  } finally {
    await Promise.all(servers.map((server) => server.end()));
  }
};
