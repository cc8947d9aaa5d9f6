import { type FieldReader, fieldReader } from './label-fields.ts';

/**
 * How the left item stands to the right one in the eyes of a person. RELATED_SERVICE: a service about the item, such
 * as a consultation, which must not count as the item; NONE: nothing on the right answers it, and `right` is null.
 */
export const LABEL_RELATIONS = [
  'EQUIVALENT',
  'NARROWER',
  'BROADER',
  'OVERLAP',
  'RELATED_SERVICE',
  'DIFFERENT',
  'NONE',
] as const;
export type LabelRelation = (typeof LABEL_RELATIONS)[number];

export const SURENESS = ['sure', 'likely', 'unsure'] as const;
export type Sureness = (typeof SURENESS)[number];

/** One side of a label, as its list writes it. */
export interface LabelledItem {
  readonly itemKey: string;
  readonly name: string;
  readonly codes: readonly string[];
  readonly laws: readonly string[];
  readonly dept?: string;
  readonly type?: string;
  readonly region?: string;
  readonly parent?: string;
}

/** A person's judgement of two items, or of one item that has no partner. */
export interface Label {
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly pairId: string;
  readonly left: LabelledItem;
  readonly right: LabelledItem | null;
  readonly relation: LabelRelation;
  readonly confidence?: Sureness;
  readonly stratum: readonly string[];
  readonly edgeKind?: string;
  readonly split?: string;
  readonly reason?: string;
}

/** What keeps a line from being a label. */
export interface LabelProblem {
  readonly line: number;
  /** Path of the field, such as right.name; missing where the line as a whole is wrong. */
  readonly field?: string;
  readonly message: string;
}

const itemOf = (fields: FieldReader): LabelledItem => {
  const [dept, type] = [fields.text('dept'), fields.text('type')];
  const [region, parent] = [fields.text('region'), fields.text('parent')];
  return {
    itemKey: fields.needed('itemKey'),
    name: fields.needed('name'),
    codes: fields.texts('code'),
    laws: fields.texts('laws'),
    ...(dept && { dept }),
    ...(type && { type }),
    ...(region && { region }),
    ...(parent && { parent }),
  };
};

const labelOf = (line: number, fields: FieldReader): Label => {
  const known = fields.oneOf('relation', LABEL_RELATIONS);
  const relation = known ?? 'NONE';
  const hasRight = !fields.isNull('right');
  if (hasRight && known === 'NONE') fields.wrong('right', '关系为 NONE 时，右方应为 null');
  if (!hasRight && relation !== 'NONE') fields.wrong('right', `关系为 ${relation} 时，右方不能是 null`);
  const confidence = fields.isMissing('confidence') ? undefined : fields.oneOf('confidence', SURENESS);
  const [edgeKind, split, reason] = [fields.text('edgeKind'), fields.text('split'), fields.text('reason')];
  return {
    line,
    pairId: fields.text('pairId') ?? String(line),
    left: itemOf(fields.within('left')),
    right: hasRight ? itemOf(fields.within('right')) : null,
    relation,
    ...(confidence && { confidence }),
    stratum: fields.texts('stratum'),
    ...(edgeKind && { edgeKind }),
    ...(split && { split }),
    ...(reason && { reason }),
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * The labels of a text of JSON lines, blank lines passed over, and what is wrong with the others. Labels are of use
 * only where there are no problems: figures of half a file would mislead.
 */
export function parseLabels(text: string): {
  readonly labels: readonly Label[];
  readonly problems: readonly LabelProblem[];
} {
  const labels: Label[] = [];
  const problems: LabelProblem[] = [];
  const lineByPair = new Map<string, number>();
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  for (const [index, content] of lines.entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const record = parsed(content);
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      problems.push({ line, message: '不是一个 JSON 对象' });
      continue;
    }
    const found: LabelProblem[] = [];
    const tell = (field: string, message: string): void => {
      found.push({ line, field, message });
    };
    const label = labelOf(line, fieldReader(record as Record<string, unknown>, '', tell));
    const before = lineByPair.get(label.pairId);
    if (before !== undefined) tell('pairId', `“${label.pairId}”与第 ${before} 行重复`);
    lineByPair.set(label.pairId, line);
    problems.push(...found);
    if (found.length === 0) labels.push(label);
  }
  return { labels, problems };
}
