import { buildASTSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { compileCost, type Estimate } from '../../cost/estimate.ts';
import { readCostModel } from '../../cost/model.ts';

const DIRECTIVES = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT | INTERFACE | ENUM | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION
`;

/** The costs of a schema by its own text. */
export const modelOf = (sdl: string) => {
  const document = parse(sdl + DIRECTIVES);
  return readCostModel(buildASTSchema(document, { assumeValid: true }), document);
};

/** Compiles the operation of a query, the first unless another is named. */
export const costOf = (model: ReturnType<typeof modelOf>, query: string, name?: string): Estimate => {
  const document = parse(query);
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode =>
      one.kind === Kind.OPERATION_DEFINITION && (name === undefined || one.name?.value === name),
  );
  if (operation === undefined) throw new Error('no operation');
  return compileCost(model, document, operation);
};
