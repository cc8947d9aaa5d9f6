import { resolve } from 'node:path';
import type { SubgraphName } from '../db/client.ts';
import { openSubgraphFusion } from '../fusion/open-fusion.ts';
import { internalKeys } from '../gateway/internal-keys.ts';
import { terminationSignal } from '../gateway/termination.ts';
import { createVerifier } from '../signing/verifier.ts';
import { SUBGRAPHS } from '../subgraphs/index.ts';
import { serveSubgraph, toStandardError } from '../subgraphs/serve.ts';
import { type Command, EXIT, textOption, UsageError, type Values } from './command.ts';
import { refuseUnsafeDatabase, refuseUnsafeStart } from './floors/refuse-unsafe-start.ts';
import { listening } from './listening.ts';
import { configFromEnvironment, openFromEnvironment } from './open-from-environment.ts';
import { portOption } from './port-option.ts';

const isSubgraph = (name: string | undefined): name is SubgraphName =>
  name !== undefined && Object.hasOwn(SUBGRAPHS, name);

export const subgraph: Command = {
  name: 'subgraph',
  summary: '单独启动一个子图',
  help: `用法：zongheng subgraph <reference|county|township|guide|matching> [--port 端口 | --socket 路径]

在一个进程里单独启动一个子图；网关用 SUBGRAPH_<NAME>_URL 找到它。
只监听 127.0.0.1；用 --socket 则监听 unix 套接字，只有本用户连得上，不占端口。
只回答签了名的调用：与网关用同一个 ZONGHENG_HOME 时不必另设，否则两边都设同一个 INTERNAL_KEYS。
可用后在标准输出打印一行：ready http://…/graphql，或 ready unix:/…。

例：
  zongheng subgraph guide --port 4004
  SUBGRAPH_GUIDE_URL=http://127.0.0.1:4004/graphql zongheng start
  zongheng subgraph guide --socket /run/zongheng/guide.sock
  SUBGRAPH_GUIDE_URL=unix:/run/zongheng/guide.sock zongheng start`,
  options: { port: { type: 'string' }, socket: { type: 'string' } },
  mostWords: 1,
  run: async (terminal, values, words) => {
    const [name] = words;
    if (!isSubgraph(name)) throw new UsageError(`请给出子图的名字：${Object.keys(SUBGRAPHS).join('、')}。`);
    const place = placeOf(values);
    const stopped = terminationSignal();
    const config = configFromEnvironment(terminal);
    await refuseUnsafeStart(terminal, config);
    const keys = await internalKeys(config);
    const database = await openFromEnvironment(terminal);
    const opened = SUBGRAPHS[name]({ url: database.url });
    const fusion = openSubgraphFusion(name, {
      url: database.url,
      now: () => new Date(),
      onFailure: toStandardError,
    });
    try {
      await refuseUnsafeDatabase(database.sql, terminal);
      const verify = createVerifier({ subgraph: name, keys, now: Date.now });
      const shortcut = config.fuses ? { shortcut: fusion.shortcut } : {};
      const server = await listening(() => serveSubgraph(opened, { ...place, verify, ...shortcut }));
      terminal.out(`ready ${server.url}\n`);
      await stopped;
      await server.close();
      return EXIT.DONE;
    } finally {
      await Promise.all([opened.close(), fusion.close()]);
      await database.close();
    }
  },
};

/** The file system names a socket from its root on: the gateway need not stand in the same folder. */
const placeOf = (values: Values): { readonly port: number; readonly socket?: string } => {
  const socket = textOption(values, 'socket');
  const port = textOption(values, 'port');
  if (socket === undefined) return { port: portOption(port, 0) };
  if (port !== undefined) throw new UsageError('--port 与 --socket 只能给一个。');
  if (socket === '' || socket.includes('\0')) throw new UsageError('--socket 应为套接字文件的路径。');
  return { port: 0, socket: resolve(socket) };
};
