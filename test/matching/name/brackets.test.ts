import { expect, test } from 'vitest';
import { splitBrackets } from '../../../matching/name/brackets.ts';

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
