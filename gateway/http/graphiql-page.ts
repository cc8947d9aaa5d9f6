import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

/** Runs in a thread of its own: the explorer's page, compressed, is the one message it sends. */
const page = renderGraphiQL(workerData).replace('<html lang="en">', '<html lang="zh-CN">');

parentPort?.postMessage(gzipSync(page));
