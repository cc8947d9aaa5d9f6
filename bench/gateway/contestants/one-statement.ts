import { CONNECTIONS, type Contestant } from '../contestant.ts';
import { dataOnly } from '../graphql-exchange.ts';
import { startServers } from '../server-process.ts';

/** What a database call costs at least: one statement written by hand, its text sent as it comes. */
export const oneStatement: Contestant = {
  name: 'one-statement',
  title: '手写一条 SQL + node:http',
  start: ({ databaseUrl }) =>
    startServers([
      () => ({ file: 'bench/gateway/servers/one-statement.ts', words: [databaseUrl, CONNECTIONS] }),
    ]),
  requestOf: (operation, { stored }) => ({
    method: 'POST',
    path: `/${operation}`,
    body: JSON.stringify(stored),
  }),
  answerOf: (_operation, answer) => dataOnly(answer),
};
