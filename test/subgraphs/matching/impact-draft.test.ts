import { expect, test } from 'vitest';
import { areComparable } from '../../../comparison/code-scheme.ts';
import { draftedItem } from '../../../subgraphs/matching/impact-draft.ts';

const DRAFT = {
  ...{ catalogId: 'ca_reference', key: 'reference', kind: 'REFERENCE', level: 'PROVINCE' },
  ...{ regionCode: '880000000000', regionName: '纵横省' },
} as unknown as Parameters<typeof draftedItem>[1];

test.each([
  ['CN_12:880101001001', true],
  ['SICHUAN:511A0138600000', false],
])('a drafted item knows the scheme of its code: against %s', (basicKey, comparable) => {
  const record = JSON.stringify({
    ...{ task_name: '取水许可', item_type: 'LICENSING', task_state: 'IN_FORCE' },
    ...{ basic_code: '880101002001', basic_key: 'CN_12:880101002001' },
  });
  const item = draftedItem(
    { id: 'ri_1', record, department: null, guideElements: null } as Parameters<typeof draftedItem>[0],
    DRAFT,
    '2026-06-01',
  );
  expect(areComparable({ basicKey }, item)).toBe(comparable);
});
