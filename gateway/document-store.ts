import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { boundedCache } from './executor/bounded-cache.ts';

const MOST_DOCUMENTS = 1_000;

/**
 * Documents found valid, by digest. Apollo Server's own store reckons a document at the length of its JSON, of which
 * 30 MiB are kept; with the places in the text that each holds they are several times that.
 */
export const documentStore = (): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> => {
  const documents = boundedCache<DocumentNode>(MOST_DOCUMENTS);
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) =>
      documents.set(key, document, document.loc?.source.body.length ?? key.length),
    delete: async (key) => documents.delete(key),
  };
};
