import { isUtf8 } from 'node:buffer';
import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type ProblemCode, problem } from '../../catalog/problems.ts';
import { FileRefused, type ReadLimits } from './grid.ts';
import { inPlainUnits } from './limits.ts';
import { OLE_MAGIC, openOle } from './ole.ts';
import { unreadable } from './unreadable.ts';
import { readXml } from './xml-tokens.ts';
import { openZip, type ZipParts } from './zip.ts';

/** The kinds of files that are read, whatever their names end with. */
export type Format = 'XLSX' | 'XLS' | 'DOCX' | 'HTML' | 'CSV' | 'JSON';

/** Bytes at the start that tell the kind of a file. */
const HEAD = 4096;

const refused = (code: ProblemCode, value: string): FileRefused => new FileRefused(problem(code, { value }));

const unsupported = (value: string): FileRefused => refused('FILE_FORMAT_UNSUPPORTED', value);

/** First bytes, in hexadecimal, of files that are no lists, and what to say of them. */
const MAGIC: readonly (readonly [bytes: string, code: ProblemCode, name: string])[] = [
  ['25504446', 'FILE_PICTURE', 'PDF 文件'],
  ['89504e470d0a1a0a', 'FILE_PICTURE', 'PNG 图片'],
  ['ffd8ff', 'FILE_PICTURE', 'JPEG 图片'],
  ['474946383', 'FILE_PICTURE', 'GIF 图片'],
  ['49492a00', 'FILE_PICTURE', 'TIFF 图片'],
  ['4d4d002a', 'FILE_PICTURE', 'TIFF 图片'],
  ['52494646', 'FILE_PICTURE', 'WebP 图片'],
  ['526172211a07', 'FILE_ARCHIVE', 'RAR 文件'],
  ['377abcaf271c', 'FILE_ARCHIVE', '7z 文件'],
  ['1f8b08', 'FILE_ARCHIVE', 'gzip 文件'],
  ['fd377a585a00', 'FILE_ARCHIVE', 'xz 文件'],
  ['425a6839', 'FILE_ARCHIVE', 'bzip2 文件'],
  ['7f454c46', 'FILE_FORMAT_UNSUPPORTED', '可执行程序'],
  ['4d5a9000', 'FILE_FORMAT_UNSUPPORTED', '可执行程序'],
  ['53514c69746520666f726d61742033', 'FILE_FORMAT_UNSUPPORTED', 'SQLite 数据库'],
  ['000100005374616e64617264', 'FILE_FORMAT_UNSUPPORTED', 'Access 数据库'],
  ['7b5c727466', 'FILE_FORMAT_UNSUPPORTED', 'RTF 文档'],
];

/** Main parts of packed documents by their content type (OPC); macros and templates are read like the others. */
const CONTENT: readonly (readonly [type: RegExp, format: Format | string])[] = [
  [/(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml$/u, 'XLSX'],
  [
    /(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled\w*)\.main\+xml$/u,
    'DOCX',
  ],
  [/sheet\.binary/u, 'xlsb'],
  [/presentationml|ms-powerpoint/u, 'pptx'],
];

const isRead = (format: string): format is Format => format === 'XLSX' || format === 'DOCX';

const contentTypes = async (zip: ZipParts): Promise<ReadonlySet<string>> => {
  const types = new Set<string>();
  if (!zip.has('[Content_Types].xml')) return types;
  let element = '';
  await readXml(zip.stream('[Content_Types].xml'), {
    open: (name) => {
      element = name;
    },
    // Types given by ending tell nothing: some programs list endings of which the file has no part.
    attribute: (name, value) => {
      if (element === 'Override' && name === 'ContentType' && types.size < 10_000) types.add(value);
    },
  });
  return types;
};

/** A zip is what its parts say: a workbook, a document, or just files packed together. */
const packedFormat = async (path: string, limits: ReadLimits): Promise<Format> => {
  const zip = await openZip(path, limits);
  try {
    const types = [...(await contentTypes(zip))];
    for (const [pattern, format] of CONTENT) {
      if (!types.some((type) => pattern.test(type))) continue;
      if (isRead(format)) return format;
      throw unsupported(format);
    }
    if (zip.has('xl/workbook.xml')) return 'XLSX';
    if (zip.has('word/document.xml')) return 'DOCX';
    if (zip.has('OFD.xml')) throw refused('FILE_PICTURE', 'OFD 文件');
    if (zip.has('content.xml') && zip.has('mimetype')) throw unsupported('OpenDocument（ods、odt）');
    throw refused('FILE_ARCHIVE', 'zip 文件');
  } finally {
    zip.close();
  }
};

/** Streams at the top of an OLE file that tell what it is; an encrypted xlsx or docx is packed in one, too. */
const OLE_STREAMS: readonly (readonly [stream: string, name: string])[] = [
  ['WordDocument', 'Word 97-2003 或 WPS 文字（doc、wps）'],
  ['PowerPoint Document', 'PowerPoint 97-2003（ppt）'],
];

const oleFormat = (path: string): Format => {
  const file = openOle(path);
  try {
    if (file.names.includes('EncryptedPackage')) throw new FileRefused(problem('FILE_ENCRYPTED'));
    if (file.names.includes('Workbook')) return 'XLS';
    if (file.names.includes('Book')) throw unsupported('Excel 5.0/95（xls）');
    const known = OLE_STREAMS.find(([stream]) => file.names.includes(stream));
    throw unsupported(known?.[1] ?? '旧版 Office 或 WPS 格式（et、wps 等）');
  } finally {
    file.close();
  }
};

/** The start of a text, if it is one: UTF-8 and UTF-16 by their marks, else bytes, of which tags need only ASCII. */
const textHead = (head: Buffer): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 2);
  if (head[0] === 0xfe && head[1] === 0xff) {
    return Buffer.from(head.subarray(2, head.length & ~1))
      .swap16()
      .toString('utf16le');
  }
  return head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/u, '');
};

const MARKUP: readonly (readonly [pattern: RegExp, format: Format | string])[] = [
  [/^\s*<\?xml[^>]*>[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/u, 'Excel 2003 XML'],
  [/^\s*<\?xml[^>]*>[\s\S]*schemas\.microsoft\.com\/office\/word/u, 'Word 2003 XML'],
  [
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|meta|title|style|script|body|table|div)[\s>]/iu,
    'HTML',
  ],
  [/^\s*<\?xml|^\s*<!DOCTYPE/iu, 'XML'],
  [/^(?:MIME-Version|From|Content-Type):[\s\S]*multipart\/related/iu, 'MHTML 网页（mht）'],
];

const TEXT_ENDINGS: Readonly<Record<string, Format>> = {
  '.csv': 'CSV',
  '.tsv': 'CSV',
  '.txt': 'CSV',
  '.tab': 'CSV',
  '.json': 'JSON',
  '.jsonl': 'JSON',
  '.ndjson': 'JSON',
  '.html': 'HTML',
  '.htm': 'HTML',
};

/** Endings of tables under which exports in truth write text. */
const TABLE_ENDINGS = new Set(['.xls', '.xlsx', '.et', '']);

/** Whether the bytes may be a text in one of the encodings that are read. */
const mayBeText = (head: Buffer): boolean => {
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 27))) return false;
  if (isUtf8(head)) return true;
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const textFormat = (head: Buffer, path: string): Format => {
  // Comments are taken out beforehand: a pattern that skips any number of them could be made to try for ever.
  const text = textHead(head).replace(/<!--[\s\S]*?-->/gu, '');
  const markup = MARKUP.find(([pattern]) => pattern.test(text))?.[1];
  if (markup === 'HTML') return 'HTML';
  const ending = extname(path).toLowerCase();
  const byEnding = TEXT_ENDINGS[ending];
  if (markup !== undefined && byEnding === undefined) throw unsupported(markup);
  if (byEnding !== undefined) return byEnding;
  if (ending !== '.docx' && !TABLE_ENDINGS.has(ending)) throw unsupported(ending);
  if (ending === '.docx' || !mayBeText(head)) {
    throw new FileRefused(problem('FILE_UNREADABLE', { detail: `内容不是 ${ending} 文件，可能已损坏` }));
  }
  return /^\s*[[{]/u.test(text) ? 'JSON' : 'CSV';
};

const readHead = async (path: string, limits: ReadLimits): Promise<Buffer> => {
  const { size, isFile } = await stat(path).then((stats) => ({ size: stats.size, isFile: stats.isFile() }));
  // A pipe or a device would never end; a folder says so itself when it is opened.
  if (!isFile && size === 0) throw new FileRefused(problem('FILE_UNREADABLE', { detail: '这不是文件' }));
  if (isFile && size === 0) throw new FileRefused(problem('FILE_EMPTY'));
  if (size > limits.fileBytes) {
    const sizes = { value: inPlainUnits(size), other: inPlainUnits(limits.fileBytes) };
    throw new FileRefused(problem('FILE_TOO_LARGE', sizes));
  }
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

/**
 * The format of a file by what it holds; its ending only decides between kinds of text. Throws `FileRefused` that
 * names the kind for what is not read, and for a file that is missing, empty, encrypted or too large.
 */
export const sniffFormat = async (path: string, limits: ReadLimits): Promise<Format> => {
  const head = await readHead(path, limits).catch((error: unknown) => {
    throw error instanceof FileRefused || !(error instanceof Error) ? error : unreadable(error, '文件已损坏');
  });
  if (head.subarray(0, 8).equals(OLE_MAGIC)) return oleFormat(path);
  const start = head.subarray(0, 16).toString('hex');
  if (/^504b(?:0304|0506|0708)/u.test(start)) return await packedFormat(path, limits);
  const magic = MAGIC.find(([bytes]) => start.startsWith(bytes));
  if (magic !== undefined) throw refused(magic[1], magic[2]);
  return textFormat(head, path);
};
