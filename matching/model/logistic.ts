/** A multinomial logistic model over features that are there or not: a weight per feature and class, in nats. */
export interface LogisticModel {
  readonly classes: readonly string[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

export interface Example {
  readonly features: readonly string[];
  /** Place of the class. */
  readonly label: number;
  readonly weight: number;
}

/** The log-odds of each class before normalisation; a feature the model does not know weighs nothing. */
export function scores(model: LogisticModel, features: readonly string[]): number[] {
  const sums = model.classes.map(() => 0);
  for (const feature of features) {
    const weights = model.weights[feature];
    if (weights === undefined) continue;
    for (let place = 0; place < sums.length; place++)
      sums[place] = (sums[place] ?? 0) + (weights[place] ?? 0);
  }
  return sums;
}

/** Scores as probabilities that sum to 1. */
export function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const raised = values.map((value) => Math.exp(value - most));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}
