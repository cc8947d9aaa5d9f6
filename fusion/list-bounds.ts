import { SUBGRAPHS } from '../subgraphs/index.ts';
import { listBoundsOf } from '../subgraphs/list-bounds.ts';

const NAMES = Object.keys(SUBGRAPHS) as (keyof typeof SUBGRAPHS)[];

/** How long the list of a field may be, as its subgraph holds it; without end where nothing is said. */
export const longestList = (type: string, field: string): number =>
  NAMES.map((name) => listBoundsOf(name).get(`${type}.${field}`)).find((most) => most !== undefined) ??
  Infinity;
