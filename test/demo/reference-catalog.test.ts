import { describe, expect, test } from 'vitest';
import { parseCode } from '../../catalog/codes/parse.ts';
import { editionsOf } from '../../demo/older-edition.ts';
import { referenceCatalog, referenceMaterials } from '../../demo/reference-catalog.ts';
import { earlierCells, referenceCells } from '../../demo/reference-cells.ts';
import { SIZES } from '../../demo/sizes.ts';
import { DEPARTMENTS } from '../../demo/vocabulary/departments.ts';

const catalogs = { small: referenceCatalog(SIZES.small), province: referenceCatalog(SIZES.province) };

describe.each(['small', 'province'] as const)('the reference catalog, %s', (size) => {
  const items = catalogs[size];

  test('has as many rows as the size says, each with a code and a name of its own', () => {
    expect(items).toHaveLength(SIZES[size].referenceItems);
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
  });

  test('every code is a 12-character basic code without a problem', () => {
    const wrong = items
      .map(({ code }) => parseCode(code))
      .filter(({ scheme, problems }) => scheme !== 'CN_12' || problems.length > 0);
    expect(wrong).toEqual([]);
  });

  test('a sub-item stands under a main item of the catalog that nobody handles itself', () => {
    const byCode = new Map(items.map((item) => [item.code, item]));
    const subItems = items.filter(({ code, mainCode }) => code !== mainCode);
    expect(subItems.length).toBeGreaterThan(items.length / 2);
    for (const { code, mainCode } of subItems) {
      expect(byCode.get(mainCode)?.handled, code).toBe(false);
      expect(code.slice(0, 9)).toBe(mainCode.slice(0, 9));
    }
  });

  test('the county level belongs to about the menu, and every item to some level', () => {
    const county = items.filter(({ handled, levels }) => handled && levels.includes('4'));
    expect(county.length).toBeGreaterThanOrEqual(SIZES[size].countyMenu);
    expect(county.length).toBeLessThan(SIZES[size].countyMenu * 1.2);
    expect(items.filter(({ levels }) => levels === '')).toEqual([]);
  });

  test('towns and villages have enough to offer', () => {
    const offered = (level: string) =>
      items.filter((item) => item.onApplication && item.levels.includes(level)).length;
    expect(offered('5')).toBeGreaterThan(SIZES[size].rowsPerTownship);
    expect(offered('6')).toBeGreaterThan(SIZES[size].rowsPerVillage);
  });
});

test('an item has the same code in both sizes', () => {
  const names = new Map(catalogs.province.map(({ code, name }) => [code, name]));
  const known = catalogs.small.filter(({ code }) => names.has(code));
  expect(known.length).toBeGreaterThan(250);
  expect(known.filter(({ code, name }) => names.get(code) !== name)).toEqual([]);
});

test('department codes and keys are distinct, and every department has subjects', () => {
  expect(new Set(DEPARTMENTS.map(({ code }) => code)).size).toBe(DEPARTMENTS.length);
  expect(new Set(DEPARTMENTS.map(({ key }) => key)).size).toBe(DEPARTMENTS.length);
  expect(DEPARTMENTS.filter(({ subjects }) => subjects.length === 0)).toEqual([]);
});

test.each([
  '食品经营许可（新办）',
  '养老机构备案',
  '城乡居民养老保险参保登记',
  '再生育审批（再婚夫妻）',
  '律师首次执业许可',
])('the small catalog has %s', (name) => {
  expect(catalogs.small.map((item) => item.name)).toContain(name);
});

describe('materials of the reference', () => {
  test('what is applied for has a form and at least one more; what is not has none', () => {
    for (const item of catalogs.province) {
      const materials = referenceMaterials(item);
      if (!item.onApplication) expect(materials, item.name).toEqual([]);
      else expect(materials.length, item.name).toBeGreaterThanOrEqual(2);
      expect(new Set(materials.map(({ name }) => name)).size, item.name).toBe(materials.length);
    }
  });
});

describe('the earlier edition', () => {
  const editions = editionsOf(catalogs.province, 1);

  test('words about seven in a hundred items otherwise and lacks about two', () => {
    const handled = catalogs.province.filter((item) => item.handled).length;
    expect(editions.earlier.size / handled).toBeGreaterThan(0.05);
    expect(editions.earlier.size / handled).toBeLessThan(0.09);
    expect(editions.added.size / handled).toBeLessThan(0.03);
  });

  test('what it says otherwise is exactly the field it names', () => {
    for (const item of catalogs.province) {
      const wording = editions.earlier.get(item.code);
      if (wording === undefined) continue;
      const now = referenceCells(item);
      const [before] = earlierCells(item, editions);
      const fields = ['事项名称', '法定办结时限', '设定依据'] as const;
      expect(fields.filter((field) => before?.[field] !== now[field])).toEqual([wording.field]);
    }
  });
});
