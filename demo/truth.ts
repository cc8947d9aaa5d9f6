/** What a line of truth may be about, each kind in a sentence; the manifest carries them for whoever reads the files. */
export const TRUTH_KINDS = {
  LINK: '该行对应参考目录的哪一项，以及对应关系',
  GAP: '参考目录规定本级行使、清单中没有的事项（应领未领）',
  EXTRA: '参考目录中没有的事项：地方特色服务，或者已取消仍在列的权力',
  RENAMED: '同一事项或同一材料的另一种写法',
  DRIFT: '某一要素与参考目录不同',
  OUTDATED: '某一要素仍按参考目录上一版填报',
  OVERLAP: '同一事项既在权力清单又在公共服务清单',
  WRONG_LIST: '列入了不该列入的清单',
  NOT_ON_POWER_LIST: '政务服务清单中的行政权力事项不在权力清单',
  STALE_COPY: '乡镇、村的事项仍是县级事项的旧副本',
  NO_SOURCE: '乡镇、村的事项未填来源事项编码',
  DANGLING_SOURCE: '来源事项编码在县级清单中不存在',
  MALFORMED_CODE: '实施主体编码写错',
  NO_CODE: '未填基本编码，只能按名称认定',
  FORMER_OFFICE: '沿用机构改革前的部门名称',
  DUPLICATE: '同一事项在同一清单重复填报',
  NIL_RETURN: '部门没有公共服务事项，已零报告',
  NO_RETURN: '部门既无事项也未零报告',
  BEYOND_LEVEL: '参考目录没有让这一级行使的事项，本级列入了清单',
  LOCAL_ONLY: '受理条件限制外地申请人',
  NOT_SERVED: '依申请的权力在权力清单，不在政务服务清单，也没有挂起',
  DORMANT: '静默事项没有挂起',
  SLOW_PROMISE: '承诺时限比同市其他地区的中位数长（偶数个地区取中间较短的一个；至少有三个其他地区承诺）',
  SUSPENDED: '事项挂起',
  SCHEDULED: '事项尚未生效',
  CANCELLED: '事项已过计划取消日期',
} as const;

export type TruthKind = keyof typeof TRUTH_KINDS;

/**
 * One line of truth.jsonl. `list` and `row` (来源主键) say where it is; `other` is a row of the list `otherList`
 * (the same list when absent), `reference` a row of the reference catalog. `field` is a column title.
 */
export interface Truth {
  readonly kind: TruthKind;
  readonly list: string;
  readonly row?: string;
  readonly other?: string;
  readonly otherList?: string;
  readonly relation?: 'EQUIVALENT' | 'NARROWER' | 'BROADER' | 'NONE';
  readonly field?: string;
  readonly reference?: string;
  readonly department?: string;
  readonly was?: string;
  readonly is?: string;
  readonly why: string;
}

/** The line of a truth, line end included. */
export function truthLine(truth: Truth): string {
  return `${JSON.stringify(truth)}\n`;
}
