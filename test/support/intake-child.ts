import { connect } from '../../db/client.ts';
import { importFiles } from '../../intake/import.ts';
import { publish } from '../../intake/publish/publish.ts';
import { LISTS, NOW } from './lists.ts';

/** A process that may be killed: `URL import FILE` or `URL publish`, over the list `power` of the tests. */
const [url = '', act = '', file = ''] = process.argv.slice(2);

const sql = connect(url, { connections: 1 });
if (act === 'publish') await publish(sql, { now: NOW });
else await importFiles(sql, { files: [file], list: { key: 'power', ...LISTS.power }, now: NOW });
await sql.end();
