import { defineCheck } from './check.ts';
import { blockOf, hasColumn, textOf } from './record-values.ts';

/** A licence has at least one frequent question, in lists that have questions at all. */
export const CHK_19_LICENCE_HAS_QUESTIONS = defineCheck({
  problems: {
    CHK_19: {
      severity: 'WARNING',
      template: '行政许可没有常见问题。请至少写一个问题和解答。',
      source: '温州市事项信息核查规则；GB/T 39046-2020 第 55 项',
    },
  },
  find: (record) => {
    if (record.itemType !== 'LICENSING' || !hasColumn(record, 'questions', 'questionsText')) return [];
    const asked = blockOf(record, 'questions').some((each) => textOf(each, 'question') !== '');
    if (asked || textOf(record.guide, 'questionsText') !== '') return [];
    return [{ code: 'CHK_19', field: 'questionsText', title: '常见问题' }];
  },
});
