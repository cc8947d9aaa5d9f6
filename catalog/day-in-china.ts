const AHEAD = 8 * 3_600_000;

/**
 * The calendar day of a moment in China, YYYY-MM-DD: life-cycle states begin and end at Beijing midnight, which has been
 * eight hours before that of UTC all year since 1992.
 */
export const dayInChina = (moment: Date): string =>
  new Date(moment.getTime() + AHEAD).toISOString().slice(0, 10);

/** A moment as the commands write it for people, to the second: Beijing time, which it says, and every program can read. */
export const momentInChina = (moment: string): string =>
  `${new Date(Date.parse(moment) + AHEAD).toISOString().slice(0, 19)}+08:00`;
