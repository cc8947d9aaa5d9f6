import type { Sql } from '../../db/client.ts';
import type { RunRequested } from './run-request.ts';

/** The statement that asks for a run. */
export const createRunRequestQueries = (sql: Sql) => ({
  request: async (
    mode: string,
    lists: readonly string[] | null,
    reviewer: string,
    now: string,
  ): Promise<RunRequested> =>
    (await sql.begin('read write', async (transaction) => {
      const [row] = await transaction<RunRequested[]>`
        select result, run_id as "runId"
        from matching.request_run(${mode}, ${lists as string[] | null}, ${reviewer}, ${now})`;
      if (row === undefined) throw new Error('a request for a run has one answer');
      return row;
    })) as RunRequested,
});

export type RunRequestQueries = ReturnType<typeof createRunRequestQueries>;
