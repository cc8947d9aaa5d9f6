import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contestant } from '../contestant.ts';
import { dataOnly, hubExchange } from '../graphql-exchange.ts';
import { startServers } from '../server-process.ts';

/** What HTTP costs at least in node: the hub's own answers from memory, to the hub's own requests. */
export const readyBytes: Contestant = {
  name: 'ready-bytes',
  title: 'node:http 发送现成字节',
  start: async ({ scratch, answers }) => {
    const file = join(scratch, 'answers.json');
    await writeFile(file, JSON.stringify(answers));
    return await startServers([() => ({ file: 'bench/gateway/servers/ready-bytes.ts', words: [file] })]);
  },
  requestOf: (operation, set, place) => ({
    ...hubExchange.requestOf(operation, set, place),
    path: `/${operation}/${place}`,
  }),
  answerOf: (_operation, answer) => dataOnly(answer),
};
