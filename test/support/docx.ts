import { crc32 } from 'node:zlib';

const numbers = (...fields: readonly (readonly [value: number, bytes: number])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

/** A zip archive of parts that are stored, not deflated (APPNOTE 4.3). */
export const storedZip = (parts: Readonly<Record<string, string>>): Buffer => {
  const [local, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    const size = [data.length, 4] as const;
    const common = numbers(
      [20, 2],
      [0x800, 2],
      [0, 2],
      [0, 4],
      [crc32(data), 4],
      size,
      size,
      [name.length, 2],
      [0, 2],
    );
    const entry = Buffer.concat([numbers([0x04034b50, 4]), common, name, data]);
    local.push(entry);
    directory.push(
      numbers([0x02014b50, 4], [20, 2]),
      common,
      numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      name,
    );
    offset += entry.length;
  }
  const count = [Object.keys(parts).length, 2] as const;
  const list = Buffer.concat(directory);
  const end = numbers([0x06054b50, 4], [0, 4], count, count, [list.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...local, list, end]);
};

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** A Word document with that body. */
export const docxOf = (body: string, part = 'word/document.xml'): Buffer =>
  storedZip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}" Target="${part}"/></Relationships>`,
    [part]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  });
