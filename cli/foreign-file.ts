import { basename, extname } from 'node:path';
import { FileRefused } from '../intake/readers/grid.ts';
import { LIMITS } from '../intake/readers/limits.ts';
import { type Format, sniffFormat } from '../intake/readers/sniff.ts';

/** What a text that is wanted is called, and how to come by it from a file of another kind. */
export interface WantedText {
  /** `CSV`, `JSON Lines`. */
  readonly name: string;
  /** What to do with a workbook, after “请”. */
  readonly fromWorkbook: string;
}

export const CSV_WANTED: WantedText = {
  name: 'CSV',
  fromWorkbook: '在 Excel 或 WPS 中打开，用“另存为”存成“CSV UTF-8（逗号分隔）”',
};

/** Kinds that are no plain text, whatever their file is called: renaming a workbook to .csv leaves it a workbook. */
const FOREIGN: Readonly<Partial<Record<Format, string>>> = {
  XLSX: 'Excel 工作簿（xlsx）',
  XLS: 'Excel 97-2003 工作簿（xls）',
  DOCX: 'Word 文档（docx）',
  HTML: '网页（HTML）',
};

/** A Latin word stands apart from the Chinese before it. */
const apart = (name: string): string => (/^[A-Za-z]/u.test(name) ? ` ${name}` : name);

/** What the intake would advise is left out: the file is not imported here. */
const whatIsWrong = ({ problem }: FileRefused): string => problem.message.split(/[，；]请/u)[0] ?? '';

/**
 * The sentence that says what a file really is and what to do, where it is not the plain text that is wanted; undefined
 * where it may be, and where it cannot be looked into: its reader says that better.
 */
export const refusesForeign = async (path: string, wanted: WantedText): Promise<string | undefined> => {
  const advice = `请${wanted.fromWorkbook}，再重新运行`;
  try {
    const found = FOREIGN[await sniffFormat(path, LIMITS)];
    if (found === undefined) return undefined;
    return `${basename(path)}：内容是${apart(found)}，不是 ${wanted.name}（只改扩展名不会改变内容）；${advice}。`;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code, value } = error.problem;
    // Here a text may be called anything.
    if (code === 'FILE_FORMAT_UNSUPPORTED' && value !== extname(path).toLowerCase())
      return `${basename(path)}：内容是${apart(value ?? '')}，不是 ${wanted.name}；${advice}。`;
    if (code === 'FILE_PICTURE' || code === 'FILE_ARCHIVE' || code === 'FILE_ENCRYPTED')
      return `${basename(path)}：${whatIsWrong(error)}；这里要的是 ${wanted.name}，${advice}。`;
    // A file that is not there is left to its reader.
    if (/已损坏/u.test(whatIsWrong(error)))
      return `${basename(path)}：不是 ${wanted.name}，像是损坏了的 Excel 工作簿、文档或压缩包；请找到能打开的原文件，${wanted.fromWorkbook}，再重新运行。`;
    return undefined;
  }
};
