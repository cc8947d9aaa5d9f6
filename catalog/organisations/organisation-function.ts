/** What a department is for, whatever level it stands on and whatever it is called there. */
export interface OrganisationFunction {
  /** The name without place and rank: 人力资源和社会保障. */
  readonly name: string;
  /** As people say it: 人社. */
  readonly short: string;
  /** In the short name of a joint department one character is enough: 教科体. */
  readonly letter?: string;
  /** How it is called within a joint department: 科技 in 教育科技和体育局. */
  readonly joint?: string;
  /** Other current spellings; those before a reform are in former-names.ts. */
  readonly spellings: readonly string[];
  /** What the department may be called; 局 is always among them, 厅 is a province's. */
  readonly bodies: readonly Body[];
}

/** What a department can be called after its work. */
export type Body = '局' | '厅' | '委员会' | '办公室' | '总队' | '支队' | '大队' | '中心';

type Row = readonly [name: string, short: string, spellings?: string, extra?: Partial<OrganisationFunction>];

/** Functions from rows of name, short name and other spellings parted by a bar. */
export const functions = (rows: readonly Row[]): readonly OrganisationFunction[] =>
  rows.map(([name, short, spellings = '', extra = {}]) => ({
    name,
    short,
    spellings: spellings.split('|').filter((spelling) => spelling !== ''),
    bodies: ['局', '厅'],
    ...extra,
  }));
