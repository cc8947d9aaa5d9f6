import {
  ADD,
  AGAIN,
  BITS_BOTH,
  type Code,
  FLOAT,
  FLOAT_ADD,
  FLOATS,
  FLOATS_ABOVE,
  FLOATS_ADD,
  get,
  INT,
  int,
  LESS,
  loadFloat,
  loadFloats,
  loadFloatTwice,
  loadInt,
  loadShort,
  loop,
  type MachineFunction,
  MULTIPLY,
  SHIFT_LEFT,
  SUBTRACT,
  set,
  storeFloat,
  storeFloats,
  storeInt,
  twice,
} from './machine-code.ts';

/** How many of everything a forest of three classes has. */
export interface ForestSizes {
  /** Per feature how many pairs of questions are asked of it: is its value above the threshold? */
  readonly pairs: readonly number[];
  /** Trees of each class. */
  readonly rounds: number;
  /** Every tree is filled up to this many steps. */
  readonly depth: number;
  /** Pairs of floats a leaf's contributions take. */
  readonly width: number;
}

/** Where everything stands in memory, in bytes. */
export type Places = Readonly<Record<keyof ReturnType<typeof lengthsOf>, number>>;

/** Leaves, which is also the number of inner nodes: the root of tree t is node 3 × rounds + t. */
export const leavesOf = ({ rounds, depth }: ForestSizes): number => 3 * rounds * 2 ** depth;

export const questionsOf = ({ pairs }: ForestSizes): number => 2 * pairs.reduce((sum, one) => sum + one, 0);

const lengthsOf = (sizes: ForestSizes) => ({
  scores: 24,
  bases: 24,
  values: 8 * sizes.pairs.length,
  thresholds: 8 * questionsOf(sizes),
  /** Per question 2 where the answer is yes, else 0; after the last stands a 0 for where nothing is asked. */
  answers: 8 * questionsOf(sizes) + 8,
  /** Per inner node where among the answers that to its question stands. */
  asked: 2 * leavesOf(sizes),
  leaves: 8 * leavesOf(sizes),
  /** Per tree twice the number of the leaf come to. */
  ends2: 4 * 3 * sizes.rounds,
  /** Per leaf what each group of features has added on the way to it. */
  rows: 16 * sizes.width * leavesOf(sizes),
  sums: 3 * 16 * sizes.width,
});

/** Lays everything out one after the other; `end` is where the last one ends. */
export function placesOf(sizes: ForestSizes): { readonly places: Places; readonly end: number } {
  let end = 0;
  const places = Object.entries(lengthsOf(sizes)).map(([name, length]) => {
    const place = end;
    end = 16 * Math.ceil((end + length) / 16);
    return [name, place] as const;
  });
  return { places: Object.fromEntries(places) as Places, end };
}

/** Asks every question: two at a time, without a branch that depends on an answer. */
const ask = ({ pairs }: ForestSizes, at: Places): MachineFunction<'ask'> => {
  const body: number[] = [];
  let asked = 0;
  for (const [feature, count] of pairs.entries()) {
    if (count > 0) body.push(...int(0), ...loadFloatTwice(at.values + 8 * feature), ...set(0));
    for (let pair = 0; pair < count; pair++, asked += 16) {
      body.push(
        ...[...int(0), ...get(0), ...int(0), ...loadFloats(at.thresholds + asked)],
        ...[...FLOATS_ABOVE, ...twice(2), ...BITS_BOTH, ...storeFloats(at.answers + asked)],
      );
    }
  }
  return { name: 'ask', locals: [FLOATS], body };
};

/** Walks the trees of a round side by side and adds up what their leaves say; twice a node's number is held. */
const walk = (sizes: ForestSizes, at: Places): MachineFunction<'walk'> => {
  const { rounds, depth } = sizes;
  const [round, sum] = [0, 1];
  const nodes = [4, 5, 6];
  const start = (node: number, tree: number): Code => [
    ...[...get(round), ...int(1), ...SHIFT_LEFT, ...int(2 * (3 * rounds + tree)), ...ADD, ...set(node)],
  ];
  const step = (node: number): Code => [
    ...[...get(node), ...int(1), ...SHIFT_LEFT],
    ...[...get(node), ...loadShort(at.asked), ...loadInt(at.answers), ...ADD, ...set(node)],
  ];
  const finish = (node: number, place: number): Code => [
    ...[...get(node), ...int(2 * leavesOf(sizes)), ...SUBTRACT, ...set(node)],
    ...[...get(round), ...int(2), ...SHIFT_LEFT, ...get(node), ...storeInt(at.ends2 + 4 * place * rounds)],
    ...[...get(node), ...int(2), ...SHIFT_LEFT, ...loadFloat(at.leaves)],
    ...[...get(sum + place), ...FLOAT_ADD, ...set(sum + place)],
  ];
  const body = [
    ...nodes.flatMap((_, place) => [...int(8 * place), ...loadFloat(at.bases), ...set(sum + place)]),
    ...loop([
      ...nodes.flatMap((node, place) => start(node, place * rounds)),
      ...Array.from({ length: depth }, () => nodes.flatMap(step)).flat(),
      ...nodes.flatMap(finish),
      ...[...get(round), ...int(1), ...ADD, ...set(round)],
      ...[...get(round), ...int(rounds), ...LESS, ...AGAIN],
    ]),
    ...nodes.flatMap((_, place) => [...int(8 * place), ...get(sum + place), ...storeFloat(at.scores)]),
  ];
  return { name: 'walk', locals: [INT, FLOAT, FLOAT, FLOAT, INT, INT, INT], body };
};

/** Adds up the rows of the leaves walked to last, for each class by itself. */
const contribute = ({ rounds, width }: ForestSizes, at: Places): MachineFunction<'contribute'> => {
  const [tree, row, first] = [0, 1, 2];
  const columns = Array.from({ length: width }, (_, column) => column);
  const ofClass = (place: number): Code => [
    ...columns.flatMap((column) => [...twice(0), ...set(first + column)]),
    ...loop([
      ...[...get(tree), ...loadInt(at.ends2), ...int(8 * width), ...MULTIPLY, ...set(row)],
      ...columns.flatMap((column) => [
        ...[...get(row), ...loadFloats(at.rows + 16 * column)],
        ...[...get(first + column), ...FLOATS_ADD, ...set(first + column)],
      ]),
      ...[...get(tree), ...int(4), ...ADD, ...set(tree)],
      ...[...get(tree), ...int(4 * (place + 1) * rounds), ...LESS, ...AGAIN],
    ]),
    ...columns.flatMap((column) => [
      ...[...int(0), ...get(first + column), ...storeFloats(at.sums + 16 * (place * width + column))],
    ]),
  ];
  const body = [0, 1, 2].flatMap(ofClass);
  return { name: 'contribute', locals: [INT, INT, ...columns.map(() => FLOATS)], body };
};

/** The functions `ask`, `walk` and `contribute`, to be called in this order. */
export const treeCode = (
  sizes: ForestSizes,
  at: Places,
): readonly MachineFunction<'ask' | 'walk' | 'contribute'>[] => [
  ask(sizes, at),
  walk(sizes, at),
  contribute(sizes, at),
];
