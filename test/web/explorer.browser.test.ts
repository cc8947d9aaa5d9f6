import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubPages, type Json, startHubPages, text } from './hub-pages.ts';

let pages: HubPages;

beforeAll(async () => {
  pages = await startHubPages();
});
afterAll(() => pages[Symbol.asyncDispose]());

it.each([
  ['cross-levels', 'CrossLevels', ({ countyItem }: Json) => countyItem.referenceMatch.right.name],
  ['services-of-village', 'ServicesOfVillage', ({ items }: Json) => items.nodes[0].name],
])('opens the example %s in the explorer, ready to run', async (name, operation, expected) => {
  await using watched = await pages.open('/');
  const { page } = watched;
  await page.locator(`#example-${name} .explore`).click();
  const run = page.locator('.graphiql-execute-button');
  await expect.poll(() => text(page, '.graphiql-query-editor'), { timeout: 30_000 }).toContain(operation);
  const answered = page.waitForResponse(
    (response) => response.request().postDataJSON()?.query?.includes(`query ${operation}`) === true,
  );
  await run.click();
  const { data, errors } = await (await answered).json();
  expect(errors).toBeUndefined();
  // The editor shows spaces as U+00A0.
  const shown = async () => (await text(page, '.graphiql-response')).replaceAll('\u00a0', ' ');
  await expect.poll(shown).toContain(`"${Object.keys(data)[0]}"`);
  expect(expected(data)).toMatch(/\p{Script=Han}/u);
  expect([watched.outside, watched.errors]).toEqual([[], []]);
});

it('gives every example values that answer something', async () => {
  await using watched = await pages.open('/');
  const addresses = await watched.page
    .locator('.examples .explore')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThanOrEqual(14);
  for (const address of addresses) {
    const query = new URL(address).searchParams.get('query');
    const body = JSON.stringify({ query });
    const response = await fetch(`${pages.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = (await response.json()) as Json;
    expect(answer, query ?? '').not.toHaveProperty('errors');
    expect(Object.values(answer.data), query ?? '').not.toContain(null);
  }
});
