import { vagueConditions, vaguenessOfMaterial } from '../vague-words.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { materialsOf } from './materials.ts';
import { quoted } from './quoted.ts';
import { blockOf, textOf } from './record-values.ts';

const PROBLEMS = {
  CHK_21: {
    severity: 'ERROR',
    template: '申请材料{value}没有说清要交什么，请写出具体材料的名称，或者删去。',
    source: '镇坪县通知五（三）（确需提供的材料要作出明确规定）；沈阳市通知二（三）',
  },
  CHK_21_MATERIAL: {
    severity: 'WARNING',
    template: '申请材料{value}没有写完整（“等材料”“有关材料”），请逐项列出。',
    source: '镇坪县通知五（三）（确需提供的材料要作出明确规定）',
  },
  CHK_21_CONDITION: {
    severity: 'WARNING',
    template: '受理条件{value}没有写出条件本身，请逐条写明，不用“按规定”“详见”“其他条件”代替。',
    source: '海盐县通知二（二）（明确标准，限制自由裁量权）',
  },
} as const;

const MATERIAL_CODES = { WHOLLY: 'CHK_21', PARTLY: 'CHK_21_MATERIAL' } as const;

const vagueMaterials = (
  item: CheckedItem,
  vagueness: keyof typeof MATERIAL_CODES,
): readonly Finding<keyof typeof PROBLEMS>[] => {
  const names = materialsOf(item)
    .map((material) => textOf(material, 'name'))
    .filter((name) => vaguenessOfMaterial(name) === vagueness);
  if (names.length === 0) return [];
  const place = { field: 'materialsText', title: '申请材料' };
  return [{ code: MATERIAL_CODES[vagueness], ...place, value: quoted(names) }];
};

/** Materials and conditions are named, not left to 其他材料, 按规定 and 详见: who reads them must know what to do. */
export const CHK_21_VAGUE_WORDS = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (item) => {
    const conditions = [
      textOf(item.guide, 'acceptCondition'),
      ...blockOf(item, 'conditions').map((condition) => textOf(condition, 'name')),
    ].flatMap(vagueConditions);
    const place = { field: 'acceptCondition', title: '受理条件' };
    return [
      ...vagueMaterials(item, 'WHOLLY'),
      ...vagueMaterials(item, 'PARTLY'),
      ...(conditions.length > 0
        ? [{ code: 'CHK_21_CONDITION', ...place, value: quoted(conditions) } as const]
        : []),
    ];
  },
});
