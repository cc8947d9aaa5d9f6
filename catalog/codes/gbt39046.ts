/** GB/T 39046-2020 items 2 and 3 fix only a length: 基本编码 an..10, 实施编码 an..24. */
export interface Gbt39046Segments {
  readonly kind: 'GBT_39046_BASIC' | 'GBT_39046_IMPLEMENTATION';
  readonly code: string;
}

/** Reads a basic code of GB/T 39046-2020 (1 to 10 letters and digits). Only tried when the source names this standard. */
export function parseGbt39046Basic(text: string) {
  return read('GBT_39046_BASIC', text, 10);
}

/** Reads an implementation code of GB/T 39046-2020 (1 to 24 letters and digits). Only tried when the source says so. */
export function parseGbt39046Implementation(text: string) {
  return read('GBT_39046_IMPLEMENTATION', text, 24);
}

function read(kind: Gbt39046Segments['kind'], text: string, longest: number) {
  if (!/^[0-9A-Z]+$/u.test(text) || text.length > longest) return undefined;
  const segments: Gbt39046Segments = { kind, code: text };
  return { normalized: text, segments, problems: [] };
}
