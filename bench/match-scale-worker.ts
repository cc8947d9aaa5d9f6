import { matchBlock } from '../matching/block/match-block.ts';
import { MATCHER } from '../matching/block/matcher-judging.ts';
import { referenceList } from '../matching/block/reference-list.ts';
import { serveTasks } from '../matching/workers/serve-tasks.ts';
import { countyMenu, townshipItems } from './match-items.ts';

export interface CountyTask {
  readonly county: number;
  readonly items: number;
}

export interface CountyResult {
  readonly items: number;
  readonly right: number;
  /** Of matching alone, from the references as read to the judgements. */
  readonly seconds: number;
}

/** One county's township and village items against its own list, written, matched and counted where the worker is. */
serveTasks<CountyTask, CountyResult>(({ county, items: count }) => {
  const menu = countyMenu(county);
  const written = [...townshipItems(county, menu, count)];
  const items = written.map(({ item }) => item);
  const begun = performance.now();
  const { judgements } = matchBlock({ references: referenceList(MATCHER, menu), items });
  const seconds = (performance.now() - begun) / 1000;
  const truths = new Map(written.map(({ item, truth }) => [item.id, truth ?? null]));
  const right = judgements.filter(({ item, match }) => truths.get(item) === match).length;
  return { result: { items: count, right, seconds } };
});
