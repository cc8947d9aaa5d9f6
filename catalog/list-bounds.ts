/** A list that the interface shows with a record. */
export interface ListBound {
  readonly chinese: string;
  /** Entries at most: the schema says so as `@listSize`, and a longer list is refused when somebody asks for it. */
  readonly most: number;
}

/** Values of one element at most. */
export const MOST_VALUES = 1_000;

/** Departments of one list that report to have no item, at most. */
export const MOST_NIL_RETURNS = 1_000;

/** The lists beside the elements of an item or guide, by their name in a record and in the schema. */
export const LIST_BOUNDS = {
  legalBases: { chinese: '设定依据', most: 100 },
  materials: { chinese: '申请材料', most: 200 },
  fees: { chinese: '收费项目', most: 100 },
  steps: { chinese: '办理流程环节', most: 100 },
  windows: { chinese: '受理窗口', most: 200 },
  conditions: { chinese: '受理条件', most: 100 },
  specialLinks: { chinese: '特殊环节', most: 50 },
  questions: { chinese: '常见问题', most: 100 },
  unrecognised: { chinese: '未识别的值', most: 200 },
  otherColumns: { chinese: '其他列', most: 512 },
  problems: { chinese: '查出的问题', most: 200 },
} as const satisfies Readonly<Record<string, ListBound>>;

/** The bound of a list of a record; for whatever is not named here, that of the values of an element. */
export const listBoundOf = (name: string): Partial<ListBound> & Pick<ListBound, 'most'> =>
  Object.hasOwn(LIST_BOUNDS, name) ? LIST_BOUNDS[name as keyof typeof LIST_BOUNDS] : { most: MOST_VALUES };
