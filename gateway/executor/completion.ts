import type { DataObject } from './answer-shape.ts';
import { isDataObject } from './answer-shape.ts';
import { NOT_A_VALUE } from './leaf.ts';
import type { ResponsePath } from './target-path.ts';

export type Violation = 'NULL_FOR_NON_NULL' | 'VALUE_NOT_IN_SCHEMA' | 'SUBGRAPH_INVALID_RESPONSE';

/** What a pass that reports needs to know and say. */
export interface Report {
  readonly violation: (violation: Violation, path: ResponsePath) => void;
  /** Whether an error is already known at the path or below it. */
  readonly concerned: (path: ResponsePath) => boolean;
}

/** One pass over the data. Places are only kept in a pass that reports, which is rare. */
export interface Pass {
  violated: boolean;
  readonly reporting?: { readonly path: (string | number)[]; readonly report: Report };
}

/** Turns a value of the data into the value of the answer, or into BUBBLE. */
export type Complete = (value: unknown, pass: Pass) => unknown;

/** Stands for a null where none may be: the next nullable place above becomes null. */
export const BUBBLE = Symbol('null for a non-null type');

export interface ProjectedField {
  readonly key: string;
  /** The key in the data. */
  readonly source: string;
  readonly complete: Complete;
  /** A leaf that may not be null: its null is one error, under however many aliases. */
  readonly once: boolean;
  /** The fields of an object standing here; undefined for a leaf. */
  readonly below: FieldsOf | undefined;
}

/** The fields selected of an object, by its `__typename`; undefined for a type the public schema does not have. */
export type FieldsOf = (typeName: unknown) => readonly ProjectedField[] | undefined;

/** An object of the answer: fast to fill, and no key of it means anything to JavaScript. */
class Answer {
  [key: string]: unknown;
}
Object.setPrototypeOf(Answer.prototype, null);
Reflect.deleteProperty(Answer.prototype, 'constructor');

/** An object of an answer with nothing in it yet. */
export const emptyAnswer = (): Record<string, unknown> => new Answer();

export function violated(pass: Pass, violation: Violation): null {
  pass.violated = true;
  pass.reporting?.report.violation(violation, [...pass.reporting.path]);
  return null;
}

export const nonNull =
  (inner: Complete): Complete =>
  (value, pass) => {
    const completed = inner(value, pass);
    if (completed !== null) return completed;
    // A value that turned into null has been reported where that happened.
    if (value === null || value === undefined) violated(pass, 'NULL_FOR_NON_NULL');
    return BUBBLE;
  };

export const nullable =
  (inner: Complete): Complete =>
  (value, pass) => {
    const completed = inner(value, pass);
    return completed === BUBBLE ? null : completed;
  };

export const leaf =
  (read: (value: unknown) => unknown): Complete =>
  (value, pass) => {
    if (value === null || value === undefined) return null;
    const found = read(value);
    return found === NOT_A_VALUE ? violated(pass, 'VALUE_NOT_IN_SCHEMA') : found;
  };

export const list =
  (inner: Complete): Complete =>
  (value, pass) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return violated(pass, 'SUBGRAPH_INVALID_RESPONSE');
    const path = pass.reporting?.path;
    const completed: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index++) {
      path?.push(index);
      const element = inner(value[index], pass);
      path?.pop();
      if (element === BUBBLE) return BUBBLE;
      completed[index] = element;
    }
    return completed;
  };

export const object =
  (fieldsOf: FieldsOf): Complete =>
  (value, pass) => {
    if (value === null || value === undefined) return null;
    if (!isDataObject(value)) return violated(pass, 'SUBGRAPH_INVALID_RESPONSE');
    const fields = fieldsOf(value['__typename']);
    if (fields === undefined) return violated(pass, 'VALUE_NOT_IN_SCHEMA');
    return pass.reporting === undefined
      ? completeFields(value, fields, pass)
      : reportFields(value, fields, pass);
  };

/** A key like `constructor` that is absent would otherwise be read from the prototype of parsed JSON. */
function read(value: DataObject, key: string): unknown {
  const found = value[key];
  return typeof found === 'function' ? undefined : found;
}

function completeFields(value: DataObject, fields: readonly ProjectedField[], pass: Pass): unknown {
  const answer = new Answer();
  for (const { key, source, complete } of fields) {
    const completed = complete(read(value, source), pass);
    if (completed === BUBBLE) return BUBBLE;
    answer[key] = completed;
  }
  return answer;
}

/**
 * The same with places, for the reports alone. Fields with a known error come first: when one of them makes the
 * whole object null, what else is missing of it (mostly from the same fetch) needs no error of its own.
 */
function reportFields(value: DataObject, fields: readonly ProjectedField[], pass: Pass): unknown {
  const { path, report } = pass.reporting as NonNullable<Pass['reporting']>;
  const concerned = (field: ProjectedField): boolean => report.concerned([...path, field.key]);
  const known = fields.filter(concerned);
  for (const { key, source, complete } of [...known, ...fields.filter((field) => !known.includes(field))]) {
    path.push(key);
    const completed = complete(read(value, source), pass);
    path.pop();
    if (completed === BUBBLE) return BUBBLE;
  }
  return value;
}
