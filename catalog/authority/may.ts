import type { Level } from '../levels.ts';
import { regionSubtreeRange } from '../regions.ts';
import { type Action, rolesFor } from './rules.ts';
import type { Grant, Writer } from './writer.ts';

/**
 * Whether a region, by its 12 digits, lies in the subtree of another. Not by how the codes begin: 331 begins a code of
 * a city of 33, and also one of the province's other cities.
 */
export const isWithin = (region: string, top: string): boolean => {
  const range = regionSubtreeRange(top);
  return range !== undefined && /^\d{12}$/u.test(region) && range.from <= region && region <= range.to;
};

/** The grants of a writer that open an action somewhere. */
export const grantsFor = ({ grants }: Writer, action: Action): readonly Grant[] =>
  grants.filter(({ role }) => rolesFor(action).includes(role));

/** Whether a writer may do something to what belongs to a region and a level. */
export const may = (writer: Writer, action: Action, region: string, level: Level): boolean =>
  grantsFor(writer, action).some((grant) => grant.levels.includes(level) && isWithin(region, grant.region));
