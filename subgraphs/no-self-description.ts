import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';
import type { ErrorCode } from '../catalog/error-codes.ts';
import { errorSentence } from '../catalog/error-sentence.ts';

const DESCRIBING: ReadonlySet<string> = new Set(['_service', '__schema', '__type']);

/** A rule of validation: over HTTP a subgraph does not describe itself, as supergraphs are composed from files. */
export const noSelfDescription = (context: ValidationContext): ASTVisitor => ({
  Field(field) {
    if (!DESCRIBING.has(field.name.value)) return;
    const code: ErrorCode = 'GRAPHQL_VALIDATION_FAILED';
    context.reportError(new GraphQLError(errorSentence(code), { nodes: field, extensions: { code } }));
  },
});
