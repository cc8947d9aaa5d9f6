import type { SubgraphName } from '../db/client.ts';
import { openSubgraphFusion } from '../fusion/open-fusion.ts';
import { terminationSignal } from '../gateway/termination.ts';
import { SUBGRAPHS } from '../subgraphs/index.ts';
import { serveSubgraph, toStandardError } from '../subgraphs/serve.ts';
import { type Command, EXIT, textOption, UsageError } from './command.ts';
import { listening } from './listening.ts';
import { configFromEnvironment, openFromEnvironment } from './open-from-environment.ts';
import { portOption } from './port-option.ts';

const isSubgraph = (name: string | undefined): name is SubgraphName =>
  name !== undefined && Object.hasOwn(SUBGRAPHS, name);

export const subgraph: Command = {
  name: 'subgraph',
  summary: '单独启动一个子图',
  help: `用法：zongheng subgraph <reference|county|township|guide|matching> [--port 端口]

在一个进程里单独启动一个子图，只监听 127.0.0.1；网关用 SUBGRAPH_<NAME>_URL 找到它。
可用后在标准输出打印一行：ready http://…/graphql。

例：
  zongheng subgraph guide --port 4004
  SUBGRAPH_GUIDE_URL=http://127.0.0.1:4004/graphql zongheng start`,
  options: { port: { type: 'string' } },
  mostWords: 1,
  run: async (terminal, values, words) => {
    const [name] = words;
    if (!isSubgraph(name)) throw new UsageError(`请给出子图的名字：${Object.keys(SUBGRAPHS).join('、')}。`);
    const port = portOption(textOption(values, 'port'), 0);
    const stopped = terminationSignal();
    const { fuses } = configFromEnvironment(terminal);
    const database = await openFromEnvironment(terminal);
    const opened = SUBGRAPHS[name]({ url: database.url });
    const fusion = openSubgraphFusion(name, {
      url: database.url,
      now: () => new Date(),
      onFailure: toStandardError,
    });
    try {
      const server = await listening(() =>
        serveSubgraph(opened, { port, ...(fuses ? { shortcut: fusion.shortcut } : {}) }),
      );
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
