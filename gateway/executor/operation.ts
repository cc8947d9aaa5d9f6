import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind, NoFragmentCyclesRule, OperationTypeNode, validate, visit } from 'graphql';
import { OperationRefusal } from './located-error.ts';

function selectOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operationName === undefined || operationName === null) {
    const [only, ...others] = operations;
    if (only === undefined) throw new OperationRefusal('OPERATION_NOT_FOUND', '请求中没有操作');
    if (others.length > 0) {
      throw new OperationRefusal(
        'OPERATION_NOT_FOUND',
        '请求中有多个操作，须用 operationName 指明执行哪一个',
      );
    }
    return only;
  }
  const named = operations.find(({ name }) => name?.value === operationName);
  if (named !== undefined) return named;
  throw new OperationRefusal('OPERATION_NOT_FOUND', `请求中没有名为“${operationName}”的操作`);
}

/**
 * The operation to execute of a valid document. Throws an OperationRefusal when the name fits none, for
 * subscriptions, and for what a plan cannot carry: fragment cycles (the planner would overflow its stack)
 * and aliases in the name space of the machinery, `__…` and `_internal_qp_alias…`.
 */
export function operationOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  const operation = selectOperation(document, operationName);
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    throw new OperationRefusal('OPERATION_NOT_SUPPORTED', '不支持订阅（subscription）');
  }
  if (validate(schema, document, [NoFragmentCyclesRule]).length > 0) {
    throw new OperationRefusal('OPERATION_NOT_SUPPORTED', '片段（fragment）不得循环引用');
  }
  visit(document, {
    Field({ alias, name }) {
      const given = alias?.value;
      if (given === undefined || given === name.value) return;
      if (given.startsWith('__') || given.startsWith('_internal_qp_alias')) {
        throw new OperationRefusal('OPERATION_NOT_SUPPORTED', `别名“${given}”为系统保留`);
      }
    },
  });
  return operation;
}
