import { reaches } from './reaches.ts';
import type { Unsafe } from './unsafe.ts';

/** What the process was started as. */
export interface StartedAs {
  /** `24.21.0`, without a `v`. */
  readonly nodeVersion: string;
  /** The options of Node given with the call. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The permissions that new files do not get. */
  readonly umask: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The oldest safe Node; security-floor.json names what is wrong with those before. */
export const NODE_FLOOR = '24.14.1';

/** This program is younger than that: a clock before it is wrong, and tokens and signatures live by the clock. */
const PROGRAM_MADE = Date.UTC(2026, 0, 1);

const LARGEST_HEADERS = 65_536;

const OPTIONS: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern: /^--(inspect|debug)(-brk|-wait|-port|-publish-uid)?(=|$)/u,
    why: '打开了调试端口，连上它就能在进程里执行任何代码',
  },
  { pattern: /^--insecure-http-parser$/u, why: '放宽了对 HTTP 的检查，可被夹带请求' },
  { pattern: /^--tls-min-v1\.[01]$/u, why: '允许早已不安全的 TLS 版本' },
  { pattern: /^--security-revert=/u, why: '撤销了 Node 的安全修补' },
  { pattern: /^--tls-keylog=/u, why: '把 TLS 的密钥写进文件' },
  { pattern: /^--(heapsnapshot-signal|heapsnapshot-near-heap-limit)=/u, why: '会把内存连同密钥写进文件' },
  { pattern: /^--unhandled-rejections=(none|warn)/u, why: '让没有处理的错误不声不响' },
];

const OPTION_REMEDY = '请从命令和环境变量 NODE_OPTIONS 中去掉它';

/** Node takes the value of an option in a word of its own, too. */
const joined = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, at) => {
    const next = words[at + 1];
    return word.startsWith('--') && !word.includes('=') && next !== undefined && !next.startsWith('-')
      ? [word, `${word}=${next}`]
      : [word];
  });

const optionsOf = ({ words, environment }: StartedAs): readonly string[] => [
  ...joined(words),
  ...joined(
    (environment['NODE_OPTIONS'] ?? '').split(/\s+/u).map((word) => word.replace(/^["']|["']$/gu, '')),
  ),
];

/** Node takes `_` for `-` in the names of its options. */
const spelt = (word: string): string => {
  const [name = '', ...value] = word.split('=');
  return [name.replaceAll('_', '-'), ...value].join('=');
};

const unsafeOptions = (started: StartedAs): readonly Unsafe[] => {
  const options = optionsOf(started).map(spelt);
  const bad = options.flatMap((option) =>
    OPTIONS.filter(({ pattern }) => pattern.test(option)).map(({ why }) => ({
      reason: `Node 的选项 ${option.split('=')[0]} ${why}`,
      remedy: OPTION_REMEDY,
    })),
  );
  const headers = options.some(
    (option) => Number(/^--max-http-header-size=(\d+)$/u.exec(option)?.[1] ?? 0) > LARGEST_HEADERS,
  );
  return headers
    ? [
        ...bad,
        {
          reason: `Node 的选项 --max-http-header-size 大于 ${LARGEST_HEADERS}，请求头可占满内存`,
          remedy: OPTION_REMEDY,
        },
      ]
    : bad;
};

const VARIABLES: readonly { readonly name: string; readonly isUnsafe: RegExp; readonly why: string }[] = [
  { name: 'NODE_TLS_REJECT_UNAUTHORIZED', isUnsafe: /^0$/u, why: '让 TLS 不再核对对方是谁' },
  { name: 'SSLKEYLOGFILE', isUnsafe: /./u, why: '把 TLS 的密钥写进文件' },
  { name: 'NODE_DEBUG', isUnsafe: /\b(https?|http2|net|tls|undici)\b|\*/iu, why: '把请求连同令牌写进日志' },
  { name: 'NODE_USE_ENV_PROXY', isUnsafe: /^1$/u, why: '让内部的调用经过代理' },
];

/** The variables of Node that are looked at. */
export const WATCHED_VARIABLES: readonly string[] = ['NODE_OPTIONS', ...VARIABLES.map(({ name }) => name)];

const unsafeVariables = ({ environment }: StartedAs): readonly Unsafe[] =>
  VARIABLES.filter(({ name, isUnsafe }) => isUnsafe.test(environment[name] ?? '')).map(({ name, why }) => ({
    reason: `环境变量 ${name} ${why}`,
    remedy: '请去掉这个变量',
  }));

/** All that is unsafe about how the process was started. */
export const unsafeProcess = (started: StartedAs): readonly Unsafe[] => {
  const { nodeVersion, umask, now } = started;
  const found: Unsafe[] = [];
  if (!reaches(nodeVersion, NODE_FLOOR))
    found.push({
      reason: `Node ${nodeVersion} 低于安全下限 ${NODE_FLOOR}（CVE-2026-21637、CVE-2026-21710、CVE-2026-21717）`,
      remedy: '请用 npx zongheng 或 npm start，它们用随附的 Node；或升级 Node',
    });
  if ((umask & 0o002) === 0)
    found.push({ reason: '新建的文件任何人都可改写（umask）', remedy: '请先执行 umask 022' });
  if (!(now >= PROGRAM_MADE))
    found.push({ reason: '本机时钟早于本程序，令牌和签名的时限都会判错', remedy: '请校正时钟' });
  return [...found, ...unsafeOptions(started), ...unsafeVariables(started)];
};

/** How this very process was started. */
export const thisProcess = (environment: StartedAs['environment'], now: number): StartedAs => ({
  nodeVersion: process.versions.node,
  words: process.execArgv,
  environment,
  umask: process.umask(),
  now,
});
