/**
 * Faults in names, landmarks, headings, tables and references of the page. Runs inside the browser, hence it uses
 * nothing from outside itself.
 */
export function structureFaults(): string[] {
  const faults: string[] = [];
  const all = <Kind extends Element = HTMLElement>(selector: string): Kind[] => [
    ...document.querySelectorAll<Kind>(selector),
  ];
  const say = (element: Element, what: string): void => {
    faults.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
  };
  if (document.documentElement.lang !== 'zh-CN') faults.push('the language is not stated');
  if (document.title === '') faults.push('no title');
  for (const landmark of ['header', 'main', 'footer', 'search', 'nav[aria-label]'])
    if (all(landmark).length === 0) faults.push(`no ${landmark}`);
  if (all('main').length !== 1 || all('h1').length !== 1) faults.push('not one main and one h1');
  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName.slice(1));
    if (next > level + 1) say(heading, `heading after level ${level}`);
    level = next;
  }
  for (const control of all<HTMLInputElement>('input, select, textarea'))
    if (!control.labels?.length) say(control, 'no label');
  for (const control of all('a[href], button, summary'))
    if (!(control.textContent?.trim() || control.ariaLabel)) say(control, 'no name');
  for (const table of all<HTMLTableElement>('table')) {
    if (!table.caption?.textContent) say(table, 'no caption');
    for (const heading of table.querySelectorAll('th')) if (!heading.scope) say(heading, 'no scope');
  }
  for (const image of all('img')) if (!image.hasAttribute('alt')) say(image, 'no alternative');
  const ids = all('[id]').map(({ id }) => id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id ${id} twice`);
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for'])
    for (const element of all(`[${attribute}]`))
      if (!ids.includes(element.getAttribute(attribute) ?? '')) say(element, `${attribute} names nothing`);
  for (const box of all('*')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX === 'auto';
    if (scrolls && box.tabIndex < 0) say(box, 'scrolls, but not by keyboard');
  }
  return faults;
}

/**
 * Texts whose colour stands out too little from what lies behind them (WCAG 2.2, 1.4.3), and how many were looked
 * at. Runs inside the browser.
 */
export function contrastFaults(): { readonly checked: number; readonly faults: readonly string[] } {
  const channels = (colour: string): number[] => (colour.match(/[\d.]+/gu) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(colour)
      .slice(0, 3)
      .map((channel) => channel / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element: Element | null): string => {
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one);
      if (channels(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const faults: string[] = [];
  let checked = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element?.checkVisibility() || !walker.currentNode.textContent?.trim()) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const [light = 0, dark = 0] = [luminance(color), luminance(behind(element))].sort(
      (one, other) => other - one,
    );
    const ratio = (light + 0.05) / (dark + 0.05);
    const pixels = Number.parseFloat(fontSize);
    const large = pixels >= 24 || (pixels >= 18.66 && Number(fontWeight) >= 700);
    checked += 1;
    if (ratio < (large ? 3 : 4.5))
      faults.push(`${ratio.toFixed(2)} ${color}: ${element.textContent?.slice(0, 40)}`);
  }
  return { checked, faults };
}

/** The contrast between pairs of the style sheet's named colours. Runs inside the browser. */
export function tokenContrasts(pairs: readonly (readonly [string, string, number])[]) {
  const luminance = (name: string): number => {
    const value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    if (!/^#[\da-f]{6}$/u.test(value)) throw new Error(`--${name} is no colour: ${value}`);
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(value.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return pairs.map(([one, other, least]) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return { pair: `${one} on ${other}`, ratio: (light + 0.05) / (dark + 0.05), least };
  });
}
