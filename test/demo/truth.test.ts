import { describe, expect, test } from 'vitest';
import { parseCode } from '../../catalog/codes/parse.ts';
import { SIZES } from '../../demo/sizes.ts';
import { TRUTH_KINDS, type Truth, type TruthKind } from '../../demo/truth.ts';
import { type Row, writtenProvince } from './written-province.ts';

const { manifest, tables, truths } = await writtenProvince({ size: 'small', seed: 1 });
/** The row by which a department reports to have no item (零报告) has no key, and is none. */
const isItem = (row: Row) => row['来源主键'] !== '';
const listOf = new Map(
  manifest.files.map(({ list, file }) => [list, (tables.get(file) ?? []).filter(isItem)]),
);
const rowOf = (list: string, key: string | undefined): Row | undefined =>
  listOf.get(list)?.find((row) => row['来源主键'] === key);
const at = (truth: Truth) => `${truth.kind} ${truth.list} ${truth.row ?? ''}`;
const ofKind = (kind: Truth['kind']) => truths.filter((truth) => truth.kind === kind);

describe('truth', () => {
  test.each((Object.keys(TRUTH_KINDS) as TruthKind[]).filter((kind) => kind !== 'SLOW_PROMISE'))(
    'there is something of kind %s',
    (kind) => {
      expect(ofKind(kind).length).toBeGreaterThan(0);
    },
  );

  test('a promise is slow beside three others, so that there are slow ones from four counties on', async () => {
    const parameters = { ...SIZES.small, countiesPerCity: 4 };
    const four = await writtenProvince({ size: 'small', seed: 1, parameters });
    const slow = four.truths.filter(({ kind }) => kind === 'SLOW_PROMISE');
    expect(slow.length).toBeGreaterThan(10);
    expect(ofKind('SLOW_PROMISE')).toEqual([]);
    const days = (text: string | undefined) => Number(/\d+/u.exec(text ?? '')?.[0] ?? 0);
    for (const { is, why } of slow) {
      const middle = Number(/中位数是 (\d+) 个工作日$/u.exec(why)?.[1]);
      expect(days(is), why).toBeGreaterThan(middle);
    }
  });

  test('what stands beyond its level is an item the reference leaves to others', () => {
    const levels = { 4: '市级', 6: '县级' } as const;
    for (const { list, reference, row } of ofKind('BEYOND_LEVEL')) {
      const digits = list.split('-')[0]?.length === 4 ? 4 : 6;
      const level = list.endsWith('-township') ? '镇' : levels[digits];
      expect(rowOf('reference', reference)?.['行使层级'], row).not.toContain(level);
    }
  });

  test('a power without a service is on no list of services of its place', () => {
    for (const { list, reference } of ofKind('NOT_SERVED'))
      for (const other of ['directory', 'implementation']) {
        const services = list.replace('power', other);
        expect(ofKind('GAP').some((gap) => gap.list === services && gap.reference === reference)).toBe(true);
      }
  });

  test('the manifest explains every kind that occurs', () => {
    const unexplained = truths.filter(({ kind }) => !manifest.truthKinds[kind]);
    expect(unexplained).toEqual([]);
  });

  test('every line points at rows that exist', () => {
    const lost = truths.filter(({ list, row, other, otherList, reference }) => {
      const own = row !== undefined && rowOf(list, row) === undefined;
      const twin = other !== undefined && rowOf(otherList ?? list, other) === undefined;
      return (
        !listOf.has(list) ||
        own ||
        twin ||
        (reference !== undefined && rowOf('reference', reference) === undefined)
      );
    });
    expect(lost.map(at)).toEqual([]);
  });

  test('what a line says a cell is, the cell is', () => {
    const wrong = truths.filter(({ list, row, field, is }) => {
      if (field === undefined || is === undefined) return false;
      const cell = rowOf(list, row)?.[field];
      // Of a material list a line names one material.
      return field === '申请材料' ? !(cell ?? '').split('；').includes(is) && is !== '' : cell !== is;
    });
    expect(wrong.map(at)).toEqual([]);
  });

  test('every row of a city or county list is linked, or extra', () => {
    const explained = new Set(
      [...ofKind('LINK'), ...ofKind('EXTRA')].map(({ list, row }) => `${list} ${row}`),
    );
    const lists = manifest.files.filter(
      ({ level, kind }) => (level === 'CITY' || level === 'COUNTY') && kind !== 'GUIDE',
    );
    const silent = lists.flatMap(({ list }) =>
      (listOf.get(list) ?? [])
        .filter((row) => !explained.has(`${list} ${row['来源主键']}`))
        .map((row) => row['来源主键']),
    );
    expect(silent).toEqual([]);
  });

  test('a gap is an item of that level that no row of the list stands for', () => {
    const linked = new Set(ofKind('LINK').map(({ list, reference }) => `${list} ${reference}`));
    for (const gap of ofKind('GAP')) {
      expect(linked.has(`${gap.list} ${gap.reference}`), at(gap)).toBe(false);
      const level = /^\d{4}-/u.test(gap.list) ? '市级' : '县级';
      expect(rowOf('reference', gap.reference)?.['行使层级'], at(gap)).toContain(level);
    }
  });

  test('links of all three relations are planted', () => {
    expect(new Set(ofKind('LINK').map(({ relation }) => relation))).toEqual(
      new Set(['EQUIVALENT', 'NARROWER', 'BROADER']),
    );
  });

  test('an overlap stands in both lists under the same code or the same main item', () => {
    for (const { list, row, other, otherList } of ofKind('OVERLAP')) {
      expect(other).toBeDefined();
      expect([list, otherList].map((key) => key?.split('-')[1]).sort()).toEqual(['power', 'public']);
      expect(rowOf(list, row)?.['主项编码']).toBe(rowOf(otherList ?? '', other)?.['主项编码']);
    }
  });

  test('a department that filed nothing has no public service in the list', () => {
    for (const { list, department } of [...ofKind('NIL_RETURN'), ...ofKind('NO_RETURN')]) {
      const own = listOf
        .get(list)
        ?.filter((row) => row['实施主体']?.endsWith(department ?? '?') && row['事项类型'] === '公共服务');
      // A local service of its own is no item of the reference that the department should have claimed.
      expect(
        own?.filter((row) => row['地方基本编码'] === ''),
        `${list} ${department}`,
      ).toEqual([]);
    }
  });
});

describe('what is not planted is right', () => {
  const planted = new Set(
    truths.filter(({ kind }) => kind !== 'LINK').map(({ list, row }) => `${list} ${row}`),
  );
  const clean = [...listOf].flatMap(([list, rows]) =>
    rows.filter((row) => !planted.has(`${list} ${row['来源主键']}`)).map((row) => ({ list, row })),
  );

  test('most rows are clean', () => {
    expect(clean.length).toBeGreaterThan(700);
  });

  test('their codes have no problem and fit one another', () => {
    for (const { list, row } of clean) {
      const where = `${list} ${row['来源主键']}`;
      const { 基本编码: basic = '', 实施编码: implementation = '', 业务办理项编码: handling = '' } = row;
      for (const code of [
        basic,
        implementation,
        handling,
        row['实施主体编码'] ?? '',
        row['来源事项编码'] ?? '',
      ].filter(Boolean)) {
        expect(parseCode(code).problems, `${where} ${code}`).toEqual([]);
      }
      if (implementation !== '') expect(implementation.endsWith(basic), where).toBe(true);
      if (handling !== '') expect(handling.startsWith(implementation), where).toBe(true);
    }
  });

  test('the source of a town item is an item of its county', () => {
    const sources = clean.filter(({ list }) => list.endsWith('-township'));
    expect(sources.length).toBeGreaterThan(200);
    for (const { list, row } of sources) {
      const county = listOf.get(list.replace('township', 'implementation')) ?? [];
      expect(
        county.some((item) => item['实施编码'] === row['来源事项编码']),
        row['来源主键'],
      ).toBe(true);
    }
  });

  test('no region code is one of GB/T 2260', () => {
    const codes = new Set([...listOf.values()].flat().map((row) => row['区划代码'] ?? ''));
    expect(codes.size).toBe(1 + 1 + 3 + 6 + 12);
    for (const code of codes) expect(code).toMatch(/^88\d{10}$/u);
  });

  test('a promise is not longer than the law allows', () => {
    const days = (text: string | undefined) => Number(/^\d+/u.exec(text ?? '')?.[0] ?? 0);
    const late = clean.filter(
      ({ row }) => row['法定办结时限'] && days(row['承诺办结时限']) > days(row['法定办结时限']),
    );
    expect(late.map(({ row }) => row['来源主键'])).toEqual([]);
  });
});
