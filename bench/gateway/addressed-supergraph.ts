import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSupergraph } from '../../gateway/composed-files.ts';

/** Writes the supergraph with the addresses of subgraphs that run; returns the file. */
export const writeAddressedSupergraph = async (
  scratch: string,
  owner: string,
  addresses: Readonly<Record<string, string>>,
): Promise<string> => {
  const sdl = await readSupergraph();
  const addressed = Object.entries(addresses).reduce((text, [name, url]) => {
    const pattern = new RegExp(`(@join__graph\\(name: "${name}", url: )"[^"]*"`, 'u');
    if (!pattern.test(text)) throw new Error(`the supergraph has no address of ${name}`);
    return text.replace(pattern, `$1"${url}"`);
  }, sdl);
  const file = join(scratch, `supergraph-${owner}.graphql`);
  await writeFile(file, addressed);
  return file;
};
