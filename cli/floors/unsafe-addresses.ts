import type { Config } from '../../gateway/config.ts';
import type { Unsafe } from './unsafe.ts';

const isLoopback = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|\[?::ffff:(127\..*|7f[0-9a-f]{2}:.*)\]?|)$/iu.test(host);

/** Within an organisation's own network, as far as the name tells (RFC 1918, 4193, 6598, 6762). */
const isPrivate = (host: string): boolean =>
  /^(10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+)$/u.test(
    host,
  ) ||
  /^\[?(f[cd][0-9a-f]{2}|fe80):/iu.test(host) ||
  /^[^.:[\]]+$/u.test(host) ||
  /\.(local|internal|lan|home\.arpa)$/iu.test(host);

/** Passwords of examples and of every list of guesses. */
const WEAK =
  /^(|secret|password|passwd|postgres|zongheng|admin|root|test|changeme|default|guest|\d{1,8}|(.)\2*)$/iu;

const ENCRYPTED = ['true', 'require', 'verify-ca', 'verify-full'];

const unsafeDatabase = (address: string): readonly Unsafe[] => {
  const { hostname, username, password, searchParams } = new URL(address);
  if (isLoopback(hostname)) return [];
  const found: Unsafe[] = [];
  const secret = decodeURIComponent(password);
  if (WEAK.test(secret) || secret === decodeURIComponent(username))
    found.push({
      reason: 'DATABASE_URL 的口令一猜就中，而数据库在别的机器上',
      remedy: '请给数据库用户换一个随机的口令，例如 openssl rand -base64 24 的结果',
    });
  const mode = searchParams.get('sslmode') ?? searchParams.get('ssl') ?? '';
  const isEncrypted = ENCRYPTED.includes(mode) || searchParams.get('sslrootcert') === 'system';
  if (!isEncrypted && !isPrivate(hostname))
    found.push({
      reason: 'DATABASE_URL 指向别的机器而不加密，口令和数据都会明文经过网络',
      remedy: '请在地址末尾加上 ?sslmode=verify-full（核对证书）或 ?sslmode=require',
    });
  return found;
};

/** The subgraphs that are called, and how their addresses are spoken of. */
export interface CalledSubgraphs {
  /** Whether they are the hub's, whose calls are signed; those of another supergraph have an entrance of their own. */
  readonly areOwn: boolean;
  /** As a sentence begins with it. */
  readonly placeOf: (name: string) => string;
}

const BY_VARIABLES: CalledSubgraphs = {
  areOwn: true,
  placeOf: (name) => `环境变量 SUBGRAPH_${name.toUpperCase()}_URL `,
};

const unsafeSubgraph = (
  place: string,
  address: string,
  { areOwn, hasKeys }: { readonly areOwn: boolean; readonly hasKeys: boolean },
): readonly Unsafe[] => {
  if (address.startsWith('unix:')) return [];
  const { protocol, hostname, username, password } = new URL(address);
  const found: Unsafe[] = [];
  if (areOwn && (username !== '' || password !== ''))
    found.push({
      reason: `${place}里写着用户或口令，它们会出现在日志和进程列表里`,
      remedy: '请去掉：对子图的调用由 INTERNAL_KEYS 签名',
    });
  if (isLoopback(hostname)) return found;
  if (areOwn && !hasKeys)
    found.push({
      reason: `${place}指向别的机器，两边却没有共同的密钥`,
      remedy: '请在两边都设置同一个 INTERNAL_KEYS',
    });
  if (protocol === 'http:' && !isPrivate(hostname))
    found.push({
      reason: `${place}以明文指向别的机器，应答可被中途改写`,
      remedy: '请改用 https://，或经加密的通道用内部网络的地址',
    });
  return found;
};

/** All that is unsafe about where the hub looks for the database and the subgraphs. */
export const unsafeAddresses = (
  { databaseUrl, subgraphUrls, internalKeys }: Pick<Config, 'databaseUrl' | 'subgraphUrls' | 'internalKeys'>,
  { areOwn, placeOf }: CalledSubgraphs = BY_VARIABLES,
): readonly Unsafe[] => [
  ...(databaseUrl === undefined ? [] : unsafeDatabase(databaseUrl)),
  ...Object.entries(subgraphUrls).flatMap(([name, address]) =>
    unsafeSubgraph(placeOf(name), address, { areOwn, hasKeys: internalKeys !== undefined }),
  ),
];
