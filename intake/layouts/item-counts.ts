import { type Problem, problem } from '../../catalog/problems.ts';
import type { RowRole } from './row-roles.ts';
import { type Section, sectionKeeper } from './sections.ts';

type Total = Extract<RowRole, { readonly kind: 'TOTAL' }>;

/** Counts items as they are read, and holds the numbers of headings and total rows against the count. */
export const itemCounts = (sheet: string | undefined) => {
  const sections = sectionKeeper();
  const problems: Problem[] = [];
  let items = 0;
  let sinceSubtotal = 0;
  const compare = (row: number, text: string, says: number | undefined, counted: number): void => {
    if (says === undefined || says === counted) return;
    const numbers = { detail: String(says), other: String(counted) };
    problems.push(problem('TOTAL_MISMATCH', { sheet, row, value: text, ...numbers }));
  };
  const close = (ended: readonly Section[]): void => {
    for (const { row, text, says, counted } of ended) compare(row, text, says, counted);
  };
  return {
    sections: (): readonly Section[] => sections.current(),
    items: (): number => items,
    item: (): void => {
      items += 1;
      sinceSubtotal += 1;
      for (const section of sections.current()) section.counted += 1;
    },
    section: (row: number, text: string): void => close(sections.open(row, text)),
    total: (row: number, { text, says, part }: Total): void => {
      compare(row, text, says, part ? sinceSubtotal : items);
      sinceSubtotal = 0;
    },
    problems: (): readonly Problem[] => {
      close(sections.closeAll());
      return problems;
    },
  };
};
