/** Characters of a text shown in a sentence. */
const LONGEST = 60;

/** A text in Chinese quotation marks, cut where it is long. */
export const quoted = (text: string): string => {
  const letters = [...text.replace(/\s+/gu, ' ')];
  return `“${letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('')}”`;
};
