import type { DocumentNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import { fragmentsOf } from './fragments.ts';
import type { TypeConditions } from './supergraph.ts';

export type DataObject = Record<string, unknown>;

/**
 * The response keys an operation can answer with; `undefined` for a leaf. Type conditions are left out:
 * a valid operation gives one key one shape, whatever the type.
 * Only keys of the shape are ever read or written, so no answer can reach `__proto__`.
 */
export interface AnswerShape {
  readonly keys: Map<string, AnswerShape | undefined>;
}

export const isDataObject = (value: unknown): value is DataObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The shape of the answer to the one operation of a document. */
export function answerShapeOf(document: DocumentNode): AnswerShape {
  const fragments = fragmentsOf(document);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const shape: AnswerShape = { keys: new Map() };
  const collect = (selectionSet: SelectionSetNode, into: AnswerShape): void => {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        if (selection.selectionSet === undefined) {
          if (!into.keys.has(key)) into.keys.set(key, undefined);
          continue;
        }
        const inner = into.keys.get(key) ?? { keys: new Map() };
        into.keys.set(key, inner);
        collect(selection.selectionSet, inner);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet, into);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) collect(fragment.selectionSet, into);
      }
    }
  };
  if (operation?.kind === Kind.OPERATION_DEFINITION) collect(operation.selectionSet, shape);
  return shape;
}

/** Unites two shapes of one key, as a renamed key needs it. */
export function unitedShape(
  left: AnswerShape | undefined,
  right: AnswerShape | undefined,
): AnswerShape | undefined {
  if (left === undefined || right === undefined || left === right) return left ?? right;
  const keys = new Map(left.keys);
  for (const [key, inner] of right.keys) {
    keys.set(key, keys.has(key) ? unitedShape(keys.get(key), inner) : inner);
  }
  return { keys };
}

function copyOf(value: unknown, shape: AnswerShape): unknown {
  if (Array.isArray(value)) return value.map((element) => copyOf(element, shape));
  if (!isDataObject(value)) return value;
  const copy: DataObject = Object.create(null);
  for (const [key, inner] of shape.keys) {
    const found = value[key];
    if (found === undefined || typeof found === 'function') continue;
    copy[key] = inner === undefined ? found : copyOf(found, inner);
  }
  return copy;
}

/** How an answer is written into the data gathered so far. */
export interface Merge {
  /** The answer's objects become part of the target and change with it. */
  own(target: DataObject, source: DataObject, shape: AnswerShape): void;
  /** The same for an answer that has further targets: nothing of it is shared between them. */
  copy(target: DataObject, source: DataObject, shape: AnswerShape): void;
}

/**
 * Merging over the keys of a shape: objects and lists merge element by element, a null never wipes out a value,
 * and the name of an interface (all that an interface object's subgraph knows) never a concrete type name.
 */
export function mergeUnder(types: TypeConditions): Merge {
  const mergeValue = (current: unknown, incoming: unknown, shape: AnswerShape, copies: boolean): void => {
    if (Array.isArray(current) && Array.isArray(incoming)) {
      for (let index = 0; index < current.length && index < incoming.length; index++) {
        const element: unknown = incoming[index];
        if (element === null || element === undefined) continue;
        if (current[index] === null) current[index] = copies ? copyOf(element, shape) : element;
        else mergeValue(current[index], element, shape, copies);
      }
    } else if (isDataObject(current) && isDataObject(incoming)) {
      mergeObject(current, incoming, shape, copies);
    }
  };
  const mergeObject = (target: DataObject, source: DataObject, shape: AnswerShape, copies: boolean): void => {
    for (const [key, inner] of shape.keys) {
      const incoming = source[key];
      if (incoming === undefined || typeof incoming === 'function') continue;
      const current = target[key];
      if (current === undefined || current === null || typeof current === 'function') {
        target[key] = copies && inner !== undefined ? copyOf(incoming, inner) : incoming;
      } else if (incoming !== null) {
        if (inner !== undefined) mergeValue(current, incoming, inner, copies);
        else if (key !== '__typename' || !lessPrecise(incoming, current)) target[key] = incoming;
      }
    }
  };
  const lessPrecise = (incoming: unknown, current: unknown): boolean =>
    typeof incoming === 'string' &&
    typeof current === 'string' &&
    types.isObjectType(current) &&
    !types.isObjectType(incoming);
  return {
    own: (target, source, shape) => mergeObject(target, source, shape, false),
    copy: (target, source, shape) => mergeObject(target, source, shape, true),
  };
}
