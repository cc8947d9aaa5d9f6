/** A name taken apart at its brackets: what stands outside, and each bracket's content with where it was. */
export interface Bracketed {
  readonly main: string;
  readonly asides: readonly string[];
}

const NO_ASIDES: readonly string[] = [];

/** Splits at round brackets, nested ones as asides of their own; a bracket that never closes ends with the name. */
export function splitBrackets(text: string): Bracketed {
  if (!text.includes('(') && !text.includes(')')) return { main: text, asides: NO_ASIDES };
  const open: string[] = [''];
  const asides: string[] = [];
  let copied = 0;
  const copy = (end: number): void => {
    open[open.length - 1] += text.slice(copied, end);
    copied = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') {
      copy(at);
      open.push('');
    } else if (character === ')') {
      copy(at);
      const closed = open.length > 1 ? open.pop() : '';
      if (closed !== undefined && closed !== '') asides.push(closed);
    }
  }
  copy(text.length);
  while (open.length > 1) {
    const cut = open.pop();
    if (cut !== undefined && cut !== '') asides.push(cut);
  }
  const main = open[0] ?? '';
  return main === '' ? { main: asides[0] ?? '', asides: asides.slice(1) } : { main, asides };
}
