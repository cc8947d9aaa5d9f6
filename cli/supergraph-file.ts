import { readFile } from 'node:fs/promises';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { supergraphAddresses } from '../gateway/executor/supergraph.ts';
import { UsageError } from './command.ts';
import { whyUnreadable } from './file-words.ts';

/** A supergraph as its file says it, and the address of each of its subgraphs; empty where the file names none. */
export interface SupergraphFile {
  readonly path: string;
  readonly sdl: string;
  readonly addresses: Readonly<Record<string, string>>;
}

/** Reads a supergraph. A file that is not there, is no GraphQL or no supergraph is wrong usage, and why is said. */
export async function readSupergraphFile(path: string): Promise<SupergraphFile> {
  const sdl = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`读不到超图文件 ${path}：${whyUnreadable(cause)}。`, { cause });
  });
  const addresses = supergraphAddresses(parsed(path, sdl));
  if (Object.keys(addresses).length > 0) return { path, sdl, addresses };
  throw new UsageError(
    `文件 ${path} 不是 Federation 2 超图：其中没有 @join__graph，不知道有哪些子图。请给出由各子图合成的超图，而不是子图或公开模式。`,
  );
}

function parsed(path: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (cause) {
    const [place] = cause instanceof GraphQLError ? (cause.locations ?? []) : [];
    const where = place === undefined ? '' : `：第 ${place.line} 行第 ${place.column} 列有语法错误`;
    throw new UsageError(`文件 ${path} 不是 GraphQL 模式${where}。`, { cause });
  }
}

/**
 * The address of every subgraph: as given (`name=url`, or by name), otherwise that of the file. A name the supergraph
 * does not have, a subgraph without an address and what is no address are wrong usage.
 */
export function subgraphUrls(
  { path, addresses }: SupergraphFile,
  given: readonly string[],
): Readonly<Record<string, string>> {
  const urls = new Map<string, string>();
  for (const text of given) {
    const [, name = '', url = ''] = /^([^=]*)=(.*)$/su.exec(text) ?? [];
    if (name === '' || url === '') {
      throw new UsageError(
        `--subgraph 的值“${text}”不正确，应写成 子图名=地址，例如 --subgraph items=http://127.0.0.1:4001/graphql。`,
      );
    }
    if (!Object.hasOwn(addresses, name)) {
      throw new UsageError(`超图里没有子图“${name}”；有：${Object.keys(addresses).join('、')}。`);
    }
    if (urls.has(name)) throw new UsageError(`子图 ${name} 的地址给了两次。`);
    urls.set(name, checkedAddress(name, url));
  }
  const stated = Object.entries(addresses).filter(([name]) => !urls.has(name));
  const missing = stated.filter(([, url]) => url === '').map(([name]) => name);
  if (missing.length > 0) {
    throw new UsageError(
      `超图文件 ${path} 没有写这些子图的地址：${missing.join('、')}；请用 --subgraph ${missing[0]}=http://… 给出。`,
    );
  }
  for (const [name, url] of stated) urls.set(name, checkedAddress(name, url));
  return Object.fromEntries(urls);
}

function checkedAddress(name: string, url: string): string {
  if (/^https?:$/u.test(URL.parse(url)?.protocol ?? '') || /^unix:\/[^\0]{1,102}$/u.test(url)) return url;
  throw new UsageError(
    `子图 ${name} 的地址不正确，应是 http:// 或 https:// 开头的地址，或 unix:/套接字的绝对路径。`,
  );
}
