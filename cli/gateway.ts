import { readFile } from 'node:fs/promises';
import { readConfig } from '../gateway/config.ts';
import { startGateway } from '../gateway/main.ts';
import { terminationSignal } from '../gateway/termination.ts';
import { type Command, EXIT, textOption, UsageError } from './command.ts';
import { whyUnreadable } from './file-words.ts';
import { listening } from './listening.ts';
import { portOption } from './port-option.ts';

export const gateway: Command = {
  name: 'gateway',
  summary: '单独启动网关，面向任何 Federation 2 超图',
  help: `用法：zongheng gateway --supergraph 文件 [--port 端口]

只启动网关；子图地址取自超图文件的 @join__graph(url:)，环境变量 SUBGRAPH_<NAME>_URL 可另行指定。
开始监听后在标准输出打印一行：ready http://…/graphql；子图是否可用看 /health/ready。

例：
  zongheng gateway --supergraph schema/supergraph.graphql --port 4000`,
  options: { supergraph: { type: 'string' }, port: { type: 'string' } },
  run: async (terminal, values) => {
    const file = textOption(values, 'supergraph');
    if (file === undefined) throw new UsageError('请用 --supergraph 给出超图文件。');
    const supergraphSdl = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      throw new UsageError(`读不到超图文件 ${file}：${whyUnreadable(cause)}。`, { cause });
    });
    const read = readConfig(terminal.environment);
    if (read.kind === 'REFUSED') throw new UsageError(read.sentence);
    const config = { ...read.config, port: portOption(textOption(values, 'port'), read.config.port) };
    const stopped = terminationSignal();
    const server = await listening(() =>
      startGateway({ config, supergraphSdl, mode: { kind: 'GATEWAY_ONLY' } }),
    );
    terminal.out(`ready ${server.url}\n`);
    await stopped;
    await server.close();
    return EXIT.DONE;
  },
};
