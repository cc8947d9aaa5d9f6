import { type CodeRelation, codeRelation } from '../fields/code-key.ts';
import { type DepartmentRelation, departmentRelation } from '../fields/department-key.ts';
import { type LawRelation, lawRelation } from '../fields/law-key.ts';
import type { PreparedItem } from '../prepared-item.ts';

/** What everything beside the names says of two items. */
export interface FieldRelations {
  readonly code: CodeRelation;
  readonly law: LawRelation;
  readonly department: DepartmentRelation;
  readonly type: 'UNKNOWN' | 'SAME' | 'OTHER';
}

/** Compares the codes, laws, departments and types of two items. */
export function compareFields(left: PreparedItem, right: PreparedItem): FieldRelations {
  return {
    code: codeRelation(left.codes, right.codes),
    law: lawRelation(left.laws, right.laws),
    department: departmentRelation(left.department, right.department),
    type: left.type === '' || right.type === '' ? 'UNKNOWN' : left.type === right.type ? 'SAME' : 'OTHER',
  };
}
