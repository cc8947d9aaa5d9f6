import { hashText } from '../random.ts';
import { materialPool } from './material-pools.ts';
import { type MaterialWords, own, paper } from './material-words.ts';

const IDENTITY = paper(
  '居民身份证',
  '公安机关',
  '身份证',
  '申请人身份证',
  '身份证原件及复印件',
  '有效身份证件',
);
const LICENCE = paper('营业执照', '市场监督管理部门', '营业执照副本', '营业执照复印件', '企业营业执照');

/** Of which item the standard materials are asked. */
export interface MaterialSubject {
  readonly name: string;
  readonly code: string;
  readonly department: string;
  readonly audience: 'N' | 'L' | 'NL';
}

/** The standard materials of an item, the application form first: the same for the same code everywhere. */
export function standardMaterials({
  name,
  code,
  department,
  audience,
}: MaterialSubject): readonly MaterialWords[] {
  const subject = name.replace(/（.*）$/u, '').replace(/申请(?:受理)?$/u, '');
  const form: MaterialWords = {
    ...own(`${subject}申请表`, `${subject}申请书`, '申请表'),
    type: '申请表格文书',
  };
  const person = audience !== 'L';
  const pool = materialPool(department, person);
  const start = hashText(code) % pool.length;
  const count = 1 + (hashText(`${code}#`) % 3);
  const others = Array.from(
    { length: count },
    (_, index) => pool[(start + index) % pool.length] as MaterialWords,
  );
  return [...new Set([form, person ? IDENTITY : LICENCE, ...others])];
}

/** What a county asks for beyond the standard: each is something a public office could look up itself. */
export const SUPERFLUOUS: readonly MaterialWords[] = [
  paper('无犯罪记录证明', '公安机关', '无违法犯罪记录证明'),
  paper('村（居）民委员会出具的居住证明', '村（居）民委员会', '居住证明'),
  paper('社会保险缴费证明', '人力资源和社会保障部门', '社保缴费证明'),
  paper('完税证明', '税务机关', '纳税证明'),
  own('申请人书面情况说明', '情况说明'),
];
