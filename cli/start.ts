import { keepEmbedded } from '../db/embedded-keeper.ts';
import { readSupergraph } from '../gateway/composed-files.ts';
import { readConfig } from '../gateway/config.ts';
import { startGateway } from '../gateway/main.ts';
import { terminationSignal } from '../gateway/termination.ts';
import { type Command, EXIT, type Terminal, textOption, UsageError, type Values } from './command.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { refuseUnsafeDatabase, refuseUnsafeStart } from './floors/refuse-unsafe-start.ts';
import { listening } from './listening.ts';
import { isEmpty, loadDemo } from './load-demo.ts';
import { matchIncrementally } from './match-lists.ts';
import { requireTokenKeys } from './open-from-environment.ts';
import { serveQueuedRuns } from './queued-runs.ts';
import { waitUntilReady } from './wait-until-ready.ts';
import { whileOpen } from './while-open.ts';
import { supervise } from './workers/supervisor.ts';

const tellReady = (terminal: Terminal, url: string, begun: number): void => {
  terminal.out(`ready ${url} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  terminal.tell(`首页 ${new URL('/', url).href}　探索器 ${new URL('/graphiql', url).href}`);
};

const MOST_WORKERS = 64;

const workersOption = (values: Values): number => {
  const text = textOption(values, 'workers') ?? '1';
  const count = Number(text);
  if (!/^\d+$/u.test(text) || count < 1 || count > MOST_WORKERS)
    throw new UsageError(`--workers 应为 1 到 ${MOST_WORKERS} 的整数，例如 --workers 4；给出的是“${text}”。`);
  return count;
};

interface Processes {
  readonly count: number;
  readonly database: OpenDatabase;
  readonly begun: number;
  readonly stopped: Promise<unknown>;
}

/** Several processes answer; this one keeps the database, the runs and the port. */
const answerInProcesses = async (
  terminal: Terminal,
  { count, database, begun, stopped }: Processes,
): Promise<void> => {
  const supervisor = await supervise({
    count,
    databaseUrl: database.url,
    hasData: async () => !(await isEmpty(database.sql)),
    tell: terminal.tell,
  });
  const roll = (): void => {
    terminal.tell('正在逐个更换工作进程');
    void supervisor.roll().then((done) => {
      if (done) terminal.tell('工作进程已全部更换');
    });
  };
  process.on('SIGHUP', roll);
  await whileOpen(
    supervisor,
    () => serveQueuedRuns(database.sql, terminal),
    async () => {
      tellReady(terminal, supervisor.url, begun);
      await stopped;
      terminal.tell('正在停止：处理完正在进行的请求');
    },
  );
  process.off('SIGHUP', roll);
};

export const start: Command = {
  name: 'start',
  summary: '启动：数据库、五个子图与网关，首次启动载入演示省份',
  help: `用法：zongheng start [--empty] [--workers 个数]

启动内置数据库（或连接 DATABASE_URL）、升级结构、启动五个子图与网关；库为空时载入演示省份，--empty 则不载入。
接口上要求的匹配运行（runMatching）由另起的进程去做。
联邦查询可用后在标准输出打印一行：ready http://…/graphql in N s。
--workers 让几个进程在同一个端口上作答（默认 1，由本进程自己作答），另备一个：死掉的、没有响应的由它顶上。
SIGHUP 把它们逐个换成新的，不丢请求，用于换程序；改了环境变量，或新程序要升级数据库结构，须停下再启动。
SIGTERM 或 Ctrl-C：处理完正在进行的请求后退出。

例：
  zongheng start
  zongheng start --workers 4
  PORT=8080 DATABASE_URL=postgres://用户:口令@db/zongheng zongheng start --empty`,
  options: { empty: { type: 'boolean' }, workers: { type: 'string' } },
  run: async (terminal, values) => {
    const begun = performance.now();
    const workers = workersOption(values);
    const stopped = terminationSignal();
    const read = readConfig(terminal.environment);
    if (read.kind === 'REFUSED') throw new UsageError(read.sentence);
    await refuseUnsafeStart(terminal, read.config);
    await requireTokenKeys(read.config);
    const database = await openDatabase(terminal, read.config);
    const keeper = database.embedded && keepEmbedded(database.embedded, terminal.tell);
    try {
      await refuseUnsafeDatabase(database.sql, terminal);
      if (database.belowFloor !== undefined) {
        terminal.tell(
          `提醒：内置数据库为 PostgreSQL ${database.belowFloor}，低于安全下限，仅供本机使用；正式运行请用 DATABASE_URL 指向 18.7 以上的服务器。`,
        );
      }
      if (values['empty'] !== true && (await isEmpty(database.sql))) {
        await loadDemo(database.sql, terminal.now(), terminal.tell);
        await matchIncrementally(database.sql, terminal);
      }
      if (workers > 1) {
        await answerInProcesses(terminal, { count: workers, database, begun, stopped });
        return EXIT.DONE;
      }
      const supergraphSdl = await readSupergraph();
      const mode = { kind: 'HUB', databaseUrl: database.url } as const;
      const gateway = await listening(() => startGateway({ config: read.config, supergraphSdl, mode }));
      await whileOpen(
        gateway,
        () => serveQueuedRuns(database.sql, terminal),
        async () => {
          const ready = (await isEmpty(database.sql)) || (await waitUntilReady(gateway, terminal, stopped));
          if (ready) tellReady(terminal, gateway.url, begun);
          await stopped;
          terminal.tell('正在停止：处理完正在进行的请求');
        },
      );
      return EXIT.DONE;
    } finally {
      await keeper?.close();
      await database.close();
    }
  },
};
