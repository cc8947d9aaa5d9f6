import { buildSchema, graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { scalars } from '../../subgraphs/scalars.ts';

const schema = buildSchema(
  'scalar Date scalar DateTime type Query { day(day: Date): Date moment(moment: DateTime): DateTime }',
);
Object.assign(schema.getType('Date') ?? {}, scalars.Date.toConfig());
Object.assign(schema.getType('DateTime') ?? {}, scalars.DateTime.toConfig());

const rootValue = {
  day: ({ day }: { day: string }) => day,
  moment: ({ moment }: { moment: string }) => moment,
};

const answer = async (source: string, variables: Readonly<Record<string, unknown>>) => {
  const { data, errors } = await graphql({ schema, source, rootValue, variableValues: variables });
  return errors === undefined ? Object.values(data ?? {})[0] : errors[0]?.extensions['code'];
};

describe.each([
  { type: 'Date', field: 'day' },
  { type: 'DateTime', field: 'moment' },
])('$type', ({ type, field }) => {
  test.each(
    type === 'Date'
      ? [
          ['2026-03-01', '2026-03-01'],
          ['2026-13-01', 'BAD_USER_INPUT'],
          ['2026-3-1', 'BAD_USER_INPUT'],
          ['今天', 'BAD_USER_INPUT'],
        ]
      : [
          ['2026-03-01T08:00:00+08:00', '2026-03-01T00:00:00.000Z'],
          ['2026-03-01T00:00:00Z', '2026-03-01T00:00:00.000Z'],
          ['2026-03-01', '2026-03-01T00:00:00.000Z'],
          ['March 1', 'BAD_USER_INPUT'],
          ['2026-02-30T99:00:00Z', 'BAD_USER_INPUT'],
        ],
  )('%s is %s, as a literal and as a variable', async (given, expected) => {
    expect(await answer(`{ ${field}(${field}: "${given}") }`, {})).toBe(expected);
    expect(await answer(`query ($given: ${type}) { ${field}(${field}: $given) }`, { given })).toBe(expected);
  });

  test('a number is none', async () => {
    expect(await answer(`{ ${field}(${field}: 20260301) }`, {})).toBe('BAD_USER_INPUT');
    expect(await answer(`query ($given: ${type}) { ${field}(${field}: $given) }`, { given: 20260301 })).toBe(
      'BAD_USER_INPUT',
    );
  });
});

test('an instant of a row is written in UTC', () => {
  expect(scalars.DateTime.serialize('2026-03-01 08:00:00+08')).toBe('2026-03-01T00:00:00.000Z');
});
