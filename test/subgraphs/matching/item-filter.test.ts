import { expect, test } from 'vitest';
import { topicSpellings } from '../../../subgraphs/matching/item-filter.ts';

test.each([
  ['060', ['060', 'NATURAL_060', '婚姻登记', 'LEGAL_060', '招标拍卖']],
  ['婚姻登记', ['婚姻登记', 'NATURAL_060', '060']],
  [' 社会保障 ', ['社会保障', 'NATURAL_085', '社会保障(社会保险、社会救助)', '085', 'LEGAL_035', '035']],
  ['LEGAL_060', ['LEGAL_060', '招标拍卖', '060']],
  ['没有的主题', ['没有的主题']],
])('the topic %s may be written %j', (text, spellings) => {
  expect(topicSpellings(text)).toEqual(spellings);
});
