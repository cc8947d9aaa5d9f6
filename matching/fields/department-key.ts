import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';

/** The work of a department, whatever its place and rank; empty where it tells nothing of its items. */
export type DepartmentKey = readonly string[];

/**
 * Offices that handle everything: approval bureaus, townships, villages and the halls; but not what only has their
 * words in its name: 社区矫正管理局, 人民政府外事办公室, 居民身份证管理中心.
 */
const HANDLES_ALL =
  /审批|政务服务|便民服务|行政服务|人民政府(?:$|办公|政务|便民)|街道|乡镇|村民(?:委|小组|会)|居民(?:委|小组|会)|社区(?!矫正|戒毒|卫生|教育)|村委|居委|政府办/u;

/** No department has a longer name; a text in the column tells nothing. */
const MOST_READ = 80;

const remembered = new Map<string, DepartmentKey>();
/** Departments are few and repeat in every row; a stranger's file may hold a new one in each. */
const MOST_REMEMBERED = 20_000;

/** What a department's name says of its work, by the vocabulary of organisations. */
export function departmentKey(name: string | undefined): DepartmentKey {
  if (name === undefined || name === '' || name.length > MOST_READ || HANDLES_ALL.test(name)) return [];
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const key = canonicalOrganisation(name).functions;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, key);
  return key;
}

export type DepartmentRelation = 'UNKNOWN' | 'SAME' | 'OTHER';

/** SAME: some work is shared; OTHER: both are known and share none. */
export function departmentRelation(left: DepartmentKey, right: DepartmentKey): DepartmentRelation {
  if (left.length === 0 || right.length === 0) return 'UNKNOWN';
  return left.some((work) => right.includes(work)) ? 'SAME' : 'OTHER';
}
