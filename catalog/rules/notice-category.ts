import { defineCheck, type Finding } from './check.ts';
import { hasColumn, isUnread, textOf } from './record-values.ts';

const SOURCE = '武陵源区通知四（一）、附件 2 备注 2（依申请类、主动服务类）';

const PROBLEMS = {
  NOTICE_CATEGORY: {
    severity: 'WARNING',
    template: '没有填写类别，请填“依申请”或者“主动服务”。',
    source: SOURCE,
  },
  NOTICE_CATEGORY_EX_OFFICIO: {
    severity: 'WARNING',
    template: '类别填了“依职权”，公共服务事项只分“依申请”和“主动服务”，请改填；依职权的属于行政权力。',
    source: SOURCE,
  },
} as const;

/** A public service is rendered on application or on the office's own initiative, nothing else. */
export const NOTICE_CATEGORY = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (record): readonly Finding<keyof typeof PROBLEMS>[] => {
    if (record.listKind !== 'PUBLIC_SERVICE') return [];
    const mode = textOf(record.item, 'serviceMode');
    const place = { field: 'serviceMode', title: '服务方式' };
    if (mode === 'EX_OFFICIO') return [{ code: 'NOTICE_CATEGORY_EX_OFFICIO', ...place }];
    const asked = mode === '' && hasColumn(record, 'serviceMode') && !isUnread(record, 'serviceMode');
    return asked ? [{ code: 'NOTICE_CATEGORY', ...place }] : [];
  },
});
