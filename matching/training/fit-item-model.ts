/** The candidates of one item: log-odds of each by itself, and the place of the partner or -1 for NONE. */
export interface Contest {
  readonly logits: readonly number[];
  readonly partner: number;
}

export interface Competition {
  readonly bias: number;
  readonly scale: number;
}

/**
 * Finds how strongly candidates compete: the chance of one is e^(bias + scale × its log-odds) beside all others and
 * NONE, which has 1. The most likely bias and scale of the samples, each of which counts the same whatever its size, on
 * a grid refined four times.
 */
export function fitCompetition(samples: readonly (readonly Contest[])[]): Competition {
  let best: Competition = { bias: 0, scale: 1 };
  let width = 4;
  for (let round = 0; round < 5; round++) {
    const { bias, scale } = best;
    let most = -Infinity;
    for (let i = -8; i <= 8; i++) {
      for (let j = -8; j <= 8; j++) {
        const tried = { bias: bias + (i * width) / 8, scale: Math.max(0.05, scale + (j * width) / 16) };
        const likely = samples.reduce((sum, contests) => sum + meanLikelihood(contests, tried), 0);
        if (likely > most) [most, best] = [likely, tried];
      }
    }
    width /= 4;
  }
  return { bias: Math.round(best.bias * 1e4) / 1e4, scale: Math.round(best.scale * 1e4) / 1e4 };
}

const meanLikelihood = (contests: readonly Contest[], tried: Competition): number =>
  contests.reduce((sum, contest) => sum + logLikelihood(contest, tried), 0) / Math.max(1, contests.length);

const logLikelihood = ({ logits, partner }: Contest, { bias, scale }: Competition): number => {
  const raised = logits.map((logit) => Math.exp(bias + scale * logit));
  const sum = 1 + raised.reduce((total, one) => total + one, 0);
  return Math.log((partner < 0 ? 1 : (raised[partner] ?? 0)) / sum + 1e-12);
};
