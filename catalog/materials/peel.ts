import { normalizeName } from '../names.ts';

/** What was taken off a name: `core` is the paper, `dropped` what a reader may still want to know (conditions, parts). */
export interface Peeled {
  readonly core: string;
  readonly dropped: readonly string[];
}

const COPY =
  '(?:原件|复印件|影印件|复制件|扫描件|正本|副本|电子版|电子件|电子文档|电子文件|纸质版?|纸质件|盖章件|正反两?面|图片|照片页)';
const JOINT = '(?:[及和与或、/,+]|以及|或者)?';
const QUANTITY =
  '(?:各?[一二两三四五六七八九十\\d]{1,3}(?:份|张|套|页|本|式[一二两三四五六七八九十\\d]{1,2}份))';

/** The end of a name that says in what form, how many and how signed; at least two characters of the paper must remain. */
const ENDINGS = [
  `^(.{2,}?)的?${JOINT}(?:${COPY}${JOINT})*${COPY}(?:${QUANTITY})?$`,
  // 「学位证原件照片」 is a picture of the certificate, 「证件照片」 a portrait: only after a form word is it dropped.
  `^(.{2,}?(?:原件|复印件))照片$`,
  `^(.{2,}?)${JOINT}${QUANTITY}$`,
  '^(.{2,}?),?(?:并|需|须|应)?(?:加盖|盖)(?:.{0,8})?(?:公章|印章|章)$',
  '^(.{2,}?)[。;,、:.]+$',
  '^(.{2,}?)[及和与]其?(?:附图|附件)$',
  '^(.{2,}[^等])等$',
].map((source) => new RegExp(source, 'u'));

/** The start of a name that numbers it, says when it is asked for or what the applicant does with it. */
const BEGINNINGS = [
  // A numeral counts as numbering only with a mark after it: 「2寸照片」 and 「1.5寸照片」 begin with a size.
  '^(?:\\(?\\d{1,2}(?:\\)|[、:]|\\.(?!\\d))|\\([一二三四五六七八九十]{1,3}\\)|[一二三四五六七八九十]{1,3}[、.])(.{2,})$',
  // Tax offices print the number of the form before its title.
  '^a\\d{5}(《?.{2,})$',
  `^${QUANTITY}(?!寸|英寸)(.{2,})$`,
  '^(?:(?:还|也)?(?:应当?|需|须)(?:要)?(?:提交|提供|交验|出示|递交|附送?|上传)|提交|交验|出示|递交|扫描上传|上传)(.{2,})$',
  '^(?:所?持有的|(?:相关|有关)的?(?!证件|材料|资料|文件|证明|人员|技术)|(?:有效|合法|真实|现行)的?(?!期)|所持)(.{2,})$',
].map((source) => new RegExp(source, 'u'));

/** 「委托他人办理的，需提供…」「我市户籍居民…交验…」: the first part tells when the paper is asked for. */
const CONDITIONS = [
  /^([^,:;()]{2,40}的),(?:(?:还|也)?(?:应当?|需|须)(?:要)?)?(?:提交|提供|交验|出示|附送?)?(.{2,})/u,
  /^([^,:;()]{2,40}),(?:(?:还|也)?(?:应当?|需|须)(?:要)?)?(?:提交|提供|交验|出示)(.{2,})/u,
  /^([^,:;()]{2,20}):(.{3,})/u,
  /^([^,:;()]{2,40}?)交验(.{2,})/u,
  /^(.{1,12}(?:人员|军人|居民|者))提交(.{2,})/u,
  /^(未满\d{1,2}周?岁的?申请人的?)(.{2,})/u,
];

const DELIVERY_BRACKET =
  /^(?:[^()]*(?:原件|复印件|扫描|盖章|公章|签章|签字|签名|验原|正本|副本|纸质|电子版|电子件|电子档|txt格式|正反面)[^()]*|加?盖.+章|[红黄白蓝各一二两三四五式\d、]+(?:页|联|份|套)|(?:非?必[要备]|如有|若有|可选|可承诺|可提交书面承诺|样表|样本|示范文本|模板|仅供参考|a4纸?|彩色|详见.*|见.*|批准前|主件|附件)|[\p{Script=Han}]{1,5}[省市](?:\/[\p{Script=Han}]{1,5}[省市])*)$/u;

const CONDITION_BRACKET =
  /^(?:(?:仅|如果|如|若|因|适用于|限于|限|针对|用于|(?:含|包括|包含)(?!.*(?:证|执照|委托书|户口簿))|其中).+|.+(?:的|时|需要|提供|除外|情况下|才需提供))$/u;

/** Forms are told apart by whom they are for, so a condition in brackets stays on them. */
const FORM = /(?:表|表格|申请书|申请单|承诺书|清单|名册)$/u;

const INNERMOST = /\(([^()]*)\)/gu;

const withoutBrackets = (text: string, dropped: string[]): string => {
  const outside = text.replace(INNERMOST, '');
  return text.replace(INNERMOST, (whole, inside: string) => {
    if (DELIVERY_BRACKET.test(inside) || inside === '') return '';
    if (!CONDITION_BRACKET.test(inside) || FORM.test(outside)) return whole;
    dropped.push(inside);
    return '';
  });
};

const withoutCondition = (text: string, dropped: string[]): string => {
  for (const pattern of CONDITIONS) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    dropped.push(match[1]);
    return match[2];
  }
  return text;
};

const firstGroup = (patterns: readonly RegExp[], text: string): string => {
  for (const pattern of patterns) {
    const kept = pattern.exec(text)?.[1];
    if (kept !== undefined) return kept;
  }
  return text;
};

/** Title marks around the whole or before a plain ending: 《医师资格证书》 is the certificate, not a book. */
const withoutTitleMarks = (text: string): string => text.replaceAll('《', '').replaceAll('》', '');

/** Certificates of a kind are written with and without 书; 公证书 and 通知书 are other words and keep it. */
const oneEnding = (text: string): string =>
  text
    .replace(/(资格|执业|毕业|注册|登记|合格|等级|职称|荣誉|技能|职务|使用权|所有权)证$/u, '$1证书')
    .replace(/(许可|通行|居住)证(?:书|件)$/u, '$1证')
    .replace(/(照片|相片)([及和与])回执$/u, '$1$2$1回执');

/** 「原《…许可证》」 and 「旧的…证书」 are the certificate itself, handed back; 「原聘用单位出具的…」 is not. */
const OLD_CERTIFICATE = /^(?:原|旧)的?([^的]{2,}(?:证|证书|执照))$/u;

/** In a list the form is said of each: 「退休证复印件或转业证书」. */
const INNER_COPY = /(?<=证|证书|执照|簿|卡)(?:原件|复印件|正本|副本)(?=[、和及或与/,;])/gu;

const once = (text: string, dropped: string[]): string => {
  const marked = withoutTitleMarks(
    withoutBrackets(text, dropped).replaceAll('_', '').replace(INNER_COPY, ''),
  );
  const unconditional = withoutCondition(marked, dropped);
  const ended = firstGroup(ENDINGS, unconditional);
  const begun = firstGroup(BEGINNINGS, ended);
  return oneEnding(begun.replace(OLD_CERTIFICATE, '$1'));
};

const CIRCLED = /^[\s\\]*[①-⑳⑴-⒇㈠-㈩]/u;

/**
 * A material's name without what is not the paper: numbering, form and number of copies, stamps, when it is asked for.
 * The core is normalised as names are; it is never empty unless the name is.
 */
export const peel = (raw: string): Peeled => {
  const dropped: string[] = [];
  let text = normalizeName(raw.replace(CIRCLED, '')).replace(/^[\\、,;:。.]+/u, '');
  for (;;) {
    const next = once(text, dropped);
    if (next === text || next === '') return { core: text, dropped };
    text = next;
  }
};
