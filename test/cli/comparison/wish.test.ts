import { describe, expect, test } from 'vitest';
import { UsageError, type Values } from '../../../cli/command.ts';
import { wishOf } from '../../../cli/comparison/wish.ts';

const PAIR = { left: 'power', right: 'reference' };

describe('what options ask for', () => {
  test.each<[Values, object]>([
    [PAIR, { keys: PAIR, format: 'table' }],
    [
      { ...PAIR, out: '比对.XLSX' },
      { format: 'xlsx', file: '比对.XLSX' },
    ],
    [{ ...PAIR, out: '比对.htm' }, { format: 'html' }],
    [{ ...PAIR, out: '比对.csv', format: 'json' }, { format: 'json' }],
    [{ ...PAIR, out: '比对.txt' }, { format: 'table' }],
    [{ ...PAIR, json: true }, { format: 'json' }],
    [{ ...PAIR, release: '12' }, { release: 12 }],
    [
      { ...PAIR, rule: ['CMP-13,cmp_2', '４'], severity: ['错误', 'info'], department: '民政' },
      {
        filter: {
          rules: ['CMP_02', 'CMP_04', 'CMP_13'],
          severities: ['ERROR', 'INFO'],
          department: '民政',
        },
      },
    ],
    [{ region: '880121' }, { keys: undefined, region: { regionCode: '880121000000', level: 'COUNTY' } }],
    [{ region: '880121', level: '乡镇' }, { region: { regionCode: '880121000000', level: 'TOWNSHIP' } }],
  ])('%j', (values, wish) => {
    expect(wishOf(values)).toMatchObject(wish);
  });
});

describe('a wrong option is told with what would be right', () => {
  test.each<[Values, string]>([
    [{}, '--left 与 --right'],
    [{ left: 'power' }, '--left 与 --right'],
    [{ ...PAIR, format: 'pdf' }, 'table、json、csv、xlsx、html'],
    [{ ...PAIR, out: 'x.pdf' }, '从文件名“x.pdf”看不出格式'],
    [{ ...PAIR, rule: ['CMP-00'] }, 'CMP-01 到 CMP-28'],
    [{ ...PAIR, rule: ['name'] }, 'CMP-01 到 CMP-28'],
    [{ ...PAIR, severity: ['大'] }, 'ERROR（错误）、WARNING（警告）、INFO（提示）'],
    [{ ...PAIR, release: 'first' }, '--release 应为版次号'],
    [{ ...PAIR, release: '0' }, '--release 应为版次号'],
    [{ ...PAIR, region: '880121' }, '不与 --left、--right 同用'],
    [{ ...PAIR, level: 'COUNTY' }, '--level 只与 --region 同用'],
    [{ region: '88012' }, '2、4、6、9 或 12 位区划代码'],
    [{ region: '880121', level: '局' }, '--level 应为 NATIONAL'],
  ])('%j', (values, sentence) => {
    expect(() => wishOf(values)).toThrow(UsageError);
    expect(() => wishOf(values)).toThrow(sentence);
  });
});
