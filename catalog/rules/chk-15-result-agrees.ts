import { chineseOf } from '../enumerations.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { excerpt, hasColumn, isUnread, symbolsOf, textOf } from './record-values.ts';

const SOURCE = '温州市事项信息核查规则（出证、出文、审批办结）；国家政务服务平台（result_type）';

const PROBLEMS = {
  CHK_15: {
    severity: 'WARNING',
    template: '审批结果名称“{value}”应当属于“{other}”，审批结果类型却是“{detail}”。请核对后改成一致。',
    source: SOURCE,
  },
  CHK_15_SAMPLE: {
    severity: 'WARNING',
    template: '有审批结果名称（{value}），但没有结果样本。请补充样本。',
    source: SOURCE,
  },
} as const;

type Code = keyof typeof PROBLEMS;

/** Names end in what they are. 认证, 公证, 验证 … are acts and not papers. */
const ENDINGS = [
  [/(?:批复|批文)$/u, 'APPROVAL'],
  [/(?:(?<![认论验公查保考求举])证|证书|执照|证件)$/u, 'CERTIFICATE'],
  [/文$/u, 'DOCUMENT'],
] as const;

/** Kinds of results by the names in one text: 建设用地规划许可证；批复. */
const kindsOf = (text: string) =>
  text
    .replace(/\([^()]*\)/gu, '')
    .split(/[、,;/\n]|及|和|或/u)
    .map((name) => name.replace(/[《》“”\s。]/gu, ''))
    .flatMap((name) => {
      const kind = ENDINGS.find(([ending]) => ending.test(name))?.[1];
      return kind === undefined ? [] : [{ name, kind }];
    });

const kindFindings = (record: CheckedItem, text: string): readonly Finding<Code>[] => {
  const types = symbolsOf(record.item, 'resultTypes');
  if (types.length === 0 || isUnread(record, 'resultTypes')) return [];
  const words = (type: string) => chineseOf('ResultType', type) ?? type;
  const wrong = kindsOf(text).find(({ kind }) => !types.includes(kind));
  if (wrong === undefined) return [];
  const place = { field: 'resultTypes', title: '审批结果类型' };
  const detail = types.map(words).join('、');
  return [{ code: 'CHK_15', ...place, value: wrong.name, other: words(wrong.kind), detail }];
};

/** What a result is called agrees with its type, and there is a sample of it. A missing type is left to completeness. */
export const CHK_15_RESULT_AGREES = defineCheck<Code>({
  problems: PROBLEMS,
  find: (record) => {
    const name = textOf(record.item, 'resultName');
    if (name === '') return [];
    const sampled = !hasColumn(record, 'resultSample') || textOf(record.guide, 'resultSample') !== '';
    const sample: Finding<Code> = {
      code: 'CHK_15_SAMPLE',
      field: 'resultSample',
      title: '审批结果样本',
      value: excerpt(name),
    };
    return [...kindFindings(record, name), ...(sampled ? [] : [sample])];
  },
});
