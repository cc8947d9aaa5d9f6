const HOUR = 3_600_000;

/** Days since 1970 in China, whose midnight changes the states of items; of a moment in milliseconds. */
export const dayOf = (moment: number): number => Math.floor((moment + 8 * HOUR) / (24 * HOUR));
