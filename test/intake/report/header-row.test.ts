import { expect, test } from 'vitest';
import { headerRowOf } from '../../../intake/report/header-row.ts';

const rows = (...texts: readonly (readonly (string | null)[])[]) =>
  texts.map((cells, index) => ({ row: index + 1, cells }));

test.each([
  ['the first row', rows(['事项名称', '备注'], ['甲', '乙']), ['事项名称', '备注'], 1],
  ['below a title', rows(['权力清单'], [null], ['序号', '事项 名称*'], ['1', '甲']), ['序号', '事项名称'], 3],
  [
    'the lower of two',
    rows(['基本信息', '时限'], ['名称', '法定'], ['甲', '5']),
    ['基本信息/名称', '时限/法定'],
    2,
  ],
  ['nowhere', rows(['甲'], ['乙']), ['事项名称'], 1],
  ['without titles', rows(['甲'], ['乙']), [], 1],
])('%s', (_what, source, titles, row) => {
  expect(headerRowOf(source, titles)).toBe(row);
});
