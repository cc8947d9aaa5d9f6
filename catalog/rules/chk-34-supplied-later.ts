import { defineCheck, type Finding } from './check.ts';
import { flowText } from './flow-text.ts';
import { type Material, materialName, materialsOf } from './materials.ts';
import { quoted } from './quoted.ts';
import { textOf } from './record-values.ts';

const PROBLEMS = {
  CHK_34: {
    severity: 'INFO',
    template: '材料{value}标为容缺后补，却是审查所依据的核心证照或者申请表，请核对能否容缺。',
    source: '浙江省保障“最多跑一次”改革规定第四条（容缺范围）',
  },
  CHK_34_RESULT: {
    severity: 'INFO',
    template: '办理流程允许容缺受理（材料{value}），没有写明补齐后再发放结果，请补充。',
    source: '浙江省保障“最多跑一次”改革规定第四条（容缺范围）',
  },
} as const;

/** Without these an office cannot tell who applies for what, or whether the applicant may. */
const CORE = /(?:申请|申报|登记)(?:表|书)$|身份证|营业执照|法人证书|许可证|不动产权|资质证书|资格证书/u;
const LENIENT = /容缺|先办|先行(?:受理|办理)|后补/u;
const COMPLETED = /补齐|补正|补交|补全|补充材料|材料齐全/u;

const isLater = (material: Material): boolean =>
  ['SUPPLIED_LATER', 'SUPPLIED_LATER_ON_CREDIT'].includes(textOf(material, 'necessity'));

/** What may be brought later is no core licence, and the result waits for it. */
export const CHK_34_SUPPLIED_LATER = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (item) => {
    const later = materialsOf(item).filter(isLater).map(materialName);
    const core = later.filter((name) => CORE.test(name));
    const flow = flowText(item);
    const found: Finding<keyof typeof PROBLEMS>[] = [];
    if (core.length > 0)
      found.push({ code: 'CHK_34', field: 'materialsText', title: '申请材料', value: quoted(core) });
    if (later.length > 0 && LENIENT.test(flow) && !COMPLETED.test(flow)) {
      const place = { field: 'handleFlow', title: '办理流程' };
      found.push({ code: 'CHK_34_RESULT', ...place, value: quoted(later) });
    }
    return found;
  },
});
