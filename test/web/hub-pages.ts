import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openWatchedPage, type WatchedPage } from '../support/browser.ts';
import { startHub } from '../support/hub.ts';

/** JSON as the hub answers it. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is what each test says it expects.
export type Json = any;

/** A hub over the demonstration province and a browser to look at it with. */
export interface HubPages extends AsyncDisposable {
  readonly origin: string;
  /** Opens a path of the hub and waits until the page shows its content. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<WatchedPage>;
  /** Runs a stored operation without the page. */
  readonly ask: (operation: string, variables?: Json) => Promise<Json>;
}

export async function startHubPages(): Promise<HubPages> {
  await using stack = new AsyncDisposableStack();
  const hub = stack.use(await startHub());
  const browser = stack.use(await launchBrowser());
  const { origin } = new URL(hub.url);
  const opened = stack.move();
  return {
    origin,
    async open(path, options) {
      const watched = await openWatchedPage(browser, origin, options);
      await watched.page.goto(path);
      await shown(watched.page);
      return watched;
    },
    async ask(operation, variables = {}) {
      const query = await readFile(
        new URL(`../../schema/operations/${operation}.graphql`, import.meta.url),
        'utf8',
      );
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json' };
      const answer = await (await fetch(hub.url, { method: 'POST', headers, body })).json();
      return (answer as Json).data;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Resolves once the page shows what its address names. */
export const shown = (page: Page): Promise<void> =>
  page.locator('main:not([aria-busy]) h1').waitFor({ state: 'attached' });

/** What a reader sees of each element that a selector finds. */
export const texts = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).allInnerTexts();

export const text = async (page: Page, selector: string): Promise<string> =>
  (await texts(page, selector)).join('\n');

/** A county item with a neighbour on every side: reference item, townships and villages, counterparts, guide. */
export async function itemWithNeighbours({ ask }: HubPages): Promise<Json> {
  const { provinces } = await ask('region-roots');
  const { items } = await ask('services-of-village', { region: provinces.nodes[0].id, first: 100 });
  const villages = items.nodes.filter((one: Json) => one.level === 'VILLAGE' && one.sourceItem);
  for (const id of new Set<string>(villages.map(({ sourceItem }: Json) => sourceItem.id))) {
    const { node } = await ask('item-in-full', { item: id });
    const levels = node.townshipItems.nodes.map(({ level }: Json) => level);
    const complete = node.guide?.materials?.length && node.referenceMatch?.right && node.counterparts?.length;
    if (complete && levels.includes('TOWNSHIP')) return node;
  }
  throw new Error('the demonstration province has no item with a neighbour on every side');
}
