import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrastFaults, structureFaults, tokenContrasts } from './accessibility-checks.ts';
import { type HubPages, itemWithNeighbours, shown, startHubPages, text } from './hub-pages.ts';

let pages: HubPages;
let views: Readonly<Record<string, string>>;

beforeAll(async () => {
  pages = await startHubPages();
  const item = await itemWithNeighbours(pages);
  views = {
    start: '/',
    results: `/?q=${encodeURIComponent(item.name)}`,
    catalog: `/?catalog=${item.catalog.id}`,
    item: `/?item=${item.id}`,
    reference: `/?item=${item.referenceMatch.right.id}`,
    nothing: '/?item=ci_nothing',
  };
});
afterAll(() => pages[Symbol.asyncDispose]());

describe.each(['start', 'results', 'catalog', 'item', 'reference', 'nothing'])('the view %s', (view) => {
  it('has names, landmarks, headings and tables in order', async () => {
    await using watched = await pages.open(views[view] ?? '');
    expect(await watched.page.evaluate(structureFaults)).toEqual([]);
  });

  it('has enough contrast in every text', async () => {
    await using watched = await pages.open(views[view] ?? '');
    const { checked, faults } = await watched.page.evaluate(contrastFaults);
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(10);
  });

  it('fits a window 320 pixels wide without scrolling sideways', async () => {
    await using watched = await pages.open(views[view] ?? '', { viewport: { width: 320, height: 640 } });
    expect(await watched.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

it('sets text 18 pixels high, and larger when the reader asks for it', async () => {
  await using watched = await pages.open('/');
  const size = () => watched.page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(await size()).toBe(18);
  const session = await watched.page.context().newCDPSession(watched.page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
  expect(await size()).toBe(27);
});

it('keeps the contrast of colours no test can see, of edges and of the focus ring', async () => {
  await using watched = await pages.open('/');
  const contrasts = await watched.page.evaluate(tokenContrasts, [
    ['visited', 'paper', 4.5],
    ['edge', 'paper', 3],
    ['deep', 'paper', 3],
    ['ink', 'focus', 3],
    ['ink', 'paper', 3],
  ] as const);
  expect(contrasts.filter(({ ratio, least }) => ratio < least)).toEqual([]);
});

it('shows where the focus is, on every one of the first twenty controls', async () => {
  await using watched = await pages.open('/');
  const { page } = watched;
  const stops: string[] = [];
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement } = document;
      if (!activeElement) return { name: 'nothing', ring: '' };
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(activeElement);
      const box = activeElement.getBoundingClientRect();
      const seen = box.width >= 24 && box.height >= 18;
      return {
        name: activeElement.textContent || activeElement.id,
        ring: `${outlineStyle} ${outlineWidth} ${boxShadow !== 'none'} ${seen}`,
      };
    });
    expect(stop).toEqual({ name: stop.name, ring: 'solid 3px true true' });
    stops.push(stop.name);
  }
  expect(stops.slice(0, 7)).toEqual([
    '跳到主要内容',
    '纵横',
    '已装载',
    '示例查询',
    '探索器',
    '接口定义',
    'q',
  ]);
});

it('can be searched, read and left by keyboard alone', async () => {
  await using watched = await pages.open('/');
  const { page } = watched;
  const { items } = await pages.ask('find-items', { level: ['COUNTY'], first: 1 });
  const [wanted] = items.nodes;
  const focus = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  while ((await focus()) !== 'q') await page.keyboard.press('Tab');
  await page.keyboard.type(wanted.name);
  await page.keyboard.press('Enter');
  await shown(page);
  // The focus stands on the heading, so that a screen reader reads it; the first result is two stops on.
  expect(await focus()).toBe(`“${wanted.name}”的检索结果`);
  expect(await page.title()).toContain(wanted.name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await shown(page);
  expect(new URL(page.url()).searchParams.has('item')).toBe(true);
  expect(await focus()).toBe(await text(page, 'h1'));
  await page.goBack();
  await expect.poll(() => text(page, 'h1')).toBe(`“${wanted.name}”的检索结果`);
  expect(await page.getByLabel('查事项').inputValue()).toBe(wanted.name);
  expect(watched.errors).toEqual([]);
});

it('prints the item without the furniture of the page', async () => {
  await using watched = await pages.open(views['item'] ?? '');
  await watched.page.emulateMedia({ media: 'print' });
  const visible = await Promise.all(
    ['.top', 'search', '.explore', 'h1', '.line', '#guide'].map((one) =>
      watched.page.locator(one).first().isVisible(),
    ),
  );
  expect(visible).toEqual([false, false, false, true, true, true]);
});
