import type { Check, CheckedItem } from '../../../catalog/rules/check.ts';

type Values = Readonly<Record<string, unknown>>;

export interface RecordParts extends Partial<Omit<CheckedItem, 'columns'>> {
  /** Columns of the list beside those of the elements and blocks given. */
  readonly columns?: readonly string[];
}

/** A licence of a county with the elements given, in a list that has just their columns and those named. */
export const aRecord = ({ columns = [], ...parts }: RecordParts): CheckedItem => {
  const { item = {}, guide = {}, blocks = {} } = parts;
  return {
    listKind: 'GOVERNMENT_SERVICE',
    level: 'COUNTY',
    family: 'general',
    itemType: 'LICENSING',
    item,
    guide,
    blocks,
    today: '2026-03-02',
    ...parts,
    columns: new Set([...[item, guide, blocks].flatMap((each) => Object.keys(each)), ...columns]),
  };
};

/** The codes a check finds in a record. */
export const codesOf = <Code extends string>(check: Check<Code>, parts: RecordParts): readonly Code[] =>
  check.find(aRecord(parts)).map(({ code }) => code);

const UNITS: Readonly<Record<string, string>> = {
  h: 'HOUR',
  d: 'DAY',
  w: 'WORKING_DAY',
  m: 'MONTH',
  y: 'YEAR',
};

/** A time limit in the shape of the answer: `10w` is ten working days, `3m` three months, other words stay raw. */
export const limit = (text: string): Values => {
  const [, amount, unit = ''] = /^(\d+)([hdwmy])$/u.exec(text) ?? [];
  if (amount === undefined) return { immediate: false, raw: text };
  return { amount: Number(amount), unit: UNITS[unit], immediate: amount === '0', raw: text };
};
