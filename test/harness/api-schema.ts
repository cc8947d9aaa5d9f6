import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** The public schema, as clients see it. */
export const apiSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
