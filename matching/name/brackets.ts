/** A name taken apart at its brackets: what stands outside, and each bracket's content with where it was. */
export interface Bracketed {
  readonly main: string;
  readonly asides: readonly string[];
}

/** Splits at round brackets, nested ones as asides of their own; a bracket that never closes ends with the name. */
export function splitBrackets(text: string): Bracketed {
  const open: string[] = [''];
  const asides: string[] = [];
  for (const character of text) {
    if (character === '(') open.push('');
    else if (character === ')') {
      const closed = open.length > 1 ? open.pop() : '';
      if (closed !== undefined && closed !== '') asides.push(closed);
    } else open[open.length - 1] += character;
  }
  while (open.length > 1) {
    const cut = open.pop();
    if (cut !== undefined && cut !== '') asides.push(cut);
  }
  const main = open[0] ?? '';
  return main === '' ? { main: asides[0] ?? '', asides: asides.slice(1) } : { main, asides };
}
