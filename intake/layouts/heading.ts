import { rowTexts } from './cell-text.ts';
import type { SheetHead } from './sheet-head.ts';
import { shownTitle } from './title-text.ts';

/** What stands above a table: its title, and whose list it is. */
export interface Heading {
  readonly title: string | undefined;
  readonly organisation: string | undefined;
  /** An office's name that stands alone above the table, which may be its own or the one that issued it. */
  readonly office: string | undefined;
}

const LABEL = /(?:报送|填报|填表|上报|编制|申报|制表)(?:单位|部门|机关|机构)|单位名称|部门名称|实施主体/u;
const LABELLED = new RegExp(String.raw`(?:${LABEL.source})(?:[(（][^()（）]*[)）])?[:：]\s*(\S+)`, 'u');
const OTHER_LABEL = /^(?:填[报表]|报送|制表|上报|联系|审核|日期|时间|单位[:：]|附件|第.+页)/u;
const TITLE = /目录|清单|一览表|汇总表|备案表|统计表|明细表|事项|指南/u;

/** A department's name as it ends: 局, 委员会, 街道办事处 … */
export const ORGANISATION =
  /(?:局|委|委员会|办|办公室|部|院|厅|处|署|中心|站|所|大队|支队|总队|分局|税务|公司|银行|联合会|总社|联社|学校|政府|街道|街道办|办事处|镇|乡|村|社区|会|馆|园|档案|党校|团委|妇联|残联|工会)(?:[(（][^()（）]*[)）])?$/u;

/** The value after a label, without the mark of its seal. */
const labelledValue = (text: string): string | undefined => {
  const value = text
    .replace(/[(（]?(?:盖章|公章|签章|章)[)）]?.*$/u, '')
    .replace(/[_＿—]+/gu, '')
    .trim();
  return value === '' || OTHER_LABEL.test(value) ? undefined : value;
};

const organisationIn = (texts: readonly string[]): string | undefined => {
  for (const [index, text] of texts.entries()) {
    const inside = LABELLED.exec(text)?.[1];
    if (inside !== undefined) return labelledValue(inside);
    if (new RegExp(`^(?:${LABEL.source})(?:[(（][^()（）]*[)）])?[:：]?$`, 'u').test(shownTitle(text))) {
      const next = texts[index + 1];
      if (next !== undefined) return labelledValue(next);
    }
  }
  return undefined;
};

/** 二、青溪县民政局（2项） without what numbers and counts it. */
const bareOffice = (text: string): string | undefined => {
  const name = text
    .replace(/^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?\s*[、.．)）]?)/u, '')
    .replace(/[(（]?(?:共|计)?\s*\d+\s*(?:项|个|条)[)）]?$/u, '')
    .trim();
  return ORGANISATION.test(name) && name.length <= 30 && !/[:：]|人民政府/u.test(name) ? name : undefined;
};

/** Reads the rows above the header and the paragraphs before the table. */
export const headingOf = (head: SheetHead, headerTop: number): Heading => {
  const lines = [
    ...head.before.map((paragraph) => [paragraph.trim()]),
    ...head.rows
      .filter(({ row }) => row < headerTop)
      .map((row) => rowTexts(row).filter((text) => text !== '')),
  ];
  const organisation = lines.map(organisationIn).findLast((found) => found !== undefined);
  const alone = lines.at(-1)?.length === 1 ? bareOffice(lines.at(-1)?.[0] ?? '') : undefined;
  const titles = lines.flat().filter((text) => TITLE.test(text) && text.length <= 60 && !LABELLED.test(text));
  const title = titles.findLast((text) => !OTHER_LABEL.test(text));
  return { title: title === undefined ? undefined : shownTitle(title), organisation, office: alone };
};
