import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../../intake/readers/grid.ts';
import { inPlainUnits, LIMITS } from '../../../intake/readers/limits.ts';
import { openZip, type ZipParts } from '../../../intake/readers/zip.ts';
import { deflatedRun, type ForgedPart, forgedZip } from '../../support/hostile-zip.ts';
import { withBytes } from '../../support/read-grid.ts';

const textOf = async (zip: ZipParts, name: string): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of zip.stream(name)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** What `use` makes of a zip of these parts, or the sentence it is refused with. */
const opened = async <T>(
  bytes: Buffer,
  use: (zip: ZipParts) => Promise<T>,
  limits: Partial<typeof LIMITS> = {},
): Promise<T | string> =>
  await withBytes('list.xlsx', bytes, async (path) => {
    try {
      const zip = await openZip(path, { ...LIMITS, ...limits });
      try {
        return await use(zip);
      } finally {
        zip.close();
      }
    } catch (error) {
      if (error instanceof FileRefused) return error.problem.message;
      throw error;
    }
  });

const all = async (zip: ZipParts): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const name of zip.names) texts.push(await textOf(zip, name));
  return texts;
};

const PARTS: readonly ForgedPart[] = [
  { name: 'a.xml', data: '甲'.repeat(1000) },
  { name: 'folder/', data: '' },
  { name: 'folder/b.xml', data: '乙', stored: true },
];

describe('a good file', () => {
  test('gives its parts, deflated or stored, by name', async () => {
    expect(await opened(forgedZip(PARTS), all)).toEqual(['甲'.repeat(1000), '乙']);
  });

  test.each([['folder\\b.xml'], ['/folder/b.xml'], ['FOLDER/B.XML']])(
    'finds a part that is packed as %s',
    async (name) => {
      const read = async (zip: ZipParts) => [zip.has('folder/b.xml'), await textOf(zip, 'folder/b.xml')];
      expect(await opened(forgedZip([{ name, data: '乙' }]), read)).toEqual([true, '乙']);
    },
  );

  test('a part may be left before its end and read again', async () => {
    const read = async (zip: ZipParts) => {
      for await (const chunk of zip.stream('a.xml')) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      return await textOf(zip, 'a.xml');
    };
    expect(await opened(forgedZip(PARTS), read)).toBe('甲'.repeat(1000));
  });

  test('what is read twice counts once', async () => {
    const read = async (zip: ZipParts) => [await textOf(zip, 'a.xml'), await textOf(zip, 'a.xml')].length;
    expect(await opened(forgedZip(PARTS), read, { unpackedBytes: 3000 })).toBe(2);
  });
});

describe('a file is refused', () => {
  const run = (megabytes: number): ForgedPart => ({ name: 'a.xml', data: '', ...deflatedRun(megabytes) });
  const cut = forgedZip(PARTS).subarray(0, 120);

  test.each<readonly [why: string, bytes: Buffer, limits: Partial<typeof LIMITS>, sentence: RegExp]>([
    ['no zip', Buffer.from('no zip'), {}, /压缩包已损坏/u],
    ['cut off', cut, {}, /压缩包已损坏/u],
    ['larger than allowed', forgedZip(PARTS), { fileBytes: 100 }, /文件有 .*字节，上限是 100 字节/u],
    ['more parts than allowed', forgedZip(PARTS), { entries: 2 }, /由 3 个部分打包而成，上限是 2 个/u],
    ['a part larger than allowed', forgedZip(PARTS), { unpackedBytes: 2999 }, /解压后超过 2\.9 KB/u],
    ['parts together larger than allowed', forgedZip(PARTS), { unpackedBytes: 3002 }, /解压后超过 2\.9 KB/u],
    ['a bomb', forgedZip([run(40)]), {}, /解压后超过 \d+(?:\.\d)? MB，与它的大小不相称/u],
    ['a wrong checksum', forgedZip([{ name: 'a', data: 'a', sum: 1 }]), {}, /校验和不符/u],
    ['a size too small', forgedZip([{ name: 'a', data: 'abc', size: 2 }]), {}, /声明的大小与内容不符/u],
    ['a size too large', forgedZip([{ name: 'a', data: 'abc', size: 4 }]), {}, /声明的大小与内容不符/u],
    ['encryption', forgedZip([{ name: 'a', data: 'abc', flags: 1 }]), {}, /设有打开密码/u],
    ['another way of packing', forgedZip([{ name: 'a', data: 'abc', method: 12 }]), {}, /压缩方式不受支持/u],
    [
      'bytes that do not inflate',
      forgedZip([{ ...PARTS[0]!, deflated: Buffer.from('?') }]),
      {},
      /压缩包已损坏/u,
    ],
    ['a part twice', forgedZip([PARTS[0]!, PARTS[0]!]), {}, /同名的部分/u],
    [
      'shared bytes',
      forgedZip([...PARTS, { name: 'c', data: '乙', stored: true, sharesBytesOf: 2 }]),
      {},
      /互相重叠/u,
    ],
  ])('for %s', async (_why, bytes, limits, sentence) => {
    expect(await opened(bytes, all, limits)).toMatch(sentence);
  });

  test('for a part it has not', async () => {
    expect(await opened(forgedZip(PARTS), async (zip) => await textOf(zip, 'c.xml'))).toMatch(
      /缺少“c\.xml”/u,
    );
  });

  test('40 MB that shrink to what real sheets shrink to are no bomb', async () => {
    const filled = Buffer.alloc(40 << 20, '<c r="A1" s="3"/>');
    filled.forEach((_byte, at) => {
      if (at % 64 === 0) filled[at] = 48 + ((at * 7919) % 10);
    });
    const read = async (zip: ZipParts) => {
      let size = 0;
      for await (const chunk of zip.stream('a.xml')) size += chunk.length;
      return size;
    };
    expect(await opened(forgedZip([{ name: 'a.xml', data: filled }]), read)).toBe(filled.length);
  });
});

test.each([
  [0, '0 字节'],
  [1023, '1,023 字节'],
  [1536, '1.5 KB'],
  [200 << 20, '200 MB'],
  [1 << 30, '1 GB'],
  [5 * 2 ** 40, '5,120 GB'],
])('%d bytes are said as %s', (bytes, said) => {
  expect(inPlainUnits(bytes)).toBe(said);
});
