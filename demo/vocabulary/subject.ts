/** GB/T 39046-2020 table A.1, as far as the demonstration catalog uses it. */
export type ItemTypeCode = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '20';

/** 设定依据: a law or document with its clause. */
export interface Basis {
  readonly title: string;
  readonly document?: string;
  readonly article?: number;
}

/** Who may apply: 自然人 (N), 法人及其他组织 (L), both (NL), and 行政相对人 without an application (L or NL too). */
export type Audience = 'N' | 'L' | 'NL';

/** A sub-item (子项). Rank 0 belongs to every size of the catalog, rank 1 only to the whole one. */
export interface Leaf {
  readonly name: string;
  readonly rank: 0 | 1;
}

/** A main item (主项). With a single leaf of the same name it has no sub-items. */
export interface MainItem {
  readonly type: ItemTypeCode;
  readonly name: string;
  readonly leaves: readonly Leaf[];
  /** False for what an office does of its own accord: 依职权 powers and 主动服务. */
  readonly onApplication: boolean;
  /** Statutory limit in working days; 0 is 即办, undefined where no statute sets one. */
  readonly days: number | undefined;
}

/** What the builders are told about a subject beside its words. */
export interface Scope {
  /** 行使层级 as digits of GB/T 39046-2020 table A.2: 2 省 3 市 4 县 5 镇 6 村. */
  readonly at: string;
  readonly of: Audience;
  readonly by: readonly Basis[];
  readonly days?: number;
}

/** One thing an office deals with, and every main item that comes from it. */
export interface Subject {
  readonly mains: readonly MainItem[];
  readonly scope: Scope;
}

/** 面向自然人 and 面向法人 topic codes of a department's items. */
export interface Topics {
  readonly natural: string;
  readonly legal: string;
}

export interface DepartmentWords {
  readonly key: string;
  /** The two digits the province gives the department inside the main item's number. */
  readonly code: string;
  /** Name without the region: 司法厅 in the province, 司法局 in a city or county. */
  readonly province: string;
  readonly county: string;
  /** Names before the reforms of 2018, still found in lists. */
  readonly formerly: readonly string[];
  /** 12 is a public institution, 91 a company that provides a public utility; organs are 11. */
  readonly institution: '11' | '12' | '91' | '13';
  readonly topics: Topics;
  /** How many of the first subjects the small catalog takes. */
  readonly core: number;
  readonly subjects: readonly Subject[];
}

/** A law of the People's Republic: the prefix 中华人民共和国 is added. */
export function law(title: string, article: number): Basis {
  return { title: `中华人民共和国${title}`, article };
}

/** A regulation or rule whose title carries no prefix. */
export function rule(title: string, article: number, document?: string): Basis {
  return document === undefined ? { title, article } : { title, article, document };
}

/** A normative document: title and number (文号). */
export function paper(title: string, document: string): Basis {
  return { title, document };
}

/** A scope in one line: exercise levels, audience, bases. */
export function scope(at: string, of: Audience, ...by: readonly Basis[]): Scope {
  return { at, of, by };
}

/** The same scope with a statutory limit of so many working days. */
export function within(days: number, rest: Scope): Scope {
  return { ...rest, days };
}
