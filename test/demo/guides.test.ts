import { describe, expect, test } from 'vitest';
import type { FieldOwner } from '../../catalog/fields/field.ts';
import { FIELDS, fieldByColumn } from '../../catalog/fields.ts';
import type { Block } from '../../demo/guide-record.ts';
import { writtenProvince } from './written-province.ts';

const { manifest, guides, tables } = await writtenProvince({ size: 'small', seed: 1 });
const all = [...guides.values()].flat();

/** Keys that say which item a guide belongs to. */
const LAYOUT = [
  'row_id',
  'task_code',
  'catalog_code',
  'task_name',
  'region_code',
  'region',
  'dept_name',
  'dept_code',
];
const BLOCKS = {
  materials: 'material',
  fees: 'fee',
  steps: 'step',
  windows: 'window',
  conditions: 'condition',
  special_links: 'specialLink',
  questions: 'question',
  legal_bases: 'legalBasis',
} as const satisfies Record<string, FieldOwner>;

const blocksOf = (name: string): Block[] =>
  all.flatMap((guide) => (guide[name] as readonly Block[] | undefined) ?? []);

describe('guides', () => {
  test('every key is a column of the registry, a child list or a layout key', () => {
    const keys = new Set(all.flatMap((guide) => Object.keys(guide)));
    const unknown = [...keys].filter(
      (key) => !LAYOUT.includes(key) && !(key in BLOCKS) && fieldByColumn('guide', key) === undefined,
    );
    expect(unknown).toEqual([]);
  });

  test('every element of the registry is filled in some guide', () => {
    const filled = new Set(all.flatMap((guide) => Object.keys(guide)));
    expect(FIELDS.guide.map(({ column }) => column).filter((column) => !filled.has(column))).toEqual([]);
  });

  test.each(Object.entries(BLOCKS))('%s fill every column of %s and no other', (name, owner) => {
    const filled = new Set(blocksOf(name).flatMap((block) => Object.keys(block)));
    const columns: readonly string[] = FIELDS[owner].map(({ column }) => column);
    // A fee basis of a special procedure stands only where the procedure costs something; ours are free.
    expect(columns.filter((column) => !filled.has(column) && column !== 'special_fee_basis')).toEqual([]);
    expect([...filled].filter((column) => !columns.includes(column))).toEqual([]);
  });

  test('about a third are complete, and every one has the nine elements of a filing table', () => {
    const complete = all.filter(
      (guide) => 'common_mistakes' in guide && 'questions' in guide && 'windows' in guide,
    );
    expect(complete.length / all.length).toBeGreaterThan(0.3);
    const nine = [
      'task_name',
      'accept_condition',
      'materials',
      'handle_flow',
      'transact_addr',
      'transact_time',
      'link_tel',
      'supervise_way',
      'is_fee',
    ];
    for (const guide of all)
      expect(
        nine.filter((key) => !(key in guide)),
        String(guide.row_id),
      ).toEqual([]);
  });

  test('a guide is written for a row of the implementation or township list, once', () => {
    const keys = new Set(
      manifest.files.flatMap(({ file, list }) =>
        /implementation|township/u.test(list)
          ? (tables.get(file) ?? []).map((row) => `ZN-${row['来源主键']}`)
          : [],
      ),
    );
    const ids = all.map(({ row_id: id }) => String(id));
    expect(ids.filter((id) => !keys.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('what costs something says what, how much and by which document', () => {
    const charged = all.filter((guide) => guide.is_fee === '是');
    expect(charged.length).toBeGreaterThan(0);
    for (const guide of charged) expect(guide.fee_basis, String(guide.row_id)).toBeTruthy();
    for (const fee of blocksOf('fees'))
      expect(fee).toMatchObject({ fee_name: expect.any(String), fee_stand: expect.any(String) });
  });
});
