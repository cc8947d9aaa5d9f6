import { defineCheck } from './check.ts';
import { isDemanded, isSaid, type Material, materialName, materialsOf } from './materials.ts';
import { quoted } from './quoted.ts';
import { symbolsOf, textOf } from './record-values.ts';

const SHARED =
  /(?:数据|信息|部门(?:间)?|电子证照|网络)共享|共享(?:获取|核验|查询)|网上核验|部门(?:间)?核验|电子证照库/u;
const EXEMPT = /免(?:于|予)?提交|免(?:于|予)?提供|无需(?:提交|提供)|不再(?:提交|提供)|不需(?:提交|提供)/u;

const NOTES = ['reducedProofWay', 'sourceNote', 'usageNote', 'handlingNote', 'remark'] as const;

const isNoted = (material: Material, pattern: RegExp): boolean =>
  NOTES.some((note) => pattern.test(textOf(material, note)));

/** That another department's paper can be fetched: it lies in the licence store, has a licence code, or a note says so. */
const isShareable = (material: Material): boolean =>
  symbolsOf(material, 'collection').includes('LICENCE_STORE') ||
  isSaid(material, 'certificateCode') ||
  isNoted(material, SHARED);

/** 减证便民 done, or a note that it need not be handed in: it is listed, but nobody has to bring it. */
const isExempt = (material: Material): boolean =>
  material['isReducedProof'] === true || isNoted(material, EXEMPT);

/** What a government department issued and the office can fetch is not asked of the applicant again. */
export const CHK_24_SHARED_MATERIAL_DEMANDED = defineCheck({
  problems: {
    CHK_24: {
      severity: 'ERROR',
      template:
        '申请材料{value}由政府部门核发，可以共享获取，不得再要求申请人提交，请改为部门间核验或者删去。',
      source: '沈阳市通知二（三）；镇坪县通知五（三）（能共享的不得要求重复提交）',
    },
  },
  find: (item) => {
    const again = materialsOf(item).filter(
      (material) =>
        textOf(material, 'source') === 'GOVERNMENT' &&
        isDemanded(material) &&
        isShareable(material) &&
        !isExempt(material),
    );
    if (again.length === 0) return [];
    const value = quoted(again.map(materialName));
    return [{ code: 'CHK_24', field: 'materialsText', title: '申请材料', value }];
  },
});
