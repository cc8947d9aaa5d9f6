import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS } from '../../../catalog/fields.ts';
import { itemProblems } from '../../../catalog/rules/item-problems.ts';
import { aRecord } from './handling-record.ts';

const WORDS =
  '无 即办 其他有关材料 身份证 《渔业法》第三条 国发〔2014〕8号 60个工作日内 第1 国务院令 0839-5223456 免费 10元 按规定 详见 —'.split(
    ' ',
  );
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(...WORDS),
  fc.array(fc.constantFrom(...WORDS, ' ', '\n', '；', '（', '》')).map((words) => words.join('')),
);
const amount = fc.oneof(
  fc.nat(100),
  fc.double({ noNaN: false }),
  fc.constantFrom(-1, 100_000_000, Number.MAX_SAFE_INTEGER),
);
const limit = fc.record(
  { amount, unit: fc.constantFrom('HOUR', 'DAY', 'WORKING_DAY', 'MONTH', 'YEAR'), raw: text },
  { requiredKeys: [] },
);
const value = fc.oneof(text, amount, fc.boolean(), limit, fc.array(text), fc.constantFrom(null, undefined));
const LIMITS = ['statutoryLimit', 'promisedLimit', 'timeLimit'];

/** Any of the elements, each with any value of any shape; limits more often than not as limits. */
const values = (elements: readonly string[]) =>
  fc.record(
    Object.fromEntries(elements.map((element) => [element, LIMITS.includes(element) ? limit : value])),
    {
      requiredKeys: [],
    },
  );
const BLOCKS = {
  materials: FIELDS.material,
  fees: FIELDS.fee,
  steps: FIELDS.step,
  windows: FIELDS.window,
  questions: FIELDS.question,
  specialLinks: FIELDS.specialLink,
  conditions: FIELDS.condition,
  legalBases: FIELDS.legalBasis,
};
const elementsOf = (fields: readonly { readonly element: string }[]) => fields.map(({ element }) => element);

const record = fc.record({
  itemType: fc.constantFrom('LICENSING', 'CONFIRMATION', 'PUBLIC_SERVICE'),
  family: fc.constantFrom('general', 'publicService', undefined),
  listKind: fc.constantFrom('GOVERNMENT_SERVICE', 'PUBLIC_SERVICE', 'POWER', 'REFERENCE', 'GUIDE'),
  item: values(elementsOf(FIELDS.item)),
  guide: values(elementsOf(FIELDS.guide)),
  blocks: fc.record(
    Object.fromEntries(
      Object.entries(BLOCKS).map(([block, fields]) => [
        block,
        fc.array(values(elementsOf(fields)), { maxLength: 3 }),
      ]),
    ),
    { requiredKeys: [] },
  ),
  columns: fc.subarray([...elementsOf(FIELDS.item), ...elementsOf(FIELDS.guide), ...Object.keys(BLOCKS)]),
});

test('no record makes a check throw', () => {
  fc.assert(
    fc.property(record, (parts) => {
      for (const { message } of itemProblems(aRecord(parts))) expect(message).not.toBe('');
    }),
    { numRuns: 150, seed: 20_260_302 },
  );
});
