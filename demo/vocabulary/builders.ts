import type { ItemTypeCode, Leaf, MainItem, Scope, Subject } from './subject.ts';

const LICENCE_DAYS = 20;

/** 行政许可 of an activity, with what hangs on it: penalties, inspection and public services. */
export function licence(permit: string, activity: string, scope: Scope): Subject {
  const document = permit.endsWith('许可') ? `${permit}证` : permit;
  return {
    scope,
    mains: [
      main('01', permit, licenceSteps(permit), scope.days ?? LICENCE_DAYS),
      penalties(`对违反${permit}管理规定行为的处罚`, [
        `对未经许可擅自${activity}的处罚`,
        `对伪造、变造、买卖、出租、出借${document}的处罚`,
        `对以欺骗、贿赂等不正当手段取得${document}的处罚`,
        `对未按照${document}载明的事项${activity}的处罚`,
      ]),
      later(alone('06', `对${activity}的监督检查`)),
      services(`${permit}公共服务`, [`${permit}信息查询`, `${permit}办理进度查询`, `${permit}办事咨询`], 1),
    ],
  };
}

/** Real catalogs write the situation behind the name, in brackets, or as the act itself. */
function licenceSteps(permit: string): readonly string[] {
  if (/证书?$/u.test(permit)) return ['核发', '变更', '延续', '补发', '注销'].map((act) => `${permit}${act}`);
  if (/审批$/u.test(permit)) return ['新建', '变更', '延续'].map((situation) => `${permit}（${situation}）`);
  if (permit.length % 2 === 0)
    return ['新办', '变更', '延续', '补办', '注销'].map((act) => `${permit}（${act}）`);
  return ['新办', '变更', '延续', '补办', '注销'].map((act) => `${permit}${act}`);
}

/** An institution that needs approval: 设立, 变更, 注销 and the supervision of it. */
export function organ(name: string, scope: Scope): Subject {
  const changes = ['设立许可', '变更名称许可', '变更住所许可', '变更负责人许可', '注销许可'];
  return {
    scope,
    mains: [
      main(
        '01',
        `${name}设立、变更、注销许可`,
        changes.map((act) => `${name}${act}`),
        scope.days ?? LICENCE_DAYS,
      ),
      penalties(`对${name}违法行为的处罚`, [
        `对擅自设立${name}的处罚`,
        `对${name}违反业务规范行为的处罚`,
        `对${name}拒绝、阻碍监督检查的处罚`,
      ]),
      later(alone('06', `对${name}的监督检查`)),
      services(`${name}公共服务`, [`${name}信息查询`, `${name}年度报告查询`, `${name}投诉举报受理`], 1),
    ],
  };
}

/** A registered profession; `act` is 注册 or 执业许可, `certificate` what the person carries. */
export function profession(name: string, act: string, certificate: string, scope: Scope): Subject {
  return {
    scope,
    mains: [
      main(
        '01',
        `${name}${act}`,
        [
          `${name}首次${act}`,
          `${name}变更${act}`,
          `${name}延续${act}`,
          `${name}注销${act}`,
          `${certificate}补办`,
        ],
        scope.days ?? LICENCE_DAYS,
      ),
      penalties(`对${name}违法执业行为的处罚`, [
        `对未取得${certificate}从事${name}业务的处罚`,
        `对${name}违反执业规范行为的处罚`,
        `对出租、出借${certificate}的处罚`,
      ]),
      services(`${name}公共服务`, [`${name}执业信息查询`, `${name}继续教育服务`], 1),
    ],
  };
}

/** 备案: other powers, type 10. */
export function filing(name: string, scope: Scope): Subject {
  return {
    scope,
    mains: [
      main(
        '10',
        `${name}备案、变更和注销`,
        [`${name}备案`, `${name}变更备案`, `${name}注销备案`],
        scope.days ?? 5,
      ),
      later(penalties(`对未按规定办理${name}备案的处罚`, [`对未按规定办理${name}备案的处罚`])),
      services(
        `${name}备案公共服务`,
        [`${name}备案信息查询`, `${name}备案办理指导`, `${name}备案证明打印`],
        1,
      ),
    ],
  };
}

/** 行政给付 and the services around a benefit; the steps are what towns and villages receive. */
export function benefit(name: string, scope: Scope): Subject {
  return {
    scope,
    mains: [
      main('05', `${name}给付`, [`${name}给付`], scope.days ?? 30),
      services(
        `${name}业务办理`,
        [`${name}申请受理`, `${name}信息变更`, `${name}停发申请`, `${name}发放信息查询`, `${name}政策咨询`],
        1,
      ),
    ],
  };
}

/** Public services of one main item, each named in full by the subject and the act. */
export function affair(name: string, acts: readonly string[], scope: Scope): Subject {
  return {
    scope,
    mains: [
      services(
        `${name}服务`,
        acts.map((act) => `${name}${act}`),
        2,
        scope.days,
      ),
    ],
  };
}

/** Public services whose names share a subject and an end: 继承公证, 委托公证 … */
export function servicesOf(
  name: string,
  subjects: readonly string[],
  end: string,
  scope: Scope,
  keep = 3,
): Subject {
  return {
    scope,
    mains: [
      services(
        name,
        subjects.map((subject) => `${subject}${end}`),
        keep,
        scope.days,
      ),
    ],
  };
}

/** 行政确认: registration or recognition in the given acts. */
export function confirmation(name: string, acts: readonly string[], scope: Scope): Subject {
  return {
    scope,
    mains: [
      main(
        '07',
        acts.length === 1 ? `${name}${acts[0]}` : `${name}（确认）`,
        acts.map((act) => `${name}${act}`),
        scope.days ?? 20,
      ),
      services(`${name}结果公开`, [`${name}结果查询`, `${name}政策解读`], 0),
    ],
  };
}

/** An approval that is split by situation (项目类别、情形). */
export function approval(name: string, situations: readonly string[], scope: Scope): Subject {
  return {
    scope,
    mains: [
      main(
        '01',
        name,
        situations.map((situation) => `${name}（${situation}）`),
        scope.days ?? LICENCE_DAYS,
      ),
      penalties(`对未经批准或者违反${name}要求行为的处罚`, [
        `对未依法办理${name}的处罚`,
        `对提供虚假材料骗取${name}的处罚`,
      ]),
      services(`${name}服务指导`, [`${name}办事咨询`, `${name}结果查询`], 0),
    ],
  };
}

/** An approval in somebody's favour that nobody is punished for not having: 再生育审批, 教师资格认定. */
export function grant(name: string, situations: readonly string[], scope: Scope): Subject {
  const named = situations.map((situation) => `${name}（${situation}）`);
  return { scope, mains: [main('01', name, named, scope.days ?? LICENCE_DAYS)] };
}

/** 其他行政权力 in the given acts. */
export function otherPower(name: string, acts: readonly string[], scope: Scope): Subject {
  return {
    scope,
    mains: [
      main(
        '10',
        acts.length === 1 ? `${name}${acts[0]}` : name,
        acts.map((act) => `${name}${act}`),
        scope.days ?? 10,
      ),
    ],
  };
}

/** 行政奖励. */
export function award(field: string, scope: Scope): Subject {
  return { scope, mains: [alone('08', `对在${field}工作中做出突出贡献的单位和个人的奖励`)] };
}

/** 行政裁决. */
export function ruling(dispute: string, scope: Scope): Subject {
  return { scope, mains: [{ ...alone('09', `${dispute}的裁决`), onApplication: true, days: 60 }] };
}

/** 行政征收: collection by law, reduction on application. */
export function levy(charge: string, scope: Scope): Subject {
  return {
    scope,
    mains: [main('04', `${charge}征收、减免和缓缴`, [`${charge}征收`, `${charge}减免`, `${charge}缓缴`], 15)],
  };
}

/** 行政强制, always of the office's own accord. */
export function coercion(measures: readonly string[], scope: Scope): Subject {
  return { scope, mains: measures.map((measure) => alone('03', measure)) };
}

/** A list of penalties under one main item. */
export function penaltiesFor(field: string, acts: readonly string[], scope: Scope): Subject {
  return {
    scope,
    mains: [
      penalties(
        `对违反${field}管理规定行为的处罚`,
        acts.map((act) => `对${act}的处罚`),
      ),
      later(alone('06', `对${field}情况的监督检查`)),
    ],
  };
}

function main(
  type: ItemTypeCode,
  name: string,
  leaves: readonly string[],
  days: number | undefined,
): MainItem {
  return { type, name, leaves: ranked(leaves, 2), onApplication: true, days };
}

function penalties(name: string, leaves: readonly string[]): MainItem {
  return { type: '02', name, leaves: ranked(leaves, 1), onApplication: false, days: 90 };
}

function alone(type: ItemTypeCode, name: string): MainItem {
  return { type, name, leaves: ranked([name], 1), onApplication: false, days: undefined };
}

function services(
  name: string,
  leaves: readonly string[],
  keep: number,
  days: number | undefined = undefined,
): MainItem {
  const single = leaves.length === 1 ? (leaves[0] ?? name) : name;
  return { type: '20', name: single, leaves: ranked(leaves, keep), onApplication: true, days };
}

function ranked(names: readonly string[], keep: number): readonly Leaf[] {
  return names.map((name, index) => ({ name, rank: index < keep ? 0 : 1 }));
}

/** The same main item, in the whole catalog only. */
function later(item: MainItem): MainItem {
  return { ...item, leaves: item.leaves.map(({ name }) => ({ name, rank: 1 })) };
}
