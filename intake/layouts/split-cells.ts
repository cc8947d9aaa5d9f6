/** `1.`, `2、`, `（3）`, `④`, `五、` at the beginning of a line. */
const MARK =
  /^\s*(?:(\d{1,2})\s*(?:[.．、)）]|\s)(?!\d)|[(（](\d{1,2})[)）]|([①-⑳])|([一二三四五六七八九十]{1,3})、)\s*/u;
const INLINE = /(?:^|[;；。,，\s])\s*(?:(\d{1,2})[.．、](?!\d)|[(（](\d{1,2})[)）]|([①-⑳]))/gu;
const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** How names of items end; a line that ends otherwise may be half a name. */
const ITEM_ENDING =
  /(?:许可|登记|备案|审批|核准|认定|发放|服务|办理|变更|注销|设立|补办|换发|换证|补证|审核|确认|核发|申报|申请|申领|查询|咨询|缴纳|领取|给付|补贴|补助|救助|资助|检查|处罚|征收|裁决|奖励|年检|验收|鉴定|公证|转移|参保|报告|审查|证明|出具|转接|延续|注册|签发|延期|撤销|恢复|终止|调解|审定|评定|评审|公示|培训|推荐|指导|援助|预约|打印|采集|迁入|迁出|报销|报备|减免|检测|检验|检疫|使用|建设|经营)(?:[(（][^()（）]+[)）])?$/u;

const numberOf = (match: RegExpExecArray | RegExpMatchArray): number => {
  const [, plain, bracketed, circled, chinese] = match;
  if (circled !== undefined) return circled.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  return chinese === undefined ? Number(plain ?? bracketed) : CHINESE.indexOf(chinese) + 1;
};

const isRun = (numbers: readonly number[]): boolean =>
  numbers.length >= 2 && numbers.every((number, index) => number === index + 1);

const stripped = (text: string): string => text.replace(/[;；。,，\s]+$/u, '').trim();

const enoughHan = (text: string): boolean => /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}/su.test(text);

const balanced = (text: string): boolean =>
  (text.match(/[(（]/gu)?.length ?? 0) === (text.match(/[)）]/gu)?.length ?? 0);

const numberedLines = (lines: readonly string[]): readonly string[] | undefined => {
  const matches = lines.map((line) => MARK.exec(line));
  const numbers = matches.map((match) => (match === null ? 0 : numberOf(match)));
  // Lines may go on from the cell above, or have lost a number.
  if (!numbers.every((number, index) => number > (numbers[index - 1] ?? 0))) return undefined;
  return lines.map((line, index) => stripped(line.slice(matches[index]?.[0].length ?? 0)));
};

const numberedInline = (text: string): readonly string[] | undefined => {
  const matches = [...text.matchAll(INLINE)];
  if (matches[0]?.index !== 0 || !isRun(matches.map(numberOf))) return undefined;
  return matches.map((match, index) =>
    stripped(text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length)),
  );
};

/** The lines of a cell without the blank ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * The names of several items in one cell: numbered 1, 2, 3 … on lines or in a row, or on lines each of which ends as
 * names do. A wrapped name, a comma or a list in brackets is one name: undefined. `otherLines` are the counts of lines in
 * the row's other cells; where one has a line for each, the lines are items.
 */
export const severalNames = (
  text: string,
  otherLines: readonly number[] = [],
): readonly string[] | undefined => {
  const lines = linesOf(text);
  const numbered = lines.length > 1 ? numberedLines(lines) : numberedInline(text.trim());
  if (numbered !== undefined) return numbered.every(enoughHan) ? numbered : undefined;
  if (lines.length < 2 || lines.every((line) => MARK.test(line))) return undefined;
  const whole = lines.every(
    (line) =>
      enoughHan(line) && balanced(line) && !/^[的及和与或、，(（)）]|[的及和与或、，(（]$/u.test(line),
  );
  if (!whole) return undefined;
  const ends = lines.every((line) => line.length >= 4 && ITEM_ENDING.test(line));
  return ends || otherLines.includes(lines.length) ? lines : undefined;
};

const CODE = '[0-9A-Za-z][0-9A-Za-z-]{9,58}[0-9A-Za-z]';
const SHORT_CODE = '[0-9A-Za-z][0-9A-Za-z.-]{3,58}[0-9A-Za-z]';

export interface NameAndCode {
  readonly name: string;
  readonly code: string;
}

/**
 * A name and a code in one cell, the code in brackets, before the name or after it. Codes have 11 to 60 characters and six
 * digits; where the column's title promises a code, `promised`, shorter ones count.
 */
export const nameAndCode = (text: string, promised = false): NameAndCode | undefined => {
  const code = promised ? SHORT_CODE : CODE;
  const inOneLine = linesOf(text).join(' ');
  const match =
    new RegExp(
      `^(?<name>.+?)\\s*[(（【[]\\s*(?:事项)?(?:编码|代码|编号)?[:：]?\\s*(?<code>${code})\\s*[)）】\\]]$`,
      'u',
    ).exec(inOneLine) ??
    new RegExp(`^[(（【[]?(?<code>${code})[)）】\\]]?[\\s:：、/|-]*(?<name>\\p{Script=Han}.+)$`, 'u').exec(
      inOneLine,
    ) ??
    new RegExp(`^(?<name>.*[\\p{Script=Han})）])[\\s:：/|-]*(?<code>${code})$`, 'u').exec(inOneLine);
  const found = match?.groups;
  if (found?.['name'] === undefined || found['code'] === undefined) return undefined;
  const digits = found['code'].replace(/\D/gu, '').length;
  if (digits < (promised ? 3 : 6) || !/\p{Script=Han}{2}/u.test(found['name'])) return undefined;
  return { name: found['name'].trim(), code: found['code'] };
};

/** The element a code is by its length: 12 characters a basic code, 31 to 36 an implementation code, else a local one. */
export const elementOfCode = (
  code: string,
): 'basicCode' | 'implementationCode' | 'localImplementationCode' => {
  if (/^[0-9A-Z]{12}$/iu.test(code)) return 'basicCode';
  return /^[0-9A-Z]{31,36}$/iu.test(code) ? 'implementationCode' : 'localImplementationCode';
};
