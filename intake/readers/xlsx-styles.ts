import { problem } from '../../catalog/problems.ts';
import { FileRefused } from './grid.ts';
import { meaningOfFormat, type NumberMeaning } from './number-formats.ts';
import { readXml } from './xml-tokens.ts';

/** Cell formats of one file; Excel itself holds 65,490. */
const MOST_STYLES = 200_000;

/** What the numbers of a cell mean, by the cell's style (its attribute `s`). */
export const readStyles = async (chunks: AsyncIterable<Buffer>): Promise<readonly NumberMeaning[]> => {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let element = '';
  let within = '';
  let attributes: Record<string, string> = {};
  await readXml(chunks, {
    open: (name) => {
      element = name;
      attributes = {};
      if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') within = name;
    },
    attribute: (name, value) => {
      if (element === 'xf' || element === 'numFmt') attributes[name] = value;
    },
    opened: () => {
      if (element === 'numFmt' && within !== 'dxfs') {
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      }
      if (element === 'xf' && within === 'cellXfs') formats.push(Number(attributes['numFmtId'] ?? 0));
      if (formats.length > MOST_STYLES || codes.size > MOST_STYLES) {
        throw new FileRefused(problem('FILE_LIMIT', { title: '单元格格式数', other: String(MOST_STYLES) }));
      }
    },
    close: (name) => {
      if (name === within) within = '';
    },
  });
  const meanings = new Map<number, NumberMeaning>();
  return formats.map((id) => {
    const meaning = meanings.get(id) ?? meaningOfFormat(id, codes.get(id));
    meanings.set(id, meaning);
    return meaning;
  });
};
