import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../../intake/readers/grid.ts';
import { LIMITS } from '../../../intake/readers/limits.ts';
import { decodeText } from '../../../intake/readers/text.ts';
import { withBytes } from '../../support/read-grid.ts';

const read = async (bytes: Uint8Array, fileBytes = LIMITS.fileBytes) =>
  await withBytes('list.csv', bytes, async (path) => {
    try {
      const { encoding, chunks, problems } = await decodeText(path, { ...LIMITS, fileBytes });
      let text = '';
      for await (const chunk of chunks) text += chunk;
      return { encoding, text, problems: problems.map((found) => found.code) };
    } catch (error) {
      if (error instanceof FileRefused) return error.problem.message;
      throw error;
    }
  });

/** Node encodes only Unicode; these are the GB 18030 bytes of 事项名称 and of 𠀀, which takes four. */
const GB18030 = Buffer.from('cac2cfeec3fbb3c6', 'hex');
const GB18030_FOUR = Buffer.from('95328236', 'hex');
const LINE = Buffer.from('\n');
const utf8 = (text: string) => Buffer.from(text);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const join = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);

const TABLE = '事项名称,编码\n食品经营许可,1001\n';

/** Ideographs whose second byte is NUL, and the full-width blank, 3000. */
const FIRST = '序号,事项名称　,说明\r\n1,一次性告知,最高限额\r\n2,开业言论备案,一　一\r\n';

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8(TABLE), 'UTF-8', TABLE, []],
    ['UTF-8 with a mark', utf8(`\uFEFF${TABLE}`), 'UTF-8', TABLE, []],
    ['UTF-16LE with a mark', utf16(`\uFEFF${TABLE}`), 'UTF-16LE', TABLE, []],
    ['UTF-16BE with a mark', utf16(`\uFEFF${TABLE}`).swap16(), 'UTF-16BE', TABLE, []],
    ['UTF-16LE without', utf16(TABLE), 'UTF-16LE', TABLE, ['FILE_ENCODING_GUESSED']],
    ['UTF-16BE without', utf16(TABLE).swap16(), 'UTF-16BE', TABLE, ['FILE_ENCODING_GUESSED']],
    ['UTF-16LE of 一 and 开', utf16(FIRST), 'UTF-16LE', FIRST, ['FILE_ENCODING_GUESSED']],
    ['UTF-16BE of 一 and 开', utf16(FIRST).swap16(), 'UTF-16BE', FIRST, ['FILE_ENCODING_GUESSED']],
    [
      'UTF-16 of plain English',
      utf16('name,code\nfood,1\n'),
      'UTF-16LE',
      'name,code\nfood,1\n',
      ['FILE_ENCODING_GUESSED'],
    ],
    ['GB 18030', join(GB18030, LINE), 'GB18030', '事项名称\n', ['FILE_ENCODING_GUESSED']],
    [
      'GB 18030 of four bytes',
      join(GB18030, GB18030_FOUR),
      'GB18030',
      '事项名称𠀀',
      ['FILE_ENCODING_GUESSED'],
    ],
    ['nothing', Buffer.alloc(0), 'UTF-8', '', []],
    ['NULs are dropped and told', utf8('a\u0000b,\u0000甲\n'), 'UTF-8', 'ab,甲\n', ['TEXT_NULLS']],
    [
      'NULs in GB 18030',
      join(utf8('a\u0000b,'), GB18030, GB18030, LINE),
      'GB18030',
      'ab,事项名称事项名称\n',
      ['FILE_ENCODING_GUESSED', 'TEXT_NULLS'],
    ],
  ])('%s', async (_what, bytes, encoding, text, problems) => {
    expect(await read(bytes)).toEqual({ encoding, text, problems });
  });

  // 300,000 bytes of one, three and two bytes a character: pieces end within characters.
  test.each([
    ['UTF-8', (text: string) => utf8(text)],
    ['UTF-16LE', (text: string) => utf16(`\uFEFF${text}`)],
  ])('a long text of %s comes whole', async (encoding, encode) => {
    const text = 'x项目名称é😀'.repeat(30_001);
    expect(await read(encode(text))).toEqual({ encoding, text, problems: [] });
  });

  test('a long text of GB 18030 comes whole', async () => {
    const bytes = join(utf8('x'), ...Array.from({ length: 80_001 }, () => GB18030));
    expect(await read(bytes)).toMatchObject({ text: `x${'事项名称'.repeat(80_001)}` });
  });
});

describe('a text in no encoding throughout says where', () => {
  const long = utf8('事项名称一二三四\n'.repeat(20_000));
  test.each([
    [
      'GB 18030 after UTF-8',
      join(utf8(TABLE), GB18030, LINE),
      '混有两种编码，第 1 行是 UTF-8，第 3 行却是 GB18030',
    ],
    [
      'UTF-8 after GB 18030',
      join(GB18030, LINE, utf8('\n食品经营许可\n')),
      '第 1 行是 GB18030，第 3 行却是 UTF-8',
    ],
    ['far into the file', join(long, GB18030, LINE), '第 1 行是 UTF-8，第 20001 行却是 GB18030'],
    ['with carriage returns', join(utf8('食品经营许可\r\n'), GB18030, utf8('\r\n')), '第 2 行却是 GB18030'],
    [
      'UTF-8 cut within a character',
      utf8('名称\n食品经营许可').subarray(0, -1),
      '第 2 行第 18 个字节起不是合法的 UTF-8',
    ],
    [
      'a byte missing within',
      join(utf8('a\n事项'), Buffer.from([0xe4, 0xba]), utf8('名称\n')),
      '第 2 行第 9 个字节起不是合法的 UTF-8',
    ],
    ['marked as UTF-8 and is not', join(utf8('\uFEFF名\n'), GB18030), '第 2 行第 2 个字节起不是合法的 UTF-8'],
    [
      'GB 18030 with a wrong byte',
      join(GB18030, LINE, GB18030, Buffer.from([0xff]), LINE),
      '第 2 行第 9 个字节起不是合法的 GB18030',
    ],
    [
      'neither',
      join(utf8('a\n'), Buffer.from([0xff, 0xff, 0xff])),
      '第 2 行第 1 个字节起既不是 UTF-8，也不是 GB18030',
    ],
    [
      'half a character of UTF-16',
      join(utf16('\uFEFFab'), Buffer.from([0x3d, 0xd8, 0x41, 0])),
      '个字节起不是合法的 UTF-16LE',
    ],
    ['an odd byte of UTF-16', join(utf16('\uFEFFab'), Buffer.from([0x41])), '文件在第 7 个字节处中断'],
    [
      'UTF-16 without a mark or a comma',
      utf16('事一开最言'.repeat(20)),
      '空字符很多，可能是没有字节顺序标记的 UTF-16',
    ],
    ['UTF-32', Buffer.from('fffe0000410000', 'hex'), '是 UTF-32'],
  ])('%s', async (_what, bytes, sentence) => {
    expect(await read(bytes)).toContain(sentence);
  });
});

test('a file beyond the limit is refused before it is read', async () => {
  expect(await read(utf8(TABLE), 10)).toContain('上限是 10 字节');
});

test('a file that is missing and a folder are refused in Chinese', async () => {
  await expect(decodeText('/nowhere/list.csv', LIMITS)).rejects.toThrow('文件不存在');
  await expect(decodeText(tmpdir(), LIMITS)).rejects.toThrow('这是文件夹');
});
