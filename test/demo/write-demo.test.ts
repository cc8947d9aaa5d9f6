import { describe, expect, test, vi } from 'vitest';
import { fieldByTitle } from '../../catalog/fields.ts';
import { SIZES } from '../../demo/sizes.ts';
import { writtenProvince } from './written-province.ts';

const small = await writtenProvince({ size: 'small', seed: 1 });
const total = (bytes: ReadonlyMap<string, string>) =>
  [...bytes.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** Columns that say where a row stands, and which no registry of elements knows. */
const LAYOUT = ['来源主键', '层级', '区划代码', '区划名称', '来源事项编码'];

describe('determinism', () => {
  test('the same seed writes the same bytes', async () => {
    expect((await writtenProvince({ size: 'small', seed: 1 })).bytes).toEqual(small.bytes);
  });

  test('another seed writes another province of the same shape', async () => {
    const other = await writtenProvince({ size: 'small', seed: 2 });
    expect([...other.bytes.keys()]).toEqual([...small.bytes.keys()]);
    const same = [...small.bytes]
      .filter(([name, text]) => other.bytes.get(name) === text)
      .map(([name]) => name);
    expect(same).toEqual(['reference.csv']);
  });

  test('neither the clock nor the machine has a say in it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2041-05-06T07:08:09Z') });
    const random = vi.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('the demonstration draws from its own generator only');
    });
    try {
      expect((await writtenProvince({ size: 'small', seed: 1 })).bytes).toEqual(small.bytes);
    } finally {
      random.mockRestore();
      vi.useRealTimers();
    }
  });
});

describe('the small province', () => {
  const count = (level: string, kind: string) =>
    small.manifest.files.filter((file) => file.level === level && file.kind === kind);

  test.each([
    ['PROVINCE', 'REFERENCE', 1],
    ['CITY', 'POWER', 1],
    ['COUNTY', 'POWER', 3],
    ['COUNTY', 'PUBLIC_SERVICE', 3],
    ['COUNTY', 'GOVERNMENT_SERVICE', 6],
    ['TOWNSHIP', 'GOVERNMENT_SERVICE', 3],
    ['COUNTY', 'GUIDE', 3],
  ])('%s has %s files: %i', (level, kind, files) => {
    expect(count(level, kind)).toHaveLength(files);
  });

  test('every list key is given once, and the manifest counts the items that are there', () => {
    const { files, earlier } = small.manifest;
    expect(new Set(files.map(({ list }) => list)).size).toBe(files.length);
    for (const { file, rows } of [...files, ...earlier]) {
      const items = small.tables.get(file)?.filter((row) => row['事项名称'] !== '零报告');
      expect((items ?? small.guides.get(file))?.length, file).toBe(rows);
    }
  });

  test('300 reference items, 300 town and village items, 120 to 240 items a county', () => {
    const rows = (prefix: string) =>
      small.manifest.files
        .filter(({ list, kind }) => list.startsWith(prefix) && kind !== 'GUIDE' && !list.endsWith('township'))
        .reduce((sum, file) => sum + file.rows, 0);
    expect(rows('reference')).toBe(300);
    for (const county of ['880121', '880122', '880123']) {
      expect(rows(county)).toBeGreaterThan(120);
      expect(rows(county)).toBeLessThan(240);
    }
    expect(count('TOWNSHIP', 'GOVERNMENT_SERVICE').reduce((sum, file) => sum + file.rows, 0)).toBe(300);
  });

  test('is smaller than 3 MB', () => {
    expect(total(small.bytes)).toBeLessThan(3_000_000);
  });

  test('is UTF-8 with plain line feeds and no byte order mark', () => {
    for (const [name, text] of small.bytes) {
      expect(text.includes('\r') || text.startsWith('\uFEFF'), name).toBe(false);
      expect(text.endsWith('\n'), name).toBe(true);
    }
  });
});

test('every column title is known to the field registry or is a layout column', () => {
  const titles = new Set([...small.tables.values()].flatMap((rows) => Object.keys(rows[0] ?? {})));
  expect(titles.size).toBeGreaterThan(40);
  const unknown = [...titles].filter((title) => !LAYOUT.includes(title) && fieldByTitle(title) === undefined);
  expect(unknown).toEqual([]);
});

test('the numbers of a province follow from its parameters', async () => {
  const parameters = {
    ...SIZES.province,
    cities: 2,
    countiesPerCity: 2,
    townshipsPerCounty: 3,
    villagesPerTownship: 2,
  };
  const scaled = await writtenProvince({ size: 'province', parameters });
  const rows = (test: (list: string) => boolean) =>
    scaled.manifest.files.filter(({ list }) => test(list)).reduce((sum, file) => sum + file.rows, 0);
  const { cities, countiesPerCity, townshipsPerCounty, villagesPerTownship } = parameters;
  const perTownship = parameters.rowsPerTownship + villagesPerTownship * parameters.rowsPerVillage;
  const perCounty = townshipsPerCounty * perTownship;
  expect(rows((list) => list.endsWith('-township'))).toBe(cities * countiesPerCity * perCounty);
  expect(rows((list) => list === 'reference')).toBe(parameters.referenceItems);
  const county = rows((list) => /^\d{6}-(?:power|public|directory|implementation)$/u.test(list)) / 4;
  expect(county).toBeGreaterThan(1_350);
  expect(county).toBeLessThan(1_650);
  const guides = rows((list) => /^\d{6}-guides$/u.test(list)) / 4;
  const implementation = rows((list) => /^\d{6}-implementation$/u.test(list)) / 4;
  // One row of each implementation list is a duplicate and has no guide of its own.
  expect(guides).toBe(implementation - 1 + townshipsPerCounty * parameters.guidesPerTownship);
}, 20_000);
