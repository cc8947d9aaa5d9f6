import { GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../catalog/calendar/days.ts';
import { refusal } from './refusal.ts';

const parseDay = (value: unknown): string => {
  if (typeof value !== 'string' || !isDay(value)) {
    throw refusal('BAD_USER_INPUT', 'DATE_FORMAT');
  }
  return value;
};

const parseInstant = (value: unknown): string => {
  const milliseconds =
    typeof value === 'string' && isDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(milliseconds)) {
    throw refusal('BAD_USER_INPUT', 'INSTANT_FORMAT');
  }
  return new Date(milliseconds).toISOString();
};

/** PostgreSQL writes `2026-01-31 08:00:00+00`. */
const printInstant = (value: unknown): string => new Date(String(value)).toISOString();

const scalar = (name: string, parse: (value: unknown) => string, serialize: (value: unknown) => unknown) =>
  new GraphQLScalarType({
    name,
    serialize,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });

/** The resolvers of Date and DateTime; instants are read and written as ISO 8601 in UTC. */
export const scalars = {
  // Dates come from sources: what was accepted there is shown as it stands.
  Date: scalar('Date', parseDay, String),
  DateTime: scalar('DateTime', parseInstant, printInstant),
};
