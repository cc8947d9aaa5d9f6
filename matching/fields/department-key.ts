import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';

/** The work of a department, whatever its place and rank; empty where it tells nothing of its items. */
export type DepartmentKey = readonly string[];

/** Offices that handle everything: approval bureaus, townships, villages and the halls. */
const HANDLES_ALL = /审批|政务服务|便民服务|行政服务|人民政府|街道|乡镇|村民|居民|社区|村委|政府办/u;

const remembered = new Map<string, DepartmentKey>();
/** Departments are few and repeat in every row; a stranger's file may hold a new one in each. */
const MOST_REMEMBERED = 20_000;

/** What a department's name says of its work, by the vocabulary of organisations. */
export function departmentKey(name: string | undefined): DepartmentKey {
  if (name === undefined || name === '' || HANDLES_ALL.test(name)) return [];
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
