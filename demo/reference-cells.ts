import type { Cells } from './columns.ts';
import { isPower } from './offer.ts';
import type { Editions } from './older-edition.ts';
import { departmentOffice } from './organisations.ts';
import { PROVINCE } from './places.ts';
import { basisText, type ReferenceItem, referenceMaterials } from './reference-catalog.ts';
import { referenceHandling } from './reference-handling.ts';
import { audienceWords, legalTopic, levelWords, limitWords, naturalTopic, TYPE_NAMES } from './wording.ts';

/** A row of the reference catalog in its current edition. */
export function referenceCells(item: ReferenceItem): Cells {
  const { department, main, scope, code, handled } = item;
  const office = departmentOffice(department, PROVINCE);
  const sub = handled && item.mainCode !== code;
  const asks = handled && item.onApplication;
  return {
    来源主键: code,
    层级: '省级',
    区划代码: PROVINCE.code,
    区划名称: PROVINCE.fullName,
    业务指导部门: office.name,
    实施主体: office.name,
    实施主体编码: office.code,
    事项类型: TYPE_NAMES[main.type],
    主项名称: sub ? main.name : '',
    主项编码: sub ? item.mainCode : '',
    是否存在子项: handled ? '否' : '是',
    事项名称: item.name,
    基本编码: code,
    设定依据: basisText(scope.by),
    行使层级: levelWords(item.levels),
    法定办结时限: handled ? (limitWords(main.days) ?? '') : '',
    服务方式: handled ? serviceMode(item) : '',
    服务对象: audienceWords(scope.of),
    申请材料: asks
      ? referenceMaterials(item)
          .map(({ name }) => name)
          .join('；')
      : '',
    ...(asks ? handlingCells(item) : {}),
    面向自然人事项主题分类: scope.of === 'L' ? '' : (naturalTopic(department.topics.natural) ?? ''),
    面向法人事项主题分类: scope.of === 'N' ? '' : (legalTopic(department.topics.legal) ?? ''),
    事项状态: '在用',
    事项版本: '2',
    计划生效日期: '2023-07-01',
  };
}

function handlingCells(item: ReferenceItem): Cells {
  const { condition, fee, result } = referenceHandling(item);
  return {
    受理条件: condition,
    审批结果类型: result.type,
    审批结果名称: result.name,
    是否收费: fee === undefined ? '否' : '是',
    收费依据: fee?.basis ?? '',
  };
}

/** Whether somebody applies: else a power is exercised 依职权, a service offered of the office's own accord. */
function serviceMode({ main, onApplication }: ReferenceItem): string {
  if (onApplication) return '依申请';
  return isPower(main) ? '依职权' : '主动服务';
}

/** The same row in the edition of 2021: nothing for an item that was added since. */
export function earlierCells(item: ReferenceItem, { earlier, added }: Editions): readonly Cells[] {
  if (added.has(item.code)) return [];
  const wording = earlier.get(item.code);
  const worded = wording && {
    事项名称: wording.name,
    设定依据: wording.basis,
    法定办结时限: limitWords(wording.days) ?? '',
  };
  return [{ ...referenceCells(item), ...worded, 事项版本: '1', 计划生效日期: '2021-07-01' }];
}
