import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contestant } from '../contestant.ts';
import { dataOnly } from '../graphql-exchange.ts';
import { startServers } from '../server-process.ts';
import { hubKept, hubNotModified } from './hub.ts';

/** What HTTP costs at least in node: the hub's own answers from memory, to the same requests as to the hub that keeps its answers. */
export const readyBytes: Contestant = {
  name: 'ready-bytes',
  title: 'node:http 发送现成字节',
  start: async ({ scratch, answers }) => {
    const file = join(scratch, 'answers.json');
    await writeFile(file, JSON.stringify(answers));
    return await startServers([() => ({ file: 'bench/gateway/servers/ready-bytes.ts', words: [file] })]);
  },
  requestOf: hubKept.requestOf,
  answerOf: (_operation, answer) => dataOnly(answer),
};

/** What saying "304" costs at least. */
export const readyNotModified: Contestant = {
  ...readyBytes,
  name: 'ready-304',
  title: 'node:http，304',
  requestOf: hubNotModified.requestOf,
};
