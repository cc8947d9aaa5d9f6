/** Questions about the demonstration province whose answers differ in size and in the subgraphs they need. */
export const QUESTIONS: readonly string[] = [
  '{ items(filter: { search: "登记" }, first: 5) { totalCount nodes { id name level } } }',
  '{ items(filter: { search: "养老", level: [COUNTY] }, first: 20) { nodes { id name organisation { name } ... on CountyItem { guide { id name } } } } }',
  '{ regions(level: COUNTY, first: 20) { totalCount nodes { id name fullName } } }',
  '{ catalogs(first: 20) { nodes { id key name itemCount } } }',
].map((query) => JSON.stringify({ query }));

/** The whole answer to a question, by a release where one is given. Throws for one with errors. */
export const askOnce = async (url: string, body: string, release?: number): Promise<string> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(release === undefined ? {} : { 'x-release': String(release) }),
    },
    body,
  });
  const text = await response.text();
  const { errors } = JSON.parse(text) as { readonly errors?: readonly unknown[] };
  if (errors !== undefined) throw new Error(JSON.stringify(errors[0]));
  return text;
};
