import { expect, test } from 'vitest';
import { readAside, splitBrackets } from '../../../matching/name/brackets.ts';

test.each([
  ['取水许可', '取水许可', []],
  ['取水许可(新办)', '取水许可', ['新办']],
  ['取水(地下水)许可(新办)', '取水许可', ['地下水', '新办']],
  ['取水许可(新办(含变更))', '取水许可', ['含变更', '新办']],
  ['取水许可(新办', '取水许可', ['新办']],
  ['取水许可)新办', '取水许可新办', []],
  ['取水许可()', '取水许可', []],
  ['(取水许可)', '取水许可', []],
  ['(取水)(许可)', '取水', ['许可']],
  ['', '', []],
])('%s', (text, main, asides) => expect(splitBrackets(text)).toEqual({ main, asides }));

test.each([
  ['新办', [], [], '新办'],
  ['含变更', ['变更'], [], ''],
  ['包括变更、注销', ['变更', '注销'], [], ''],
  ['含变更、不含注销', ['变更'], ['注销'], ''],
  ['不含地下水、地热水', [], ['地下水', '地热水'], ''],
  ['地下水、地热水除外', [], ['地下水', '地热水'], ''],
  ['除公园、体育场馆外', [], ['公园', '体育场馆'], ''],
  ['新办、不含注销', [], ['注销'], '新办'],
  ['外省户籍', [], [], '外省户籍'],
])('what %s includes, leaves out and says', (aside, included, excluded, said) =>
  expect(readAside(aside)).toEqual({ included, excluded, said }),
);
