import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind, NoFragmentCyclesRule, OperationTypeNode, validate } from 'graphql';
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
 * subscriptions, and for fragment cycles even if the document was not validated: the planner would overflow its stack.
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
  return operation;
}
