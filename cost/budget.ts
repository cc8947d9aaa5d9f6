import { type DocumentNode, Kind } from 'graphql';
import { compileCost } from './estimate.ts';
import type { CostModel } from './model.ts';
import { shapeMeasurer } from './shape.ts';
import { beyondBounds, type TextBounds } from './text-bounds.ts';

/** What one call may cost a subgraph. */
export interface Budget extends TextBounds {
  /** Operations and fragments: a chain of thousands would use up the stack. */
  readonly definitions: number;
  /** Fields with the fragments written out. */
  readonly selections: number;
  readonly cost: number;
}

/**
 * A subgraph's own: of what the gateway admits no call of a subgraph costs more, so that only a gateway without limits,
 * or no gateway at all, ever meets it.
 */
export const SUBGRAPH_BUDGET: Budget = {
  tokens: 60_000,
  nesting: 200,
  definitions: 500,
  selections: 50_000,
  cost: 250_000,
};

/** Whether a call is beyond a budget, by the name of its operation, if it has any, and its variables. */
export type BudgetCheck = (
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
) => boolean;

/** Whether a text is beyond the budget before it is parsed. */
export const isTextBeyond = (text: string, budget: Budget): boolean =>
  beyondBounds(text, budget) !== undefined;

/** Whether a document is beyond the budget before it is validated, whatever its variables are. */
export function isDocumentBeyond(document: DocumentNode, budget: Budget): boolean {
  if (document.definitions.length > budget.definitions) return true;
  const measure = shapeMeasurer(document);
  return operationsOf(document).some((operation) => measure(operation).selections > budget.selections);
}

/** Prepares the check of a document's calls; an operation that the document does not have is nothing to refuse. */
export function budgetCheck(model: CostModel, document: DocumentNode, budget: Budget): BudgetCheck {
  // What is too large written out is not compiled either.
  if (isDocumentBeyond(document, budget)) return () => true;
  const operations = operationsOf(document).map((operation) => ({
    name: operation.name?.value,
    estimate: compileCost(model, document, operation),
  }));
  return (operationName, variables) =>
    operations
      .filter(({ name }) => operationName == null || name === operationName)
      .some(({ estimate }) => estimate(variables) > budget.cost);
}

const operationsOf = (document: DocumentNode) =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
