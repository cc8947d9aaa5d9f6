import { withoutNumber } from './label.ts';

/** What headings add to an item's name: the name of the form. */
const FORM_WORDS =
  /(?:政务服务事项|公共服务事项|行政权力事项)?(?:[（(]?(?:样表|模板)[)）]?)?(?:公共服务|政务服务|办事|服务|便民)?(?:指南|单项梳理表|梳理表|实施清单|目录清单|登记表|要素表)(?:[（(](?:样表|模板|参考|试行|九要素|十一要素)[)）])?$/u;

/** Words that are no name by themselves: 「公共服务事项服务指南」 names the form only. */
const GENERIC =
  /^(?:全县|全区|全市|县级|区级|市级|镇级|[本我各](?:县|区|市|镇|单位))?(?:政务服务|公共服务|行政权力|办事|服务|便民)*(?:事项)?$/u;

/** Lines around a form that say who sends it and when, and never which item it is. */
const NO_NAME =
  /^(?:附件|附表|表)\s*[\d一二三四五六七八九十]*\s*[.．:：]?$|单位[（(:：]|日期[:：]|时间[:：]|[年月]\s*日|^(?:注|备注|说明)[:：]|编号[:：]|人[:：]|^第?\s*\d+\s*页?$/u;

const SHEET_WITHOUT_NAME = /^(?:(?:sheet|表|工作表|table)\s*\d*|正文|清单|指南)$/iu;

/** Longer than any heading; what is longer is a sentence of the text before. */
const LONGEST_NAME = 60;

/** Whether a line names a form: 单项梳理表, 服务指南, 实施清单. */
export const namesForm = (line: string): boolean =>
  line.length <= LONGEST_NAME && FORM_WORDS.test(line.trim());

/** The item's name in a heading 「三、高龄津贴申领服务指南」, or undefined where it holds none. */
export const nameInHeading = (line: string): string | undefined => {
  const text = withoutNumber(line.trim()).rest.replace(/\s+/gu, '');
  if (text === '' || text.length > LONGEST_NAME || NO_NAME.test(text)) return undefined;
  if (/[。；;！？]$/u.test(text)) return undefined;
  const bare = text
    .replace(/^附件\s*[\d一二三四五六七八九十]*\s*[.．:：]?/u, '')
    .replace(FORM_WORDS, '')
    .replace(/^[《「『“"—\-（(]+|[》」』”"—\-）):：]+$/gu, '');
  const name = balanced(bare, text);
  return GENERIC.test(name) ? undefined : name;
};

/** A closing bracket that belongs to one within the name stays: 养老保险费补缴（个人）. */
const balanced = (bare: string, text: string): string => {
  for (const [open, close] of ['（）', '()', '《》', '“”'].map((pair) => [...pair] as [string, string])) {
    if (bare.includes(open) && !bare.includes(close) && text.includes(close)) return `${bare}${close}`;
  }
  return bare;
};

/** The item's name in the lines above a form, the nearest line first; the sheet's own name is the last resort. */
export const nameFromHeadings = (lines: readonly string[], sheet: string | undefined): string | undefined => {
  for (const line of lines.slice(-4).reverse()) {
    const name = nameInHeading(line);
    if (name !== undefined) return name;
  }
  if (sheet === undefined || SHEET_WITHOUT_NAME.test(sheet.trim())) return undefined;
  return nameInHeading(sheet);
};

/** The office that sends the form: 「报送单位：县民政局（盖章）　2017年3月」. */
export const officeInLines = (lines: readonly string[]): string | undefined => {
  for (const line of lines) {
    const found =
      /(?:报送|填报|填表|编制|申报|梳理)单位(?:[（(][^（()）]*[)）])?[:：]\s*([^\s（(:：]{3,40})(?=[\s（(]|$)/u.exec(
        line,
      );
    if (found?.[1] !== undefined) return found[1];
  }
  return undefined;
};
