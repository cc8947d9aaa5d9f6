import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { refuseUnsafe } from '../../../cli/floors/unsafe.ts';
import {
  NODE_FLOOR,
  type StartedAs,
  thisProcess,
  unsafeProcess,
} from '../../../cli/floors/unsafe-process.ts';

const NOW = Date.UTC(2026, 10, 1);

const started = (changed: Partial<StartedAs>): StartedAs => ({
  nodeVersion: '24.21.0',
  words: [],
  environment: {},
  umask: 0o022,
  now: NOW,
  ...changed,
});

const reasons = (changed: Partial<StartedAs>) => unsafeProcess(started(changed)).map(({ reason }) => reason);

const withOption = (option: string): Partial<StartedAs> => ({ environment: { NODE_OPTIONS: option } });

test('the floor of Node is that of the list of floors', () => {
  const { node } = JSON.parse(readFileSync(new URL('../../../security-floor.json', import.meta.url), 'utf8'));
  expect(NODE_FLOOR).toBe(node.floor);
});

describe('refused, each with its reason', () => {
  test.each<[string, Partial<StartedAs>, string]>([
    ['an old Node', { nodeVersion: '20.20.2' }, 'Node 20.20.2 低于安全下限 24.14.1'],
    ['a Node of the same major, too early', { nodeVersion: '24.13.9' }, 'Node 24.13.9 低于'],
    ['the last below the floor', { nodeVersion: '24.14.0' }, 'Node 24.14.0 低于'],
    ['a nightly Node of the floor', { nodeVersion: '24.14.1-nightly20260301' }, '低于安全下限'],
    ['a version that is none', { nodeVersion: 'x' }, '低于安全下限'],
    ['a debugger', { words: ['--inspect'] }, '--inspect 打开了调试端口'],
    ['a debugger on all addresses', { words: ['--inspect=0.0.0.0:9229'] }, '--inspect 打开了调试端口'],
    [
      'a debugger by the environment',
      withOption('--max-old-space-size=512 --inspect-brk'),
      '--inspect-brk 打开了',
    ],
    ['a debugger spelt with underscores', withOption('--inspect_wait'), '--inspect-wait 打开了'],
    ['a debugger in quotation marks', withOption('"--inspect-port=9000"'), '--inspect-port 打开了'],
    ['lenient HTTP', withOption('--insecure-http-parser'), '可被夹带请求'],
    ['TLS 1.0', withOption('--tls-min-v1.0'), '不安全的 TLS 版本'],
    ['TLS 1.1', { words: ['--tls-min-v1.1'] }, '不安全的 TLS 版本'],
    ['a fix taken back', withOption('--security-revert=CVE-2023-46809'), '撤销了 Node 的安全修补'],
    ['keys of TLS in a file', withOption('--tls-keylog=/tmp/keys'), 'TLS 的密钥写进文件'],
    ['snapshots by a signal', withOption('--heapsnapshot-signal=SIGUSR2'), '内存连同密钥'],
    ['snapshots when memory is short', withOption('--heapsnapshot-near-heap-limit=3'), '内存连同密钥'],
    ['failures without a sound', withOption('--unhandled-rejections=none'), '不声不响'],
    ['headers without bound', withOption('--max-http-header-size=10000000'), '请求头可占满内存'],
    ['a value in a word of its own', withOption('--unhandled-rejections none --import /a.mjs'), '不声不响'],
    ['one in the call', { words: ['--max-http-header-size', '99999'] }, '请求头可占满内存'],
    ['one after an underscore', { words: ['--tls_keylog', '/tmp/keys'] }, 'TLS 的密钥写进文件'],
    [
      'certificates unchecked',
      { environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
      'TLS 不再核对对方是谁',
    ],
    ['keys of TLS by a variable', { environment: { SSLKEYLOGFILE: '/tmp/keys' } }, 'SSLKEYLOGFILE'],
    ['requests in the log', { environment: { NODE_DEBUG: 'fs,http' } }, '请求连同令牌写进日志'],
    ['everything in the log', { environment: { NODE_DEBUG: '*' } }, '请求连同令牌写进日志'],
    ['a proxy between', { environment: { NODE_USE_ENV_PROXY: '1' } }, '经过代理'],
    ['files that all may write', { umask: 0 }, 'umask'],
    ['files that all others may write', { umask: 0o020 }, 'umask'],
    ['a clock of the past', { now: 0 }, '时钟早于本程序'],
    ['a clock that tells nothing', { now: Number.NaN }, '时钟早于本程序'],
  ])('%s', (_name, changed, reason) => {
    expect(reasons(changed)).toEqual([expect.stringContaining(reason)]);
  });

  test('all at once, with what to do', () => {
    const found = unsafeProcess(started({ nodeVersion: '18.0.0', umask: 0, ...withOption('--inspect') }));
    expect(() => refuseUnsafe(found)).toThrow(
      /Node 18\.0\.0.*npx zongheng[\s\S]*umask 022[\s\S]*NODE_OPTIONS/u,
    );
  });
});

describe('not refused', () => {
  test.each<[string, Partial<StartedAs>]>([
    ['the floor', { nodeVersion: '24.14.1' }],
    ['a later major', { nodeVersion: '26.0.0' }],
    ['how npm start calls it', { words: ['--max-semi-space-size=4'] }],
    ['more memory and source maps', withOption('--max-old-space-size=4096 --enable-source-maps')],
    ['a module before all others', withOption('--import /opt/agent.mjs --require "/opt/agent.cjs"')],
    ['headers of the usual size', withOption('--max-http-header-size=16384')],
    ['rejections that end the process', withOption('--unhandled-rejections=strict')],
    ['the same in two words', { words: ['--unhandled-rejections', 'strict', '-r', './none'] }],
    [
      'certificates checked',
      { environment: { NODE_TLS_REJECT_UNAUTHORIZED: '1', NODE_DEBUG: 'fs', SSLKEYLOGFILE: '' } },
    ],
    ['files of a group', { umask: 0o002 }],
    ['files of one', { umask: 0o077 }],
  ])('%s', (_name, changed) => {
    expect(reasons(changed)).toEqual([]);
    expect(() => refuseUnsafe(unsafeProcess(started(changed)))).not.toThrow();
  });

  test('this process, by which the tests run', () => {
    expect(unsafeProcess(thisProcess({}, NOW))).toEqual([]);
  });
});
