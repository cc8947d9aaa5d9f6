/** Whether a version, such as `24.21.0`, is the floor or later. A pre-release comes before its release. */
export const reaches = (version: string, floor: string): boolean => {
  const numbers = version.split('.').map((text) => Number.parseInt(text, 10));
  for (const [place, text] of floor.split('.').entries()) {
    const [number = 0, lowest] = [numbers[place], Number(text)];
    if (number !== lowest) return number > lowest;
  }
  return !version.includes('-');
};
