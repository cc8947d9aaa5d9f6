import { connect } from '../db/client.ts';
import { importFiles } from '../intake/import.ts';
import { readGrid } from '../intake/readers/read-grid.ts';

/**
 * One measured act in a process of its own, so that its peak memory is its own: `read FILE` drains the reader,
 * `import FILE URL` imports into a database. Prints seconds and peak resident megabytes as JSON.
 */
const [act = '', path = '', url = ''] = process.argv.slice(2);

const drain = async (): Promise<number> => {
  const read = await readGrid(path);
  if (read.kind === 'REFUSED') throw new Error(read.problem.message);
  let rows = 0;
  for await (const sheet of read.grid.sheets) for await (const batch of sheet.batches) rows += batch.length;
  await read.close();
  return rows;
};

const importOnce = async (): Promise<number> => {
  const sql = connect(url, { connections: 1 });
  const list = { key: 'bench', level: 'COUNTY', region: '880121', kind: 'GOVERNMENT_SERVICE' };
  const result = await importFiles(sql, {
    files: [path],
    list,
    now: '2026-01-01T00:00:00Z',
    allowRemovals: true,
  });
  await sql.end();
  if (result.kind === 'REFUSED') throw new Error(result.problems.map((found) => found.message).join('\n'));
  return result.report.rows;
};

const begun = performance.now();
const rows = await (act === 'read' ? drain() : importOnce());
const seconds = (performance.now() - begun) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ rows, seconds, megabytes })}\n`);
