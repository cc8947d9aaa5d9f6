/** A normalised name as Chinese text is set: full-width brackets, Latin letters in capitals. */
export const shownName = (normalized: string): string =>
  normalized
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[a-z]/gu, (letter) => letter.toUpperCase());
