import { canonicalMaterial } from '../materials/canonical-material.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { materialsOf } from './materials.ts';
import { quoted } from './quoted.ts';
import { blockOf, textOf } from './record-values.ts';

const PROBLEMS = {
  CHK_22: {
    severity: 'WARNING',
    template: '受理条件要求提交{value}，申请材料中没有，请补进申请材料，或者从受理条件中删去。',
    source: '武陵源区通知四（二）（申请条件与申报材料分别列明）',
  },
  CHK_22_CONDITION: {
    severity: 'WARNING',
    template: '受理条件里写了要提交的材料{value}，已在申请材料中列出，请从受理条件中移出。',
    source: '武陵源区通知四（二）（申请条件与申报材料分别列明）',
  },
} as const;

/** Who must hand something in. 持有 and 取得 state what must be the case, not what must be brought. */
const DEMANDS = /(?<=提供|提交|出示|携带|交验|递交|凭|持(?!有|证|续|股))[^。；;\n]{2,80}/gu;

const PAPER =
  /^(?:下列|以下|材料|[:：\d.、])*(?:能|可以?|应当?|须)?(?:出具|提供|提交|出示|携带|交验|递交)?(?:本人|申请人|有效|合法|真实|相应|相关|的)*((?!有效|合法|真实|相应|相关)(?:\S{0,14}?(?:身份证明|身份证件?|户口[簿本]|居住证|护照|通行证|营业执照|毕业证|学位证|残疾人?证|结婚证|离婚证|驾驶证)|\S{2,14}?(?:证书|许可证|执照|登记证|证明书?|审计报告|验资报告|检测报告|鉴定报告))(?:原件|复印件)?)/u;

/** The papers one demand names, as far as they stand in a row: 身份证、户口簿和残疾证. */
const papersOf = (demanded: string): readonly string[] => {
  const papers: string[] = [];
  for (const piece of demanded.split(/[、,，]|以及|[和及](?!其)/u)) {
    const paper = PAPER.exec(piece)?.[1];
    if (paper === undefined) break;
    papers.push(paper);
  }
  return papers;
};

interface Paper {
  readonly name: string;
  readonly key: string;
  /** A paper that says who somebody is: 身份证 and 有效身份证件 serve the same end. */
  readonly identifies: boolean;
}

const paper = (name: string): Paper => {
  const { key, group } = canonicalMaterial(name);
  return { name, key, identifies: group === 'identity' };
};

/** A paper is listed where a material is the same, does the same for identity, or carries its name. */
const isListed = (wanted: Paper, listed: readonly Paper[]): boolean =>
  listed.some(
    ({ name, key, identifies }) =>
      key === wanted.key ||
      (wanted.identifies && identifies) ||
      name.includes(wanted.name) ||
      wanted.name.includes(name),
  );

const conditionsOf = (item: CheckedItem): readonly string[] => [
  textOf(item.guide, 'acceptCondition'),
  ...blockOf(item, 'conditions').map((condition) => textOf(condition, 'name')),
];

/** What the conditions want brought stands among the materials, and only there. A record without materials is not judged. */
export const CHK_22_PROOFS_IN_CONDITIONS = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (item) => {
    const names = materialsOf(item)
      .map((material) => textOf(material, 'name'))
      .filter((name) => name !== '');
    if (names.length === 0) return [];
    const demanded = conditionsOf(item)
      .flatMap((text) => [...text.matchAll(DEMANDS)])
      .flatMap((rest) => papersOf(rest[0]));
    const place = { field: 'acceptCondition', title: '受理条件' };
    const found: Finding<keyof typeof PROBLEMS>[] = [];
    const missing = demanded.filter((name) => !isListed(paper(name), names.map(paper)));
    const present = demanded.filter((name) => !missing.includes(name));
    if (missing.length > 0) found.push({ code: 'CHK_22', ...place, value: quoted(missing) });
    if (present.length > 0) found.push({ code: 'CHK_22_CONDITION', ...place, value: quoted(present) });
    return found;
  },
});
