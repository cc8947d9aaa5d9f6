import fc from 'fast-check';
import type { CellValue, Merge } from '../../intake/readers/grid.ts';

/** A cell of a table, by its place: rows counted from 1, columns from 0. */
export interface Tile extends Merge {
  readonly text: string;
}

const fits = (tiles: readonly Tile[], one: Tile): boolean =>
  tiles.every(
    (other) =>
      one.bottom < other.top || one.top > other.bottom || one.right < other.left || one.left > other.right,
  );

/** Tables of up to five rows and columns whose cells reach over rows and columns, without gaps. */
export const tilings: fc.Arbitrary<{
  readonly height: number;
  readonly width: number;
  readonly tiles: readonly Tile[];
}> = fc
  .record({
    height: fc.integer({ min: 1, max: 5 }),
    width: fc.integer({ min: 1, max: 5 }),
    wide: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(2), fc.nat(2)), { maxLength: 5 }),
  })
  .map(({ height, width, wide }) => {
    const tiles: Tile[] = [];
    const singles = Array.from(
      { length: height * width },
      (_, at) => [Math.floor(at / width), at % width, 0, 0] as const,
    );
    for (const [row, left, down, along] of [...wide, ...singles]) {
      const tile = {
        top: row + 1,
        left,
        bottom: row + 1 + down,
        right: left + along,
        text: `${row + 1}-${left}`,
      };
      if (tile.bottom <= height && tile.right < width && fits(tiles, tile)) tiles.push(tile);
    }
    tiles.sort((one, other) => one.top - other.top || one.left - other.left);
    return { height, width, tiles };
  });

/** The rows a reader has to find, without those no cell starts in. */
export const rowsOfTiles = (
  tiles: readonly Tile[],
): readonly (readonly [row: number, cells: readonly CellValue[]])[] => {
  const rows = Map.groupBy(tiles, ({ top }) => top);
  return [...rows].map(([row, starting]) => {
    const cells: CellValue[] = [];
    for (const { left, text } of starting) {
      while (cells.length < left) cells.push(null);
      cells.push(text);
    }
    return [row, cells] as const;
  });
};

/** The merged ranges a reader has to find: columns in which no cell starts do not exist. */
export const mergesOfTiles = (tiles: readonly Tile[]): readonly Merge[] => {
  const last = Math.max(...tiles.map(({ left }) => left));
  return tiles
    .map(({ top, left, bottom, right }) => ({ top, left, bottom, right: Math.min(right, last) }))
    .filter(({ top, left, bottom, right }) => bottom > top || right > left);
};
