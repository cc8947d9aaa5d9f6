import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { isSaid, type Material, materialName, materialsOf, tellsOfMaterials } from './materials.ts';
import { quoted } from './quoted.ts';
import { textOf } from './record-values.ts';

/** What a material must tell, and the elements that tell it. */
const TOLD: readonly { readonly title: string; readonly elements: readonly string[] }[] = [
  { title: '来源渠道', elements: ['source'] },
  { title: '材料形式', elements: ['form'] },
  { title: '份数', elements: ['originals', 'copies', 'pages'] },
  { title: '必要性', elements: ['necessity'] },
];

const FORM_NAME = /(?:申请|登记|审批|申报|备案|报名|推荐|信息|审核|汇总)(?:表|书)(?:\(.{0,200})?$/u;

const saysAny = (material: Material, elements: readonly string[]) =>
  elements.some((element) => isSaid(material, element));

const undescribed = (item: CheckedItem): readonly Finding<'CHK_20'>[] => {
  const asked = TOLD.filter(({ elements }) => elements.some((element) => tellsOfMaterials(item, element)));
  const lacking = asked
    .map(({ title, elements }) => ({
      title,
      materials: materialsOf(item).filter((material) => !saysAny(material, elements)),
    }))
    .filter(({ materials }) => materials.length > 0);
  if (lacking.length === 0) return [];
  const value = quoted(lacking.flatMap(({ materials }) => materials.map(materialName)));
  const detail = lacking.map(({ title }) => title).join('、');
  return [{ code: 'CHK_20', field: 'materialsText', title: '申请材料', value, detail }];
};

/** Forms to be filled in; a name alone tells one only where forms are attached to some material at all. */
const isForm = (material: Material, formsAttached: boolean): boolean =>
  textOf(material, 'type') === 'APPLICATION_FORM' ||
  (formsAttached && FORM_NAME.test(textOf(material, 'name')));

const withoutForms = (item: CheckedItem): readonly Finding<'CHK_20_FORM'>[] => {
  const attached = tellsOfMaterials(item, 'blankForm') || tellsOfMaterials(item, 'sampleForm');
  const forms = materialsOf(item).filter((material) => isForm(material, attached));
  const lacking = [
    { title: '空白表格', element: 'blankForm', beside: 'formDownload' },
    { title: '示例样表', element: 'sampleForm', beside: 'sampleForms' },
  ]
    .filter(({ beside }) => !isSaid(item.guide, beside))
    .map(({ title, element }) => ({ title, materials: forms.filter((each) => !isSaid(each, element)) }))
    .filter(({ materials }) => materials.length > 0);
  if (lacking.length === 0) return [];
  const value = quoted(lacking.flatMap(({ materials }) => materials.map(materialName)));
  const detail = lacking.map(({ title }) => title).join('和');
  return [{ code: 'CHK_20_FORM', field: 'materialsText', title: '申请材料', value, detail }];
};

/** Each material tells where it comes from, in what form, how many and whether it is needed; a form comes with a blank and a sample. */
export const CHK_20_MATERIALS_FULLY_DESCRIBED = defineCheck({
  problems: {
    CHK_20: {
      severity: 'WARNING',
      template: '申请材料{value}没有写明{detail}，请补填。',
      source: '国家政务服务平台材料表；沈阳市通知二（二）（申请材料细化到每个环节）',
    },
    CHK_20_FORM: {
      severity: 'WARNING',
      template: '申请材料{value}要由申请人填写，没有附{detail}，请补上。',
      source: '沈阳市通知二（二）（示范文本、表格下载）',
    },
  },
  find: (item) => [...undescribed(item), ...withoutForms(item)],
});
