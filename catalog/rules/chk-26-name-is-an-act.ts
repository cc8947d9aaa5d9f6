import { SHORT_TERMS } from '../short-names.ts';
import { defineCheck, type Finding } from './check.ts';
import { textOf } from './record-values.ts';

const SOURCE = '武陵源区通知附件 2 备注 2（事项为具体服务行为，名称规范）';

const PROBLEMS = {
  CHK_26_ACT: {
    severity: 'WARNING',
    template: '名称“{value}”不是一件具体的事，请写明办什么事，例如“最低生活保障金给付”。',
    source: SOURCE,
  },
  CHK_26_ABBREVIATION: {
    severity: 'WARNING',
    template: '名称“{value}”中的“{detail}”是简称，请改用全称“{other}”。',
    source: SOURCE,
  },
  CHK_26_FLOW: {
    severity: 'WARNING',
    template: '名称“{value}”写进了办理流程（“{detail}”），请只写事项名称，流程写在“办理流程”。',
    source: SOURCE,
  },
} as const;

/** Names of fields, list kinds and work in general, which no one can apply for. */
const NO_ACT =
  /^(?:公共服务|便民服务|政务服务|综合服务|行政许可|行政确认|行政给付|行政奖励|其他(?:事项|服务|业务|类)?|咨询|查询|服务|业务|业务办理|日常工作|社会保障|社会保险|医疗卫生|公共教育|劳动就业|住房保障|文化体育|民政|计生|财政|农业|林业|党建)(?:类|工作|事项|服务|业务)?$/u;
const OPEN_END = /(?:等|有关|相关|其他|其它|各类|各项)(?:相关|有关)?(?:业务|服务|事项|工作)$/u;
/** Duties of the office, copied from its 三定, are no service of their own. */
const DUTY =
  /^(?:负责|做好|贯彻|落实|加强|推进|承担|牵头|完成).*(?:工作|任务|职责|管理|建设|协调|监督|指导|落实|宣传)(?:\([^()]*\))?$/u;

/** A dash leads to a subtitle (长江——黄河展), an arrow to the next step. */
const ARROW = /[→➡⇒]|[-—]{1,8}>/u;
const STEP = '(?:申请|申报|受理|初审|审核|审查|审批|复核|决定|公示|办结|发证|送达|归档)';
const STEPS = new RegExp(`${STEP}(?:\\s{0,4}[、，,/>\\-—]{1,8}\\s{0,4}${STEP}){2,}`, 'u');
const FLOW_TITLE = /(?:办理|服务|工作|审批|业务)?(?:流程图?|步骤)(?:\([^()]*\))?$/u;
const SENTENCE = /[。！？;；]/u;

const flowIn = (name: string): string | undefined =>
  [ARROW, STEPS, FLOW_TITLE, SENTENCE]
    .map((pattern) => pattern.exec(name)?.[0])
    .find((text) => text !== undefined);

/** One look for most names, which have no short form. */
const ANY_SHORT_TERM = new RegExp(SHORT_TERMS.map(([short]) => short.source).join('|'), 'u');

/** The first short form of a name whose full form does not stand beside it. */
const shortTermIn = (name: string): { readonly detail: string; readonly other: string } | undefined => {
  if (!ANY_SHORT_TERM.test(name)) return undefined;
  for (const [short, other] of SHORT_TERMS) {
    const detail = short.exec(name)?.[0];
    if (detail !== undefined && !name.includes(other)) return { detail, other };
  }
  return undefined;
};

/** The name says one act one can ask for, in full terms and without the way it is handled. */
export const CHK_26_NAME_IS_AN_ACT = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: ({ item }) => {
    const name = textOf(item, 'name');
    const place = { field: 'name', title: '事项名称', value: name };
    const found: Finding<keyof typeof PROBLEMS>[] = [];
    if (NO_ACT.test(name) || OPEN_END.test(name) || DUTY.test(name))
      found.push({ code: 'CHK_26_ACT', ...place });
    const term = shortTermIn(name);
    if (term) found.push({ code: 'CHK_26_ABBREVIATION', ...place, ...term });
    const flow = flowIn(name);
    if (flow !== undefined) found.push({ code: 'CHK_26_FLOW', ...place, detail: flow });
    return found;
  },
});
