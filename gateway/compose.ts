import {
  composeServices,
  compositionHasErrors,
  transformSupergraphToPublicSchema,
} from '@theguild/federation-composition';
import { buildASTSchema, GraphQLError, parse, print, printSchema } from 'graphql';
import { withConventionalDescriptions } from './conventional-descriptions.ts';

export interface Composition {
  /** Federation 2 supergraph: what a gateway plans over. */
  readonly supergraphSdl: string;
  /** The public schema with descriptions, in the order in which the subgraphs declare: what users program against. */
  readonly apiSdl: string;
}

export interface CompositionErrors {
  readonly errors: readonly string[];
}

/**
 * Composes subgraph SDL into one supergraph and its public schema; the same input gives the same bytes.
 * Conflicts between subgraphs are returned as sentences of the composition library, never thrown.
 */
export function composeSupergraph(
  sdlByName: Readonly<Record<string, string>>,
  urlByName: Readonly<Record<string, string>> = {},
): Composition | CompositionErrors {
  const services = [];
  for (const name of Object.keys(sdlByName).sort()) {
    try {
      const typeDefs = parse(sdlByName[name] ?? '', { noLocation: true });
      services.push({ name, typeDefs, url: urlByName[name] ?? `http://${name}.invalid/graphql` });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { errors: [`[${name}] ${error.message}`] };
    }
  }
  const result = composeServices(services);
  if (compositionHasErrors(result)) return { errors: result.errors.map((error) => error.message) };
  const supergraph = withConventionalDescriptions(parse(result.supergraphSdl, { noLocation: true }));
  const publicSchema = buildASTSchema(transformSupergraphToPublicSchema(supergraph));
  return {
    supergraphSdl: `${print(supergraph)}\n`,
    apiSdl: `${printSchema(publicSchema)}\n`,
  };
}

export const composed = (result: Composition | CompositionErrors): result is Composition =>
  'supergraphSdl' in result;
