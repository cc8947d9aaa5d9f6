import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A page that can reach one origin only, and remembers whatever went wrong on it. */
export interface WatchedPage extends AsyncDisposable {
  readonly page: Page;
  /** Addresses outside the origin that the page tried to reach; all were refused. */
  readonly outside: readonly string[];
  /** Uncaught errors and errors written to the console. */
  readonly errors: readonly string[];
}

/** What a browser of a test needs not to do on its own: sandboxes need rights, the rest is talk with its maker. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * The path of Chromium: `CHROMIUM_PATH`, Debian's, or one on the PATH. Where there is none, Debian's packages are
 * installed if we may, else an error names them.
 */
export const ensureChromium = (): string => findChromium() ?? installChromium();

/** Starts Chromium; `await using` closes it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: ensureChromium(), args: ARGUMENTS });

/** A page in a fresh context. Requests outside `origin` are refused and recorded. */
export async function openWatchedPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: origin, ...options });
  const outside: string[] = [];
  const errors: string[] = [];
  await context.route(
    (url) => url.origin !== new URL(origin).origin,
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, outside, errors, [Symbol.asyncDispose]: () => context.close() };
}

function findChromium(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
  return [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', ...onPath].find(
    (path) => path !== undefined && path !== '' && isExecutable(path),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installChromium(): string {
  try {
    if (process.getuid?.() !== 0) throw new Error('only root may install packages');
    // Several test files may find it missing at once: the second waits for the first one's lock.
    const apt = (...words: string[]) =>
      execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', '-qq', ...words], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...PACKAGES);
  } catch (cause) {
    throw new Error(`浏览器测试需要 Debian 软件包 ${PACKAGES.join('、')}，请先安装。`, { cause });
  }
  const installed = findChromium();
  if (installed === undefined) throw new Error(`安装 ${PACKAGES.join('、')} 之后仍找不到 chromium。`);
  return installed;
}
