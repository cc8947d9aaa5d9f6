import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { materialsOf } from './materials.ts';
import { blockOf, textOf } from './record-values.ts';

const PROBLEMS = {
  CHK_23: {
    severity: 'WARNING',
    template: '“{value}”要求本人到场，{detail}却表明可以代办，请统一。',
    source: '沈阳市通知二（四）（委托代办）；武陵源区通知五（事项内容准确）',
  },
  CHK_23_GUARDIAN: {
    severity: 'WARNING',
    template: '“{value}”限定申请人年满 18 周岁，{detail}却写有监护人代办，请统一。',
    source: '武陵源区通知五（事项内容准确）',
  },
} as const;

const REFUSES = /不(?:得|能|可|予|支持|接受|允许)[^，,]*/u;
const IN_PERSON =
  /(?:须|需|应当?)由?(?:申请人)?本人(?:亲自|持|携带|到|前往|现场)|本人(?:须|必须|需|应当?)?(?:亲自|亲临)|不(?:得|能|可|予|支持|接受|允许)(?:委托|由他人|他人)*(?:代办|代理|代为)/u;
const BY_AGENT =
  /(?:可以?|允许|支持)(?:由|委托)?[^，,]{0,8}(?:代办|代理|代为)|委托(?:他人|代理人)[^，,]{0,6}(?:办理|代办|申请|提交)/u;
const AGENT_PAPER = /委托书|(?:代办人|代理人|受托人|被委托人)\S{0,6}(?:身份证|证件|证明)/u;
/** A sentence that names another way or person says itself which holds when. */
const CHOICE = /或|委托|监护|代理|代办人|除外|行动不便/u;

const ADULT = /满\s*(?:18|十八)\s*(?:周岁|岁)|(?:18|十八)\s*周岁\s*(?:以上|\(含)/u;
const GUARDIAN = /监护人(?:代|办理|申请|持|携带|签名|签字|身份证|户口)/u;
const NOT_OF_THE_APPLICANT = /或|监护|不满|未满|子女/u;

/** Whether a sentence says something beside what it refuses. */
const asserts = (text: string, pattern: RegExp): boolean =>
  text.split(REFUSES).some((part) => pattern.test(part));

interface Sentence {
  readonly field: string;
  readonly title: string;
  readonly text: string;
}

const GUIDE_TEXTS = {
  acceptCondition: '受理条件',
  handleFlow: '办理流程',
  windowFlow: '窗口办理流程',
  specialProcedure: '特别程序',
} as const;

const sentencesOf = (record: CheckedItem): readonly Sentence[] => {
  const place = { field: 'acceptCondition', title: GUIDE_TEXTS.acceptCondition };
  const texts: readonly Sentence[] = [
    ...Object.entries(GUIDE_TEXTS).map(([field, title]) => ({
      field,
      title,
      text: textOf(record.guide, field),
    })),
    { field: 'visitReason', title: '必须现场办理原因说明', text: textOf(record.item, 'visitReason') },
    ...blockOf(record, 'conditions').map((condition) => ({ ...place, text: textOf(condition, 'name') })),
  ];
  return texts.flatMap((one) => one.text.split(/[。；;\n]/u).map((text) => ({ ...one, text: text.trim() })));
};

/** The material or else the sentence that shows something; undefined where none does. */
const shownBy = (
  record: CheckedItem,
  sentences: readonly Sentence[],
  inMaterial: RegExp,
  inSentence: (text: string) => boolean,
): string | undefined => {
  const names = materialsOf(record).map((material) => textOf(material, 'name'));
  const name = names.find((each) => inMaterial.test(each));
  if (name !== undefined) return `申请材料“${name}”`;
  const sentence = sentences.find(({ text }) => inSentence(text));
  return sentence && `“${sentence.text.slice(0, 40)}”`;
};

const agentShown = (record: CheckedItem, sentences: readonly Sentence[]): string | undefined => {
  if (record.item['isAgencyAllowed'] === true) return '“是否可代办”填“是”';
  return shownBy(record, sentences, AGENT_PAPER, (text) => asserts(text, BY_AGENT));
};

const guardianShown = (record: CheckedItem, sentences: readonly Sentence[]): string | undefined =>
  shownBy(record, sentences, GUARDIAN, (text) => GUARDIAN.test(text));

const contradiction = <Code extends keyof typeof PROBLEMS>(
  code: Code,
  sentence: Sentence | undefined,
  shown: () => string | undefined,
): readonly Finding<Code>[] => {
  if (sentence === undefined) return [];
  const detail = shown();
  if (detail === undefined) return [];
  const { field, title, text } = sentence;
  return [{ code, field, title, value: text.slice(0, 40), detail }];
};

/** Either the applicant must come or another may; either adults only or guardians for minors. */
export const CHK_23_IN_PERSON_OR_BY_AGENT = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (record) => {
    const sentences = sentencesOf(record);
    const inPerson = sentences.find(({ text }) => IN_PERSON.test(text) && !asserts(text, CHOICE));
    const adult = sentences.find(({ text }) => ADULT.test(text) && !NOT_OF_THE_APPLICANT.test(text));
    return [
      ...contradiction('CHK_23', inPerson, () => agentShown(record, sentences)),
      ...contradiction('CHK_23_GUARDIAN', adult, () => guardianShown(record, sentences)),
    ];
  },
});
