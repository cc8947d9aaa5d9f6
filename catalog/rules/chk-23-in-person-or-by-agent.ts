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

const IN_PERSON =
  /(?:必须|须|需|应当?)(?:由)?(?:申请人)?本人(?:亲自|持|携带|到|前往|现场)|本人(?:必须|须|需|应当?)?(?:亲自|亲临)|(?:不得|不能|不可|不予|不支持|不接受)(?:委托|由他人)?(?:他人)?(?:代办|代理|代为)/u;
const BY_AGENT =
  /(?:可以?|允许|支持)(?:由|委托)?[^，,。；;]{0,8}(?:代办|代理|代为)|委托(?:他人|代理人|他人或)[^，,。；;]{0,6}(?:办理|代办|申请|提交)/u;
const AGENT_PAPER = /委托书|(?:代办人|代理人|受托人|被委托人)\S{0,6}(?:身份证|证件|证明)/u;
/** A sentence that names both, or another way, says itself when which holds. */
const CHOICE = /或|委托|监护|代理|代办人|除外|行动不便/u;

const ADULT = /(?:年满|满|已满)\s*(?:18|十八)\s*(?:周岁|岁)|(?:18|十八)\s*周岁\s*(?:以上|（含)/u;
const GUARDIAN = /监护人(?:代办|代为|代理|办理|申请|持|携带|签名|签字|身份证|户口)/u;

const WHERE = {
  acceptCondition: '受理条件',
  handleFlow: '办理流程',
  windowFlow: '窗口办理流程',
  specialProcedure: '特别程序',
} as const;

const sentencesOf = (item: CheckedItem): readonly string[] => [
  ...Object.keys(WHERE).flatMap((element) => textOf(item.guide, element).split(/[。；;\n]/u)),
  ...textOf(item.item, 'visitReason').split(/[。；;\n]/u),
  ...blockOf(item, 'conditions').map((condition) => textOf(condition, 'name')),
];

/** What shows that somebody else may come; undefined where nothing does. */
const agentShown = (item: CheckedItem, sentences: readonly string[]): string | undefined => {
  if (item.item['isAgencyAllowed'] === true) return '“是否可代办”为“是”';
  const material = materialsOf(item)
    .map((each) => textOf(each, 'name'))
    .find((name) => AGENT_PAPER.test(name));
  if (material !== undefined) return `申请材料“${material}”`;
  const sentence = sentences.find(
    (each) => BY_AGENT.test(each) && !/不(?:得|能|可|予|支持|接受)/u.test(each),
  );
  return sentence === undefined ? undefined : `“${sentence.trim().slice(0, 40)}”`;
};

const guardianShown = (item: CheckedItem, sentences: readonly string[]): string | undefined => {
  const material = materialsOf(item)
    .map((each) => textOf(each, 'name'))
    .find((name) => GUARDIAN.test(name));
  if (material !== undefined) return `申请材料“${material}”`;
  const sentence = sentences.find((each) => GUARDIAN.test(each));
  return sentence === undefined ? undefined : `“${sentence.trim().slice(0, 40)}”`;
};

const found = <Code extends keyof typeof PROBLEMS>(
  code: Code,
  sentence: string | undefined,
  detail: string | undefined,
): readonly Finding<Code>[] => {
  if (sentence === undefined || detail === undefined) return [];
  return [{ code, field: 'acceptCondition', title: '受理条件', value: sentence.trim().slice(0, 40), detail }];
};

/** Either the applicant must come or another may; either adults only or guardians for minors. */
export const CHK_23_IN_PERSON_OR_BY_AGENT = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (item) => {
    const sentences = sentencesOf(item).filter((sentence) => sentence !== '');
    if (sentences.length === 0) return [];
    const inPerson = sentences.find((each) => IN_PERSON.test(each) && !CHOICE.test(strictly(each)));
    const adult = sentences.find((each) => ADULT.test(each) && !/或|监护|不满|未满|子女/u.test(each));
    return [
      ...found('CHK_23', inPerson, inPerson && agentShown(item, sentences)),
      ...found('CHK_23_GUARDIAN', adult, adult && guardianShown(item, sentences)),
    ];
  },
});

/** 不得委托他人代办 forbids an agent; it offers none. */
function strictly(sentence: string): string {
  return sentence.replace(/(?:不得|不能|不可|不予|不支持|不接受)[^，,]*/gu, '');
}
