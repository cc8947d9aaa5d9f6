import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { ErrorCode } from '../../catalog/error-codes.ts';
import { type Shape, shapeMeasurer } from '../../cost/shape.ts';
import { beyondBounds } from '../../cost/text-bounds.ts';
import { Refusal } from '../refusal.ts';

/** What one request may ask. Counts are of the operation with its fragments written out. */
export interface Limits {
  readonly bodyBytes: number;
  readonly characters: number;
  readonly tokens: number;
  /** Brackets open at once in a document, and lists and objects within each other in variables. */
  readonly nesting: number;
  /** Characters of one text in a document or in variables. */
  readonly textCharacters: number;
  /** Members of one object in variables. */
  readonly members: number;
  /** Elements of one list in variables. */
  readonly elements: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Directives of one field, fragment or variable. */
  readonly directivesAtOnce: number;
  /** Fields and spreads as they are written, each fragment once. */
  readonly fields: number;
  /** Fields once all fragments are written out: nested fragments double at every level. */
  readonly selections: number;
  /** Rows of one page: the argument `first`. */
  readonly pageSize: number;
  /** What the answer may cost by estimate; see `compileCost`. */
  readonly cost: number;
  readonly introspection: boolean;
  /** Validation stops here: an endless list of errors is work for nobody's good. */
  readonly validationErrors: number;
}

/** Which figure of an operation is held by which limit, and the code and word of the refusal. */
const CHECKS = [
  ['selections', 'TOO_MANY_TOKENS', '展开片段后的字段数'],
  ['fields', 'TOO_MANY_TOKENS', '写出的字段和片段引用数'],
  ['depth', 'TOO_DEEP', '层数'],
  ['aliases', 'TOO_MANY_ALIASES', '别名数'],
  ['rootFields', 'TOO_MANY_ROOT_FIELDS', '顶层字段数'],
  ['directives', 'TOO_MANY_DIRECTIVES', '指令数'],
  ['directivesAtOnce', 'TOO_MANY_DIRECTIVES', '一处的指令数'],
] as const satisfies readonly (readonly [keyof Shape & keyof Limits, ErrorCode, string])[];

/** A document as far as limits look at it. */
export interface MeasuredDocument {
  readonly document: DocumentNode;
  readonly operations: readonly {
    readonly operation: OperationDefinitionNode;
    readonly shape: Shape;
  }[];
}

/**
 * Reads a text within the limits of texts, before it is validated and planned, which cost far more; a Refusal for one
 * beyond them. Undefined for one with a syntax error: saying where it lies is the parser's work.
 */
export function measureText(text: string, limits: Limits): MeasuredDocument | Refusal | undefined {
  if (text.length > limits.characters)
    return new Refusal('TOO_MANY_TOKENS', `有 ${text.length} 个字符，上限为 ${limits.characters} 个字符`);
  const beyond = beyondBounds(text, limits);
  // Reading has stopped at the bound: how much more there is nobody has counted.
  if (beyond === 'tokens')
    return new Refusal('TOO_MANY_TOKENS', `词法单元超过上限，上限为 ${limits.tokens} 个词法单元`);
  if (beyond === 'nesting') return new Refusal('TOO_DEEP', `括号嵌套超过上限，上限为 ${limits.nesting} 层`);
  if (beyond === 'textCharacters') return longText(limits);
  const document = parsed(text);
  if (document === undefined) return undefined;
  const measure = shapeMeasurer(document);
  const operations = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => ({ operation, shape: measure(operation) }));
  return { document, operations };
}

/** Levels of a whole body: one more than its variables may have. */
export const bodyNesting = ({ nesting }: Limits): number => nesting + 1;

/** What is told of a text too long: no name, note or cursor is, and what is sought costs by its length. */
const longText = ({ textCharacters }: Limits): Refusal =>
  new Refusal('BAD_USER_INPUT', {
    says: `查询里有一个文本值超过上限，上限为 ${textCharacters} 个字符`,
    help: '缩短文本，或分批发送。',
  });

const parsed = (text: string): DocumentNode | undefined => {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return undefined;
  }
};

/** Refuses a shape beyond the limits. */
export function shapeRefusal(shape: Shape, limits: Limits): Refusal | undefined {
  if (shape.introspects && !limits.introspection) return new Refusal('INTROSPECTION_OFF');
  const found = CHECKS.find(([figure]) => shape[figure] > limits[figure]);
  return (
    found &&
    new Refusal(found[1], `${found[2]}为 ${shownFigure(shape[found[0]])}，上限为 ${limits[found[0]]}`)
  );
}

/** A figure as it is told: beyond a thousand million it only matters that it is. */
export const shownFigure = (figure: number): string =>
  figure < 1_000_000_000 ? String(figure) : '1000000000 以上';
