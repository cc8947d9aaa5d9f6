/**
 * The named groups of a pattern in a text, or undefined when the text does not fit it. `Parts` names the groups: one that
 * need not take part is optional there.
 */
export function partsOf<Parts>(pattern: RegExp, text: string): Parts | undefined {
  return pattern.exec(text)?.groups as Parts | undefined;
}
