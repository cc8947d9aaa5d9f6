/** “甲”“乙”“丙”等 5 项: the first three by name, the rest by number; repeats count once. */
export function quoted(names: readonly string[]): string {
  const all = [...new Set(names)];
  const shown = all
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join('');
  return all.length > 3 ? `${shown}等 ${all.length} 项` : shown;
}

/** Elements a sentence names at most: a record of a bare list lacks thirty, and nobody reads on. */
const NAMED = 8;

/** 甲、乙、丙: the first eight by name, and then 等 and how many they are in all. */
export const enumerated = (titles: readonly string[]): string => {
  const shown = titles.slice(0, NAMED).join('、');
  return titles.length > NAMED ? `${shown}等 ${titles.length} 项` : shown;
};
