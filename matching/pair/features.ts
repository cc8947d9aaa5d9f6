import type { Comparison } from './compare.ts';
import type { FacetRelation } from './facet-relation.ts';
import type { SetRelation } from './set-relation.ts';

/** Upper ends of the bins of a share that grows with difference; what is 0 has a bin of its own. */
const REST_ENDS = [0, 0.1, 0.22, 0.36, 0.55, 1];

const bin = (value: number, ends: readonly number[]): number => {
  const place = ends.findIndex((end) => value <= end);
  return place < 0 ? ends.length : place;
};

const atMost = (value: number, most: number): string => (value >= most ? `${most}+` : String(value));

/** Which side makes the difference is told by the relation, not by the weights: both ways round weigh the same. */
const unsided = (relation: SetRelation): string => relation.replace(/^(?:LEFT|RIGHT)_/u, '');

const sides = (left: boolean, right: boolean): string =>
  left && right ? 'both' : left || right ? 'one' : 'none';

const count = (facets: readonly FacetRelation[], ...kinds: readonly FacetRelation['kind'][]): number =>
  facets.filter(({ kind }) => kinds.includes(kind)).length;

/**
 * The features of two names, `name=bin`: each has one weight per class. Turning the sides changes none of them.
 */
export function nameFeatures(comparison: Comparison): readonly string[] {
  const { left, right, facets, actions, limits } = comparison;
  const most = bin(Math.max(left.share, right.share), REST_ENDS);
  const least = bin(Math.min(left.share, right.share), REST_ENDS);
  const contrast = count(facets, 'CONTRAST');
  const leftFacets = count(facets, 'LEFT_ONLY', 'LEFT_WITHIN', 'LEFT_MORE');
  const rightFacets = count(facets, 'RIGHT_ONLY', 'RIGHT_WITHIN', 'RIGHT_MORE');
  const lifeCycle = unsided(actions.LIFE_CYCLE);
  const about = unsided(actions.ABOUT);
  return [
    'bias',
    comparison.sameText ? 'text=same' : comparison.sameExact ? 'text=exact' : 'text=other',
    `rest=${most},${least}`,
    `scattered=${bin(Math.max(left.scattered, right.scattered), [0, 0.1, 0.25, 1])}`,
    `aside=${sides(left.aside > 0, right.aside > 0)}`,
    `cosine=${bin(comparison.cosine, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999])}`,
    `lengths=${bin(comparison.lengths, [0.3, 0.5, 0.7, 0.85, 1])}`,
    `enumerated=${sides(left.enumerated, right.enumerated)}`,
    `longest=${atMost(Math.max(left.longest.length, right.longest.length), 5)},${atMost(Math.min(left.longest.length, right.longest.length), 3)}`,
    `contrast=${atMost(contrast, 2)}`,
    `contrast=${contrast > 0 ? 'some' : 'none'},rest=${most}`,
    `part=${sides(leftFacets > 0, rightFacets > 0)}`,
    `part=${atMost(Math.max(leftFacets, rightFacets), 3)},${atMost(Math.min(leftFacets, rightFacets), 2)}`,
    `within=${sides(count(facets, 'LEFT_WITHIN') > 0, count(facets, 'RIGHT_WITHIN') > 0)}`,
    `more=${sides(count(facets, 'LEFT_MORE') > 0, count(facets, 'RIGHT_MORE') > 0)}`,
    `agree=${atMost(count(facets, 'EQUAL'), 3)}`,
    `lifeCycle=${lifeCycle}`,
    `lifeCycle=${lifeCycle},rest=${Math.min(most, 3)}`,
    `about=${about}`,
    `kind=${unsided(actions.KIND)}`,
    `stage=${unsided(actions.STAGE)}`,
    `limit=${limits.contrast > 0 ? 'contrast' : sides(limits.leftOnly > 0, limits.rightOnly > 0)}`,
    `limitEqual=${limits.equal > 0 ? 'some' : 'none'}`,
    `counts=${unsided(comparison.counts)}`,
    `excluded=${unsided(comparison.excluded)}`,
    `negation=${comparison.negation ? 'yes' : 'no'}`,
    `truncated=${comparison.truncated ? 'yes' : 'no'}`,
  ];
}
