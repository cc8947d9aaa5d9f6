import { readFigures } from './gateway-figures.ts';
import type { Question } from './judging-load.ts';

/** A question with the subgraphs it needs, the one for the release that every question is pinned to left out. */
export interface PlacedQuestion extends Question {
  readonly needs: ReadonlySet<string>;
}

const post = async (url: string, body: string): Promise<string> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  if (text.includes('"errors"')) throw new Error(`${body}: ${text.slice(0, 500)}`);
  return text;
};

/** Keys of the demonstration province that are found in its lists. */
const KEYS = `{
  county: items(filter: { level: [COUNTY] }, first: 100) { nodes { ... on CountyItem { implementationCode guide { id } } } }
  township: items(filter: { level: [TOWNSHIP, VILLAGE] }, first: 100) { nodes { ... on TownshipItem { implementationCode } } }
  reference: items(filter: { level: [PROVINCE] }, first: 100) { nodes { ... on ReferenceItem { basicCode } } }
}`;

interface Nodes<Node> {
  readonly nodes: readonly Node[];
}

interface Keys {
  readonly county: Nodes<{
    readonly implementationCode: string | null;
    readonly guide: { readonly id: string } | null;
  }>;
  readonly township: Nodes<{ readonly implementationCode?: string | null }>;
  readonly reference: Nodes<{ readonly basicCode?: string | null }>;
}

const documentsOf = ({ county, township, reference }: Keys): readonly string[] => {
  const withGuide = county.nodes.filter(
    ({ guide, implementationCode: code }) => guide !== null && code !== null,
  );
  const code = JSON.stringify(withGuide[0]?.implementationCode);
  const guide = JSON.stringify(withGuide[0]?.guide?.id);
  const village = JSON.stringify(township.nodes.find((node) => node.implementationCode)?.implementationCode);
  const basic = JSON.stringify(reference.nodes.find(({ basicCode }) => basicCode)?.basicCode);
  return [
    '{ regions(level: COUNTY, first: 20) { totalCount nodes { id name fullName } } }',
    '{ catalogs(first: 20) { nodes { id key name } } }',
    `{ countyItem(code: ${code}) { id name implementationCode } }`,
    `{ countyItem(code: ${code}) { id name guide { id conditions { name } materials { name necessity } } } }`,
    `{ countyItem(code: ${code}) { id name referenceMatch { relation right { id name } } townshipItems(first: 20) { nodes { id name region { id fullName } } } } }`,
    ...(village === undefined
      ? []
      : [`{ townshipItem(code: ${village}) { id name level sourceItem { id name } } }`]),
    ...(village === undefined ? [] : [`{ townshipItem(code: ${village}) { id name implementationCode } }`]),
    `{ referenceItem(code: ${basic}) { id name basicCode } }`,
    '{ items(filter: { search: "登记" }, first: 20) { totalCount nodes { id name level } } }',
    '{ items(filter: { search: "养老" }, first: 20) { nodes { id } } }',
    `{ node(id: ${guide}) { id ... on Guide { materials { name } windows { name address } } } }`,
  ];
};

/** Asks each question once through a gateway where nothing fails, and learns what it needs. */
export const placedQuestions = async (url: string, release: string): Promise<readonly PlacedQuestion[]> => {
  const keys = JSON.parse(await post(url, JSON.stringify({ query: KEYS }))) as { readonly data: Keys };
  const placed: PlacedQuestion[] = [];
  for (const query of documentsOf(keys.data)) {
    const body = JSON.stringify({ query });
    // What is asked for the first time takes more than what is asked again.
    const expected = await post(url, body);
    const before = (await readFigures(url)).asked;
    if ((await post(url, body)) !== expected) throw new Error(`two answers to ${query}`);
    const after = (await readFigures(url)).asked;
    const needed = Object.entries(after).filter(([name, calls]) => {
      const pins = name === release ? 1 : 0;
      return calls - (before[name] ?? 0) > pins;
    });
    placed.push({ body, expected, needs: new Set(needed.map(([name]) => name)) });
  }
  return placed;
};
