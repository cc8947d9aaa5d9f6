import { chineseOf } from '../enumerations.ts';
import { POWER_TYPES } from '../power-types.ts';
import { type CheckedItem, defineCheck } from './check.ts';
import { symbolsOf } from './record-values.ts';

const atVillage = (record: CheckedItem): string | undefined => {
  if (record.level === 'VILLAGE') return '层级为村(社区)级';
  return symbolsOf(record.item, 'exerciseLevels').includes('VILLAGE') ? '行使层级含村(社区)级' : undefined;
};

/** Villages and communities are no organs of state: they render public services and exercise no powers. */
export const NOTICE_VILLAGE_SERVICES_ONLY = defineCheck({
  problems: {
    NOTICE_VILLAGE_SERVICES_ONLY: {
      severity: 'WARNING',
      template:
        '{value}，事项类型却是{detail}；村(社区)级只有公共服务，请核对行使层级，或者把村(社区)承担的受理、代办列为公共服务。',
      source: 'GB/T 39046-2020 表 A.2；政务服务事项用语规范（村级仅适用公共服务）',
    },
  },
  find: (record) => {
    const value = atVillage(record);
    const power = POWER_TYPES.find((type) => type === record.itemType);
    if (value === undefined || power === undefined) return [];
    const detail = chineseOf('ItemType', power) ?? power;
    return [
      { code: 'NOTICE_VILLAGE_SERVICES_ONLY', field: 'exerciseLevels', title: '行使层级', value, detail },
    ];
  },
});
