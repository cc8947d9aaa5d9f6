import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type HubPages,
  itemWithNeighbours,
  type Json,
  shown,
  startHubPages,
  text,
  texts,
} from './hub-pages.ts';

let pages: HubPages;
let item: Json;

beforeAll(async () => {
  pages = await startHubPages();
  item = await itemWithNeighbours(pages);
});
afterAll(() => pages[Symbol.asyncDispose]());

/** Hands the page a changed answer to one operation; everything else goes to the hub. */
const changeAnswer = (page: Page, operation: string, change: (answer: Json) => Json) =>
  page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes(`query ${operation}`)) return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, json: change(await response.json()) });
  });

describe('the start page', () => {
  it('says what is loaded, level by level, and reaches nothing outside', async () => {
    await using watched = await pages.open('/');
    const { release, items } = await pages.ask('what-is-loaded');
    const line = await text(watched.page, 'section[aria-labelledby=loaded] .result-line');
    expect(line).toContain(`第 ${release.number} 版`);
    expect(line).toContain(`共 ${items.totalCount.toLocaleString('zh-CN')} 项`);
    const rows = await texts(watched.page, 'section[aria-labelledby=loaded] > .scroll tbody tr');
    expect(rows.map((row) => row.split('\t')[0])).toEqual([
      '省级',
      '市级',
      '县级',
      '乡镇（街道）级',
      '村（社区）级',
    ]);
    const { items: villages, regions } = await pages.ask('level-totals', { level: 'VILLAGE' });
    expect(rows[4]?.split('\t').slice(1)).toEqual([`${regions.totalCount}`, '0', `${villages.totalCount}`]);
    expect([watched.outside, watched.errors]).toEqual([[], []]);
  });

  it('opens a catalog as a list in the order of its file', async () => {
    await using watched = await pages.open('/');
    const { catalogs } = await pages.ask('level-totals', { level: 'COUNTY' });
    const [catalog] = catalogs.nodes;
    await watched.page.locator('summary', { hasText: '县级清单' }).click();
    await watched.page.getByRole('link', { name: catalog.name, exact: true }).click();
    await shown(watched.page);
    expect(await text(watched.page, 'h1')).toBe(catalog.name);
    const { node } = await pages.ask('catalog-page', { catalog: catalog.id, first: 20 });
    expect(await texts(watched.page, '.items .item-name a')).toEqual(
      node.items.nodes.map((one: Json) => one.name),
    );
  });
});

describe('search', () => {
  it('finds the same words at several levels', async () => {
    await using watched = await pages.open(`/?q=${encodeURIComponent(item.name)}`);
    const { items } = await pages.ask('find-items', { words: item.name });
    expect(await texts(watched.page, '.items .item-name a')).toEqual(
      items.nodes.map(({ name }: Json) => name),
    );
    const levels = await texts(watched.page, '.items .level');
    expect(levels).toEqual(expect.arrayContaining(['县级', '乡镇（街道）级', '村（社区）级']));
    expect(await texts(watched.page, '.items .facts')).toContainEqual(
      expect.stringContaining(items.nodes[0].code.raw),
    );
    expect([watched.outside, watched.errors]).toEqual([[], []]);
  });

  it('narrows by level, kind, type and region, and keeps it all in the address', async () => {
    await using watched = await pages.open('/');
    const { page } = watched;
    await page.getByLabel('层级').selectOption('县级');
    await page.getByLabel('清单种类').selectOption('权力清单（权责清单）');
    await page.getByLabel('事项类型').selectOption('其他行政权力');
    await page.getByLabel('地区').selectOption({ value: item.region.id.replace(/\d{8}$/u, '00000000') });
    await page.getByRole('button', { name: '检索' }).click();
    await shown(page);
    const address = new URL(page.url()).searchParams;
    expect(address.get('level')).toBe('COUNTY');
    const facts = await texts(page, '.items .facts');
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(fact).toMatch(/县级[\s\S]*权力[\s\S]*其他行政权力/u);
    await page.reload();
    await shown(page);
    expect(await texts(page, '.items .facts')).toEqual(facts);
    await expect.poll(() => page.getByLabel('清单种类').inputValue()).toBe('POWER');
  });

  it('leads from a region to the regions below it', async () => {
    await using watched = await pages.open(`/?region=${item.region.id}`);
    const options = watched.page.locator('#region option');
    await expect.poll(() => options.count()).toBeGreaterThan(4);
    const { node } = await pages.ask('region-neighbourhood', { region: item.region.id });
    const expected = ['全部地区', node.parent.parent.name, node.parent.name, node.name];
    const below = node.children.nodes.map((region: Json) => region.name);
    expect((await options.allInnerTexts()).map((text) => text.trim())).toEqual([...expected, ...below]);
  });

  it('leaves the form to the newest address when an older one is answered late', async () => {
    await using watched = await pages.open('/');
    const { page } = watched;
    const late = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query RegionNeighbourhood')) await late.promise;
      return route.continue();
    });
    const asked = page.waitForRequest((request) => !!request.postData()?.includes('RegionNeighbourhood'));
    await page.goto(`/?region=${item.region.id}`);
    await asked;
    await shown(page);
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '/?level=COUNTY' });
      document.body.append(link);
      link.click();
    });
    await expect.poll(() => page.locator('#region option').count()).toBeGreaterThan(1);
    const offered = await texts(page, '#region option');
    const answered = page.waitForResponse(
      (answer) => !!answer.request().postData()?.includes('RegionNeighb'),
    );
    late.resolve();
    await (await answered).finished();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await page.locator('#region').inputValue()).toBe('');
    expect(await texts(page, '#region option')).toEqual(offered);
  });

  it('pages by cursor on one release, and back again', async () => {
    await using watched = await pages.open('/?level=COUNTY');
    const { page } = watched;
    const first = await page
      .locator('.items .item-name a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    await page.getByRole('link', { name: '下一页' }).click();
    await shown(page);
    const second = await page
      .locator('.items .item-name a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    expect(first).toHaveLength(20);
    expect(new Set([...first, ...second]).size).toBe(40);
    expect(await text(page, '.result-line')).toMatch(/第 21–40 项 · 第 \d+ 版（翻页停在这一版）/u);
    await page.goBack();
    await expect.poll(() => text(page, '.result-line')).toContain('第 1–20 项');
  });

  it('says so when nothing is found', async () => {
    await using watched = await pages.open(`/?q=${encodeURIComponent('不存在的事项')}`);
    expect(await text(watched.page, 'main')).toContain('没有符合条件的事项');
  });
});

describe('an item', () => {
  it('shows its line up, across and down, and how to get it done', async () => {
    await using watched = await pages.open(`/?item=${item.id}`);
    const { page } = watched;
    expect(await text(page, 'h1')).toBe(item.name);
    const [above, here, below] = await texts(page, '.line > li');
    expect(above).toContain(item.referenceMatch.right.code.raw);
    const [{ left, right }] = item.counterparts;
    expect(here).toContain((left.id === item.id ? right : left).catalog.name);
    expect(below).toContain(`乡镇、村事项 ${item.townshipItems.totalCount} 项`);
    for (const { region } of item.townshipItems.nodes)
      expect(below).toContain(region.fullName.slice(item.region.fullName.length));
    expect(await texts(page, 'section[aria-labelledby=guide] tbody th')).toEqual(
      expect.arrayContaining(item.guide.materials.map((material: Json) => material.name)),
    );
    expect(await texts(page, 'section[aria-labelledby=guide] .steps strong')).toEqual(
      item.guide.steps.map((step: Json) => step.name),
    );
    expect(await text(page, 'section[aria-labelledby=guide]')).toContain(item.guide.elements.supervision);
    expect([watched.outside, watched.errors]).toEqual([[], []]);
  });

  it('leads to the reference item, and from there down to the villages', async () => {
    await using watched = await pages.open(`/?item=${item.id}`);
    await watched.page.locator('.line > li').first().getByRole('link').click();
    await expect.poll(() => texts(watched.page, '.line > .here .rung')).toEqual(['省级']);
    expect((await texts(watched.page, '.line .rung')).join()).toMatch(
      /县级 \d+ 项,乡镇（街道）级 \d+ 项,村（社区）级 \d+ 项/u,
    );
  });

  it('that does not exist is said to be missing', async () => {
    await using watched = await pages.open('/?item=ci_nothing');
    expect(await text(watched.page, 'h1')).toBe('没有这个事项');
  });
});

describe('when not all is well', () => {
  it('shows the rest of a partial answer, says what is missing, and names the request', async () => {
    await using watched = await pages.open('/');
    const { page } = watched;
    const error = {
      message: '部分数据暂时无法取得。其余数据仍然有效；稍后重试可取得缺少的部分。',
      path: ['node', 'guide'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
    };
    await changeAnswer(page, 'ItemInFull', ({ data, extensions }) => ({
      data: { node: { ...data.node, guide: null } },
      errors: [error],
      extensions,
    }));
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes('ItemInFull') === true,
    );
    await page.goto(`/?item=${item.id}`);
    const requestId = (await answered).headers()['x-request-id'] ?? 'none';
    const alert = await text(page, '[role=alert]');
    expect(alert).toContain('暂时取不到：办事指南。页面上其余内容有效。');
    expect(alert).toContain(requestId);
    expect(await page.locator('.line > li').count()).toBe(3);
    expect(await text(page, 'section[aria-labelledby=guide]')).toContain('办事指南暂时取不到');
  });

  it('does not promise that what is refused for good can be had later', async () => {
    await using watched = await pages.open('/');
    const { page } = watched;
    await changeAnswer(page, 'ItemInFull', ({ data, extensions }) => ({
      data: { node: { ...data.node, guide: null } },
      errors: [
        {
          message: '查询的费用过高。',
          path: ['node', 'guide', 'materials'],
          extensions: { code: 'TOO_COSTLY', retryable: false },
        },
      ],
      extensions,
    }));
    await page.goto(`/?item=${item.id}`);
    await shown(page);
    expect(await text(page, '[role=alert]')).toContain('取不到：申请材料。页面上其余内容有效。');
    expect(await text(page, 'main')).not.toContain('暂时取不到');
    expect(await text(page, 'section[aria-labelledby=guide]')).toContain('办事指南取不到。');
  });

  it('says in Chinese that the hub cannot be reached', async () => {
    await using watched = await pages.open('/');
    await watched.page.route('**/graphql', (route) => route.abort());
    await watched.page.getByLabel('查事项').fill('登记');
    await watched.page.keyboard.press('Enter');
    await shown(watched.page);
    expect(await text(watched.page, '[role=alert]')).toContain('连接不上服务');
  });

  it('shows markup in the data as text', async () => {
    await using watched = await pages.open('/');
    const markup = '<img src=x onerror="document.title=1">登记';
    await changeAnswer(watched.page, 'FindItems', (answer) => {
      answer.data.items.nodes[0].name = markup;
      return answer;
    });
    await watched.page.goto('/?level=COUNTY');
    await shown(watched.page);
    expect((await texts(watched.page, '.items .item-name a'))[0]).toBe(markup);
    expect(await watched.page.locator('main img').count()).toBe(0);
  });
});
