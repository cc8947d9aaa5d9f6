import { join } from 'node:path';
import { z } from 'zod';
import { parseKeys, type SigningKeys } from '../signing/keys.ts';
import { HUB_SUBGRAPHS, type HubSubgraph } from './composed-files.ts';
import type { TokenFile } from './tokens/open-tokens.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined: the embedded PostgreSQL in `home`. */
  readonly databaseUrl: string | undefined;
  readonly home: string;
  /** Subgraphs that run in a process of their own; the others run in this one. */
  readonly subgraphUrls: Readonly<Partial<Record<HubSubgraph, string>>>;
  readonly logLevel: LogLevel;
  /** Whether operations are fused into one statement. */
  readonly fuses: boolean;
  /** By which keys, from whom and for whom tokens are taken. */
  readonly tokens: TokenFile;
  /** What calls between processes are signed with; undefined: the key in `home`. */
  readonly internalKeys: SigningKeys | undefined;
}

/** One environment variable, as `zongheng --help` shows it. */
export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly allowed: string;
  readonly help: string;
}

/** A variable whose value cannot be used, with the Chinese sentence that says so. */
export interface ConfigRefusal {
  readonly name: string;
  readonly message: string;
}

export type ConfigResult =
  | { readonly kind: 'READ'; readonly config: Config }
  | { readonly kind: 'REFUSED'; readonly refusals: readonly ConfigRefusal[]; readonly sentence: string };

const subgraphAddress = z.union([
  z.url({ protocol: /^https?$/u }),
  // The path of a unix socket, which no system takes much longer.
  z.string().regex(/^unix:\/[^\0]{1,102}$/u),
]);

/** Whether an address names its host, which the driver would else take from PGHOST, and its user and password can be read. */
const isWhole = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && url.hostname !== '' && isDecodable(url.username) && isDecodable(url.password);
};

const isDecodable = (part: string): boolean => {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    // URIError: a percent sign that begins no character.
    return false;
  }
};

const postgresAddress = z.url({ protocol: /^postgres(ql)?$/u }).refine(isWhole);

const subgraphVariable = (name: HubSubgraph): string => `SUBGRAPH_${name.toUpperCase()}_URL`;

const VARIABLES: readonly (Setting & { readonly type: z.ZodType<unknown, string> })[] = [
  {
    name: 'PORT',
    fallback: '4000',
    allowed: '0 到 65535 的整数',
    help: '监听的端口；0 表示任取一个空闲端口',
    type: z
      .string()
      .regex(/^\d{1,5}$/u)
      .transform(Number)
      .refine((port) => port <= 65_535),
  },
  {
    name: 'HOST',
    fallback: '127.0.0.1',
    allowed: '主机名或 IP 地址，不含端口',
    help: '监听的地址；只供本机访问时不必设，“::”表示全部地址',
    type: z.union([
      z.ipv4(),
      z.ipv6(),
      z.string().regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/iu),
    ]),
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    allowed:
      'postgres://用户:口令@主机:端口/库名，口令里的 %、@、:、/、?、# 写作 %25、%40、%3A、%2F、%3F、%23',
    help: 'PostgreSQL 的地址；不设则用 ZONGHENG_HOME 中内置的 PostgreSQL',
    type: postgresAddress,
  },
  {
    name: 'ZONGHENG_HOME',
    fallback: '.zongheng',
    allowed: '一个目录',
    help: '内置数据库等本机数据所在的目录',
    // A path with a NUL byte cannot exist on any system.
    type: z.string().refine((path) => !path.includes('\0')),
  },
  ...HUB_SUBGRAPHS.map((name) => ({
    name: subgraphVariable(name),
    fallback: '',
    allowed: 'http:// 或 https:// 开头的地址，或 unix:/套接字的绝对路径',
    help: `${name} 子图的地址；不设则在本进程内运行`,
    type: subgraphAddress,
  })),
  {
    name: 'LOG_LEVEL',
    fallback: 'info',
    allowed: LOG_LEVELS.join('、'),
    help: '日志的详细程度；日志写在标准错误输出',
    type: z.enum(LOG_LEVELS),
  },
  {
    name: 'FUSION',
    fallback: 'on',
    allowed: 'on、off',
    help: '常问的操作所需的数据合成一条 SQL 一次取来；off 则逐次取，应答相同，慢得多，只为查问题',
    type: z.enum(['on', 'off']).transform((word) => word === 'on'),
  },
  {
    name: 'TOKEN_KEYS',
    fallback: '',
    allowed: '一个文件，内容为 JWKS，只含公钥',
    help: '核对令牌的公钥；不设则用 ZONGHENG_HOME 中的 keys/tokens.json，那里没有则谁也不能写，照常可查',
    type: z.string().refine((path) => !path.includes('\0')),
  },
  {
    name: 'TOKEN_ISSUER',
    fallback: 'zongheng',
    allowed: '1 到 200 个可见的 ASCII 字符',
    help: '令牌由谁发放，即声明 iss 的值',
    type: z.string().regex(/^[!-~]{1,200}$/u),
  },
  {
    name: 'TOKEN_AUDIENCE',
    fallback: 'zongheng',
    allowed: '1 到 200 个可见的 ASCII 字符',
    help: '令牌发给谁用，即声明 aud 的值；几处部署各用各的',
    type: z.string().regex(/^[!-~]{1,200}$/u),
  },
  {
    name: 'INTERNAL_KEYS',
    fallback: '',
    allowed:
      '编号:密钥，至多两个，用逗号分隔；编号为字母、数字、- 或 _，密钥为至少 32 个随机字节的 base64url',
    help: '进程之间的调用用它签名，头一个签，两个都认；不设则用 ZONGHENG_HOME 中的密钥文件 keys/internal，没有就新建',
    type: z.string().transform((text, context) => {
      const keys = parseKeys(text);
      if (keys === undefined) context.addIssue('not id:key');
      return keys;
    }),
  },
];

/** Every environment variable the hub reads, with its Chinese help: the table of `zongheng --help`. */
export const SETTINGS: readonly Setting[] = VARIABLES.map(({ type: _type, help, ...setting }) => ({
  ...setting,
  help: setting.fallback === '' ? help : `${help}（默认 ${setting.fallback}）`,
}));

/** Reads the environment once. An empty variable counts as not set; every wrong one is named. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const values = new Map<string, unknown>();
  const refusals: ConfigRefusal[] = [...unknownSubgraphs(environment), ...formerVariables(environment)];
  for (const { name, fallback, allowed, type } of VARIABLES) {
    const text = environment[name] || fallback;
    if (text === '') continue;
    const result = type.safeParse(text);
    if (result.success) values.set(name, result.data);
    else
      refusals.push({
        name,
        message: `环境变量 ${name} 的值${quoted(name, text)}不正确，应为：${allowed}。`,
      });
  }
  if (refusals.length === 0) return { kind: 'READ', config: configOf(values) };
  return { kind: 'REFUSED', refusals, sentence: refusals.map(({ message }) => message).join('\n') };
}

function configOf(values: ReadonlyMap<string, unknown>): Config {
  const addresses = HUB_SUBGRAPHS.map((name) => [name, values.get(subgraphVariable(name))] as const);
  return {
    port: values.get('PORT') as number,
    host: values.get('HOST') as string,
    databaseUrl: values.get('DATABASE_URL') as string | undefined,
    home: values.get('ZONGHENG_HOME') as string,
    subgraphUrls: Object.fromEntries(addresses.filter(([, url]) => url !== undefined)),
    logLevel: values.get('LOG_LEVEL') as LogLevel,
    fuses: values.get('FUSION') as boolean,
    tokens: {
      path: (values.get('TOKEN_KEYS') ?? tokenKeysIn(values.get('ZONGHENG_HOME') as string)) as string,
      isRequired: values.has('TOKEN_KEYS'),
      issuer: values.get('TOKEN_ISSUER') as string,
      audience: values.get('TOKEN_AUDIENCE') as string,
    },
    internalKeys: values.get('INTERNAL_KEYS') as SigningKeys | undefined,
  };
}

/** Where the public keys of tokens are looked for; `zongheng keys new` writes them there. */
export const tokenKeysIn = (home: string): string => join(home, 'keys', 'tokens.json');

/** Secrets that anyone may have copied are no proof of who writes: they are not read, and not passed over. */
function formerVariables(environment: Readonly<Record<string, string | undefined>>): ConfigRefusal[] {
  if (!environment['REVIEWER_TOKENS']) return [];
  const message =
    '环境变量 REVIEWER_TOKENS 不再使用：写入要有签名的令牌。请用 zongheng keys new 建立密钥，用 zongheng token --subject 姓名 --grant 角色@区划:层级 给各人发放令牌，再去掉这个变量。';
  return [{ name: 'REVIEWER_TOKENS', message }];
}

/** A misspelt subgraph would otherwise run in this process without a word. */
function unknownSubgraphs(environment: Readonly<Record<string, string | undefined>>): ConfigRefusal[] {
  const known = new Set(HUB_SUBGRAPHS.map(subgraphVariable));
  return Object.keys(environment)
    .filter((name) => /^SUBGRAPH_\w+_URL$/u.test(name) && !known.has(name))
    .sort()
    .map((name) => ({
      name,
      message: `环境变量 ${name} 的值“${shown(environment[name] ?? '')}”无处可用：没有这个子图，可用的变量是 ${[...known].join('、')}。`,
    }));
}

/** What may hold a secret is not repeated at all: no pattern finds the password in every form of an address. */
const SECRET: readonly string[] = ['DATABASE_URL', 'INTERNAL_KEYS'];

const quoted = (name: string, text: string): string =>
  SECRET.includes(name) ? '（可能含口令，不显示）' : `“${shown(text)}”`;

/** A value fit for a sentence: nothing before an `@`, nothing behind `?` or `=`, and not endless. */
const shown = (text: string): string =>
  text
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/isu, '$1***@')
    .replace(/[?=].*$/su, (rest) => `${rest[0]}***`)
    .slice(0, 200);
