import { isHubSupergraph } from '../gateway/composed-files.ts';
import { type Config, readConfig } from '../gateway/config.ts';
import { UnusableSupergraph } from '../gateway/executor/supergraph.ts';
import { startGateway } from '../gateway/main.ts';
import { terminationSignal } from '../gateway/termination.ts';
import { type Command, EXIT, textOption, UsageError, type Values } from './command.ts';
import { refuseUnsafeStart } from './floors/refuse-unsafe-start.ts';
import { listening } from './listening.ts';
import { requireTokenKeys } from './open-from-environment.ts';
import { portOption } from './port-option.ts';
import { readSupergraphFile, type SupergraphFile, subgraphUrls } from './supergraph-file.ts';

export const gateway: Command = {
  name: 'gateway',
  summary: '单独启动网关，面向任何 Federation 2 超图',
  help: `用法：zongheng gateway --supergraph 文件 [--port 端口] [--subgraph 子图名=地址 …]

只启动网关，不碰数据库。子图地址取自超图文件的 @join__graph(url:)；--subgraph 另行指定，可以给几次。
本系统五个子图的地址也可以用环境变量 SUBGRAPH_<NAME>_URL 指定，--subgraph 优先。
开始监听后在标准输出打印一行：ready http://…/graphql；子图是否可用看 /health/ready。
一个子图不可用时只空出它的字段，其余照答，errors 里写明 SUBGRAPH_UNAVAILABLE。

例：
  zongheng gateway --supergraph schema/supergraph.graphql --port 4000
  zongheng gateway --supergraph shop.graphql --subgraph items=http://127.0.0.1:4001/graphql`,
  options: {
    supergraph: { type: 'string' },
    port: { type: 'string' },
    subgraph: { type: 'string', multiple: true },
  },
  run: async (terminal, values) => {
    const path = textOption(values, 'supergraph');
    if (path === undefined) throw new UsageError('请用 --supergraph 给出超图文件。');
    const file = await readSupergraphFile(path);
    const read = readConfig(terminal.environment);
    if (read.kind === 'REFUSED') throw new UsageError(read.sentence);
    await requireTokenKeys(read.config);
    const config = {
      ...read.config,
      port: portOption(textOption(values, 'port'), read.config.port),
      subgraphUrls: urlsOf(file, read.config, values),
    };
    await refuseUnsafeStart(terminal, config, {
      areOwn: isHubSupergraph(file.addresses),
      placeOf: (name) => `子图 ${name} 的地址`,
    });
    const stopped = terminationSignal();
    const server = await listening(() =>
      startGateway({ config, supergraphSdl: file.sdl, mode: { kind: 'GATEWAY_ONLY' } }),
    ).catch((cause: unknown) => {
      if (!(cause instanceof UnusableSupergraph)) throw cause;
      throw new UsageError(`超图文件 ${path} 无法使用：${cause.message}。`, { cause });
    });
    terminal.out(`ready ${server.url}\n`);
    await stopped;
    await server.close();
    return EXIT.DONE;
  },
};

/** What is given with the call goes before the environment, and that before the file. */
function urlsOf(file: SupergraphFile, { subgraphUrls: fromEnvironment }: Config, values: Values) {
  const known = Object.entries(fromEnvironment).filter(([name]) => Object.hasOwn(file.addresses, name));
  const addresses = { ...file.addresses, ...Object.fromEntries(known) };
  const { subgraph = [] } = values;
  return subgraphUrls({ ...file, addresses }, Array.isArray(subgraph) ? subgraph.map(String) : []);
}
