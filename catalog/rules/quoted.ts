/** “甲”“乙”“丙”等 5 项: the first three by name, the rest by number; repeats count once. */
export function quoted(names: readonly string[]): string {
  const all = [...new Set(names)];
  const shown = all
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join('');
  return all.length > 3 ? `${shown}等 ${all.length} 项` : shown;
}
