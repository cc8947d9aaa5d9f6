import { defineCheck, type Finding } from './check.ts';
import { hasColumn, isUnread, symbolsOf } from './record-values.ts';

const PROBLEMS = {
  NOTICE_SERVICE_OBJECT: {
    severity: 'WARNING',
    template: '没有填写服务对象，请填个人（公民）、法人、社会组织等。',
    source: '武陵源区通知附件 2 备注 5',
  },
  NOTICE_SERVICE_OBJECT_ORGAN: {
    severity: 'WARNING',
    template:
      '服务对象只有行政机关；公共服务面向公民、法人和其他组织，机关内部事项不纳入，请核对服务对象或者移出清单。',
    source: '武陵源区通知三（对公民、法人和其他社会组织的外部服务行为）',
  },
} as const;

/** A public service says whom it serves, and serves somebody outside the administration. */
export const NOTICE_SERVICE_OBJECT = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (record): readonly Finding<keyof typeof PROBLEMS>[] => {
    if (record.listKind !== 'PUBLIC_SERVICE') return [];
    const objects = symbolsOf(record.item, 'serviceObjects');
    const place = { field: 'serviceObjects', title: '服务对象' };
    if (objects.length > 0) {
      const onlyOrgans = objects.every((object) => object === 'GOVERNMENT_ORGAN');
      return onlyOrgans ? [{ code: 'NOTICE_SERVICE_OBJECT_ORGAN', ...place }] : [];
    }
    const asked = hasColumn(record, 'serviceObjects') && !isUnread(record, 'serviceObjects');
    return asked ? [{ code: 'NOTICE_SERVICE_OBJECT', ...place }] : [];
  },
});
