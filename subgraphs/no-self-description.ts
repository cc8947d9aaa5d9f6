import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';
import { type ErrorCode, errorCode } from '../catalog/error-codes.ts';

const DESCRIBING: ReadonlySet<string> = new Set(['_service', '__schema', '__type']);

/** A rule of validation: over HTTP a subgraph does not describe itself, as supergraphs are composed from files. */
export const noSelfDescription = (context: ValidationContext): ASTVisitor => ({
  Field(field) {
    if (!DESCRIBING.has(field.name.value)) return;
    const code: ErrorCode = 'GRAPHQL_VALIDATION_FAILED';
    context.reportError(new GraphQLError(errorCode(code).message, { nodes: field, extensions: { code } }));
  },
});
