import type { Sql } from '../../db/client.ts';
import { answersOf, demandSameAnswers } from './answers.ts';
import type { Contestant, Ground } from './contestant.ts';
import { CONTESTANTS } from './contestants.ts';
import { OPERATIONS, type Operation, type VariableSet } from './operations.ts';
import { parentOf } from './process-cost.ts';
import { writeRequestFile } from './request-file.ts';
import type { ServerProcess } from './server-process.ts';
import { storedPath } from './stored-operations.ts';

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
  /** The texts of the hub's answers. */
  readonly answers: Answers;
}

type Sets = Readonly<Record<Operation, readonly VariableSet[]>>;
type Answers = Record<Operation, readonly string[]>;

const answersOfAll = async (contestant: Contestant, url: string, sets: Sets): Promise<Answers> => {
  const answers: Answers = { point: [], list: [], cross: [], search: [] };
  for (const operation of OPERATIONS)
    answers[operation] = await answersOf(contestant, url, operation, sets[operation]);
  return answers;
};

const databaseParent = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return await parentOf(row?.pid ?? -1);
};

/** The hub's answers by the paths under which they can be asked through GET. */
const byPath = (answers: Answers, sets: Sets): Ground['answers'] =>
  Object.fromEntries(
    OPERATIONS.flatMap((operation) =>
      sets[operation].map((set, place) => [storedPath(operation, set.hub), answers[operation][place] ?? '']),
    ),
  );

/** The contestants that are wanted: the hub, whose answers are the measure, and those named, or all. */
const wantedOf = (only: readonly string[]): readonly [Contestant, ...Contestant[]] => {
  const [first, ...others] = CONTESTANTS;
  if (first === undefined) throw new Error('nobody to measure');
  const known = CONTESTANTS.map(({ name }) => name);
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`没有 ${unknown.join('、')}，只有 ${known.join('、')}`);
  return [first, ...others.filter(({ name }) => only.length === 0 || only.includes(name))];
};

/** What a field is made of. */
export interface FieldPlan {
  readonly sql: Sql;
  readonly sets: Sets;
  /** Names of those that are wanted beside the hub; empty: all. */
  readonly only: readonly string[];
  readonly ground: Omit<Ground, 'answers'>;
}

/**
 * Starts the contestants one after the other and compares every answer of each with the hub's; throws, and ends all,
 * at the first that differs. Then `use` measures them.
 */
export const withField = async <T>(
  { sql, sets, only, ground }: FieldPlan,
  tell: (sentence: string) => void,
  use: (field: Field) => Promise<T>,
): Promise<T> => {
  const servers: ServerProcess[] = [];
  const running: Running[] = [];
  const [first, ...others] = wantedOf(only);
  const enter = async (contestant: Contestant, answers: Ground['answers']): Promise<Answers> => {
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
    const answers = await enter(first, {});
    const ready = byPath(answers, sets);
    for (const contestant of others) {
      const texts = await enter(contestant, ready);
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
