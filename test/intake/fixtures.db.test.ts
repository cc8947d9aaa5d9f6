import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { stableId } from '../../intake/identity.ts';
import { type ImportResult, importFiles } from '../../intake/import.ts';
import { EXPECTED, type ExpectedFile, type ExpectedItem } from '../fixtures/intake/expected.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { ROOT } from '../support/documents.ts';
import { NOW } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url);
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

type Values = Readonly<Record<string, unknown>>;

/** Each file goes into a list of its own, whose draft nothing else touches. */
const importFile = async ({ file, kind }: ExpectedFile) =>
  await importFiles(sql, {
    files: [join(ROOT, 'test/fixtures/intake', file)],
    list: { key: file, level: 'COUNTY', region: '880121', kind: kind ?? 'GOVERNMENT_SERVICE' },
    now: NOW,
  });

const recordsOf = async (list: string, target: string): Promise<readonly Values[]> => {
  const rows = await sql<{ record: Values }[]>`
    select record::jsonb as record from intake.draft_row where catalog_id = ${stableId('catalog', list)} and target = ${target}`;
  return rows.map(({ record }) => record);
};

const namesIn = (block: unknown): readonly string[] | undefined =>
  Array.isArray(block) ? block.map((entry: Values) => String(entry['name'])) : undefined;

/** The items or guides of a list's draft, in the shape of what is expected of them. */
const draftedItems = async (list: string): Promise<readonly ExpectedItem[]> => {
  const offices = new Map(
    (await recordsOf(list, 'reference.organisation')).map((row) => [
      row['organisation_id'],
      row['organisation_name'],
    ]),
  );
  const guides = await recordsOf(list, 'guide.guide');
  const items = await recordsOf(list, 'county.item');
  const guideOf = (id: unknown) => guides.find((guide) => guide['item_id'] === id);
  const pairs =
    items.length > 0
      ? items.map((item) => [item, guideOf(item['item_id'])])
      : guides.map((guide) => [guide, guide]);
  const drafted = pairs.map(([item, guide]) => {
    const own = (item?.['elements'] ?? {}) as Values;
    const says: Values = {
      ...own,
      ...(own['itemElements'] as Values | undefined),
      ...(guide?.['elements'] as Values | undefined),
    };
    return {
      ordinal: Number(item?.['ordinal']),
      name: item?.['task_name'] ?? item?.['guide_name'],
      code: item?.['implementation_code'] ?? item?.['basic_code'] ?? item?.['local_code'],
      department: offices.get(item?.['organisation_id']),
      type: item?.['item_type'],
      limit: (says['promisedLimit'] as Values | undefined)?.['raw'],
      materials: namesIn(says['materials']),
      windows: namesIn(says['windows']),
      says: { ...says, planEffectiveDate: item?.['plan_effective_date'] },
    };
  });
  return drafted.sort((left, right) => left.ordinal - right.ordinal) as unknown as readonly ExpectedItem[];
};

const codesOf = (result: ImportResult): readonly string[] =>
  (result.kind === 'REFUSED' ? result.problems : result.report.problems).map(({ code }) => code);

const refused = EXPECTED.filter((file) => file.refused !== undefined);
const read = EXPECTED.filter((file) => file.refused === undefined);

describe('files that cannot be read', () => {
  test.each(refused)('$file: $mess', async (file) => {
    const result = await importFile(file);
    expect([result.kind, codesOf(result)[0]]).toEqual(['REFUSED', file.refused]);
    const catalogId = stableId('catalog', file.file);
    expect(await sql`select 1 from intake.draft where catalog_id = ${catalogId}`).toEqual([]);
  });
});

describe('files that are read', () => {
  test.each(read)('$file: $mess', async (file) => {
    const result = await importFile(file);
    if (result.kind === 'REFUSED') throw new Error(result.problems.map(({ message }) => message).join('\n'));
    const { report } = result;
    const expected = file.items ?? [];
    const drafted = await draftedItems(file.file);
    expect(drafted.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
    expect(drafted).toMatchObject(expected);
    expect([report.accepted, report.quarantined]).toEqual([expected.length, file.aside ?? 0]);
    expect(report.nilReturns).toEqual(file.nilReturns ?? []);
    expect(codesOf(result)).toEqual(expect.arrayContaining([...(file.problems ?? [])]));
    if (file.layouts !== undefined) expect(report.tables.map(({ layout }) => layout)).toEqual(file.layouts);
  });
});
