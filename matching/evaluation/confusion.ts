/** What was true and what was answered. */
export interface Classified<Class extends string> {
  readonly truth: Class;
  readonly answer: Class;
}

export interface ClassFigures<Class extends string> {
  readonly class: Class;
  /** How often it is true. */
  readonly count: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export interface Confusion<Class extends string> {
  readonly classes: readonly Class[];
  /** counts[truth][answer], both in the order of `classes`. */
  readonly counts: readonly (readonly number[])[];
  readonly perClass: readonly ClassFigures<Class>[];
  readonly accuracy: number | null;
  /** The mean F1 of the classes that are true of something; what is answered for others shows in their recall. */
  readonly macroF1: number | null;
}

/** How often each class was answered for each, and what follows from it. */
export function confusionOf<Class extends string>(
  classified: readonly Classified<Class>[],
  classes: readonly Class[],
): Confusion<Class> {
  const counts = classes.map(() => classes.map(() => 0));
  for (const { truth, answer } of classified) {
    const row = counts[classes.indexOf(truth)];
    const column = classes.indexOf(answer);
    if (row?.[column] === undefined) throw new Error(`no class ${truth} or ${answer}`);
    row[column] += 1;
  }
  const perClass = classes.map((name, index) => {
    const right = counts[index]?.[index] ?? 0;
    const count = (counts[index] ?? []).reduce((sum, one) => sum + one, 0);
    const answered = counts.reduce((sum, row) => sum + (row[index] ?? 0), 0);
    return {
      class: name,
      count,
      precision: answered === 0 ? null : right / answered,
      recall: count === 0 ? null : right / count,
      f1: count + answered === 0 ? null : (2 * right) / (count + answered),
    };
  });
  const all = classified.length;
  const right = classified.filter(({ truth, answer }) => truth === answer).length;
  const scores = perClass.filter(({ count }) => count > 0).map(({ f1 }) => f1 ?? 0);
  return {
    classes,
    counts,
    perClass,
    accuracy: all === 0 ? null : right / all,
    macroF1: scores.length === 0 ? null : scores.reduce((sum, f1) => sum + f1, 0) / scores.length,
  };
}
