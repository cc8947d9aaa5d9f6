import { titleKey } from '../../../catalog/fields.ts';
import { slotOf } from '../slots.ts';

/** A list somebody issued a form for: told by the elements of its columns, or by their exact titles. */
interface KnownList {
  readonly layout: string;
  /** Columns of the exchange tables, as their header spells them. */
  readonly columns?: readonly string[];
  /** Elements by name; aliases of their titles count. */
  readonly elements?: readonly string[];
  readonly titles?: readonly string[];
  /** How many of `elements` and `titles` together must be there; all of them without it. */
  readonly enough?: number;
  /** Elements that make it another list. */
  readonly without?: readonly string[];
  /** The most columns that say something, where a short list is meant. */
  readonly atMost?: number;
}

const UPLOAD = ['row_guid', 'cd_operation'];

/** More particular ones first: the first that fits names the list. */
const KNOWN: readonly KnownList[] = [
  // 国家政务服务平台 upload tables: up_task_directory, up_task_general_*, up_task_public_*, up_task_handle_*.
  { layout: '国家平台材料表', columns: [...UPLOAD, 'material_name'] },
  { layout: '国家平台收费项目表', columns: [...UPLOAD, 'fee_name'] },
  { layout: '国家平台常见问题表', columns: [...UPLOAD, 'question', 'answer'] },
  { layout: '国家平台实施清单扩展表', columns: [...UPLOAD, 'is_entry_center', 'result_type'] },
  { layout: '国家平台实施清单（权力事项）', columns: [...UPLOAD, 'task_name', 'task_code', 'power_source'] },
  { layout: '国家平台实施清单（公共服务）', columns: [...UPLOAD, 'task_name', 'task_code', 'by_law'] },
  { layout: '国家平台基本目录', columns: [...UPLOAD, 'task_name', 'catalog_code', 'by_law'] },
  // 武陵源区通知 附件2, 清理规范公共服务事项备案表.
  {
    layout: '武陵源备案表',
    titles: ['事项名称', '类别', '服务内容', '办理依据', '服务对象'],
    elements: ['organisationName'],
    enough: 5,
  },
  // 海盐县通知 四(一), 公共服务事项汇总梳理表.
  {
    layout: '海盐汇总梳理表',
    elements: ['name', 'industryTopics', 'naturalPersonFocus', 'legalPersonFocus'],
    enough: 3,
  },
  // 镇坪县通知 三(三) 附件2, 政务服务事项实施清单.
  {
    layout: '镇坪实施清单',
    elements: [
      ...['implementationCode', 'exerciseContent', 'organisationName', 'promisedLimit', 'feeStandard'],
      ...['feeBasis', 'materialsText', 'handleFlow', 'handlingForms', 'address', 'hours'],
      ...['consultationPhone', 'supervisionPhone'],
    ],
    enough: 11,
  },
  // 镇坪县通知 三(三) 附件1, 政务服务事项目录清单: 事项名称, 基本编码, 设定依据, 事项类型.
  {
    layout: '镇坪目录清单',
    elements: ['name', 'basicCode', 'legalBasisText', 'itemType'],
    without: ['implementationCode'],
    atMost: 7,
  },
  // The guides of 武陵源 (nine elements) and 沈阳 (eleven) with a row for each item.
  {
    layout: '沈阳办事指南汇总表',
    titles: [
      '受理单位',
      '基本流程',
      '示范文本及常见错误示例',
      '表格下载',
      '咨询渠道',
      '办公时间和地址',
      '监督途径',
    ],
    enough: 5,
  },
  {
    layout: '武陵源服务指南汇总表',
    titles: ['承办机构', '申请条件', '申报材料', '服务流程', '收费依据及标准', '咨询方式'],
    enough: 5,
  },
];

/**
 * The name of the list a header belongs to, where a notice or the national platform issued it: 武陵源备案表,
 * 海盐汇总梳理表, 镇坪目录清单 … Undefined for any other header.
 */
export const knownListOf = (header: readonly string[]): string | undefined => {
  const filled = header.filter((title) => title.trim() !== '');
  const keys = new Set(filled.map((title) => titleKey(title)));
  const elements = new Set(
    filled.flatMap((title) => {
      const slot = slotOf(title);
      return slot.kind === 'FIELD' || slot.kind === 'BLOCK' ? (slot.field?.element ?? []) : [];
    }),
  );
  const fits = ({ columns, elements: wanted = [], titles = [], enough, without = [], atMost }: KnownList) => {
    if (columns !== undefined) return columns.every((column) => keys.has(column));
    const found =
      wanted.filter((one) => elements.has(one)).length + titles.filter((one) => keys.has(one)).length;
    if (found < (enough ?? wanted.length + titles.length)) return false;
    return !without.some((one) => elements.has(one)) && filled.length <= (atMost ?? Number.POSITIVE_INFINITY);
  };
  return KNOWN.find(fits)?.layout;
};
