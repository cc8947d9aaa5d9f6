/** A material as a standard catalog names it, and the other spellings under which offices ask for it. */
export interface MaterialWords {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly type: '证件证书证明' | '申请表格文书' | '其他';
  readonly source: '申请人自备' | '政府部门核发' | '其他';
  readonly issuer: string;
}

/** A paper that somebody else issues. */
export function paper(name: string, issuer: string, ...otherNames: readonly string[]): MaterialWords {
  return { name, otherNames, type: '证件证书证明', source: '政府部门核发', issuer };
}

/** What the applicant writes or makes. */
export function own(name: string, ...otherNames: readonly string[]): MaterialWords {
  return { name, otherNames, type: '其他', source: '申请人自备', issuer: '申请人' };
}
