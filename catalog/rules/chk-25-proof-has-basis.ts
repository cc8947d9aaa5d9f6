import { defineCheck } from './check.ts';
import {
  isDemanded,
  isSaid,
  type Material,
  materialName,
  materialsOf,
  tellsOfMaterials,
} from './materials.ts';
import { quoted } from './quoted.ts';
import { textOf } from './record-values.ts';

const PROOF = /证明(?:书|信|函|材料|文件|资料)?(?:原件|复印件)?(?:\(.{0,200})?$/u;
/** Papers that everybody has and no one issues for this purpose. */
const STANDING = /身份证明|出生(?:医学)?证明|完税证明|纳税证明|离婚证明书?|学历证明|存款证明/u;
const STAMP =
  /(?:社区|村委会|居委会|村\(居\)|街道|乡镇|单位|学校|部门|派出所)\S{0,6}(?:盖章|签章|加盖)|加盖\S{0,8}(?:社区|村委会|居委会|街道|乡镇|派出所)/u;

const isProof = (material: Material): boolean => {
  const name = textOf(material, 'name');
  return (
    (PROOF.test(name) && !STANDING.test(name)) ||
    STAMP.test(name) ||
    STAMP.test(textOf(material, 'sealRequirement'))
  );
};

/** A proof or a stamp is asked for only where a law or document says so; what rests on none is to be given up. */
export const CHK_25_PROOF_HAS_BASIS = defineCheck({
  problems: {
    CHK_25: {
      severity: 'ERROR',
      template:
        '证明或者盖章{value}没有写明要求提供的依据，请补填法律、法规的名称和条款；没有依据的应当取消。',
      source: '沈阳市通知二（三）（没有法律法规依据的证明和盖章一律取消）',
    },
  },
  find: (item) => {
    if (!tellsOfMaterials(item, 'legalBasis')) return [];
    const unfounded = materialsOf(item).filter(
      (material) => isDemanded(material) && isProof(material) && !isSaid(material, 'legalBasis'),
    );
    if (unfounded.length === 0) return [];
    const value = quoted(unfounded.map(materialName));
    return [{ code: 'CHK_25', field: 'materialsText', title: '申请材料', value }];
  },
});
