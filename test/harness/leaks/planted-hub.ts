import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GraphQLObjectType } from 'graphql';
import postgres from 'postgres';
import type { SubgraphName } from '../../../db/client.ts';
import { SIGNATURE_HEADER } from '../../../signing/call.ts';
import { createVerifier } from '../../../signing/verifier.ts';
import { SUBGRAPHS } from '../../../subgraphs/index.ts';
import type { Subgraph } from '../../../subgraphs/open-subgraph.ts';
import { serveSubgraph } from '../../../subgraphs/serve.ts';
import { TEST_KEYS } from '../../signing/signed-call.ts';
import { COUNTY, storeJudgedProvince } from '../../subgraphs/matching/judged-province.ts';
import { freshDatabase } from '../../support/database.ts';
import { DEMO_NOW } from '../../support/hub.ts';
import { storeOrganisations, storeRegions } from '../../support/rows.ts';
import type { CanaryWords } from './canary-words.ts';

/** The folder of the project, which no client has to know. */
const ROOT = resolve(import.meta.dirname, '../../..');

export interface PlantedDatabase extends AsyncDisposable {
  /** An address with a user and a password that are canaries. */
  readonly url: string;
  readonly sql: postgres.Sql;
}

/** A database in which what is not public has canaries for names and texts. */
export async function plantedDatabase({ word, add }: CanaryWords): Promise<PlantedDatabase> {
  const database = await freshDatabase();
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  await storeJudgedProvince(sql);
  await storeRegions(sql, [{ code: COUNTY, name: '青溪县' }]);
  await storeOrganisations(sql, [{ id: 'or_police', name: '青溪县公安局' }]);
  const [catalogId, key] = ['ca_draft', word('key of a draft')];
  await sql`insert into intake.draft ${sql({ catalog_id: catalogId, catalog_key: key, catalog_name: `机密草稿${word('name of a draft')}`, level: 'COUNTY', kind: 'POWER', region_code: COUNTY, imported_at: DEMO_NOW, row_count: 1 })}`;
  const record = JSON.stringify({
    id: word('id in a draft'),
    task_name: `草稿事项${word('item of a draft')}`,
  });
  await sql`insert into intake.draft_row ${sql({ catalog_id: catalogId, target: 'county.item', row_id: 'ci_draft', digest: 'x', record })}`;
  await sql`insert into intake.quarantine_row ${sql({ catalog_id: catalogId, ordinal: 1, document: word('file that was imported'), row: 2, task_name: word('name that was set aside'), cells: sql.json({ 名称: word('cell that was set aside') }), problems: sql.json([]) })}`;
  await plantRaising(sql, word);
  const user = `u${word('user of the database').toLowerCase()}`;
  const password = word('password of the database');
  await sql.unsafe(`create role ${user} superuser login password '${password}'`);
  const url = new URL(database.url);
  add('name of the database', url.pathname.slice(1));
  add('port of the database', `${url.hostname}:${url.port}`);
  Object.assign(url, { username: user, password });
  return {
    url: url.href,
    sql,
    [Symbol.asyncDispose]: async () => {
      await sql.end();
      await database[Symbol.asyncDispose]();
      const owner = postgres(new URL('/postgres', database.url).href, { max: 1, onnotice: () => undefined });
      await owner.unsafe(`drop role ${user}`);
      await owner.end();
    },
  };
}

/** A reason that begins with RAISE makes the database say all it can say in an error. */
const plantRaising = async (sql: postgres.Sql, word: CanaryWords['word']): Promise<void> => {
  await sql.unsafe(`
    create function matching.${word('function of the database')}() returns trigger language plpgsql as $$
    begin
      if strpos(to_jsonb(new)::text, 'RAISE') = 0 then return new; end if;
      raise exception '%', '${word('exception of the database')}' using
        detail = '${word('detail of the database')}', hint = '${word('hint of the database')}',
        constraint = '${word('constraint of the database')}', column = '${word('column of the database')}',
        table = '${word('table of the database')}', schema = '${word('schema of the database')}';
    end $$;
    create trigger raising before insert on matching.request for each row
      execute function matching.${word('function of the database')}()`);
};

/** Subgraphs as in processes of their own, which throw what they are told to. */
export interface ServedSubgraphs extends AsyncDisposable {
  readonly urls: Readonly<Record<string, string>>;
  /** What every root field throws from now on; undefined: nothing. */
  readonly throwing: (thrown: (() => unknown) | undefined) => void;
  /** What the making of a context throws. */
  readonly failing: (thrown: (() => unknown) | undefined) => void;
}

export async function serveThrowing(databaseUrl: string, { add }: CanaryWords): Promise<ServedSubgraphs> {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-canaries-'));
  add('folder of the sockets', folder);
  let thrown: (() => unknown) | undefined;
  let failed: (() => unknown) | undefined;
  let calls = 0;
  const serve = async (name: SubgraphName) => {
    const subgraph = SUBGRAPHS[name]({ url: databaseUrl });
    throwFrom(subgraph, () => thrown);
    const verify = createVerifier({ subgraph: name, keys: TEST_KEYS, now: Date.now });
    const createContext: Subgraph['createContext'] = (request) => {
      if (failed !== undefined) throw failed();
      return subgraph.createContext(request);
    };
    const served = await serveSubgraph(
      { ...subgraph, createContext },
      {
        port: 0,
        socket: name === 'township' ? join(folder, 'township.sock') : undefined,
        now: () => new Date(DEMO_NOW),
        onError: () => undefined,
        onRefusedCall: () => undefined,
        verify: (call) => {
          const [, , , nonce, , code] = String(call.headers[SIGNATURE_HEADER]).split('.');
          calls += 1;
          if (nonce !== undefined && code !== undefined && calls % 20 === 0) {
            add(`nonce of call ${calls}`, nonce);
            add(`signature of call ${calls}`, code);
          }
          return verify(call);
        },
      },
    );
    add(`address of ${name}`, served.url.replace(/^\w+:(\/\/)?|\/graphql$/gu, ''));
    const close = async () => {
      await served.close();
      await subgraph.close();
    };
    return { name, url: served.url, close };
  };
  const all = await Promise.all((Object.keys(SUBGRAPHS) as SubgraphName[]).map(serve));
  return {
    urls: Object.fromEntries(all.map(({ name, url }) => [name, url])),
    throwing: (next) => {
      thrown = next;
    },
    failing: (next) => {
      failed = next;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(all.map(({ close }) => close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Puts before every field but those of the releases, which all else hangs on, what throws when it is told to. */
function throwFrom({ schema }: Subgraph, thrown: () => (() => unknown) | undefined): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('_')) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const { resolve } = field;
      if (name.startsWith('release') || resolve === undefined) continue;
      field.resolve = (...given) => {
        const next = thrown();
        if (next !== undefined) throw next();
        return resolve(...given);
      };
    }
  }
}

/** What this process knows beside: its environment, its folders, its keys. */
export function plantProcess(
  { word, add }: CanaryWords,
  setEnvironment: (name: string, value: string) => void,
): void {
  setEnvironment('CANARY_SECRET', word('secret of the environment'));
  setEnvironment('AWS_SECRET_ACCESS_KEY', word('key of the environment'));
  setEnvironment('INTERNAL_KEYS', `canary:${word('internal key of the environment')}`);
  add('folder of the project', ROOT);
  add('key between processes', TEST_KEYS[0].secret.export().toString('base64url').slice(0, 24));
  add('program that runs', process.execPath);
}
