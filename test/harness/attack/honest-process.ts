import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { readStoredDocuments } from '../../../gateway/stored-documents.ts';
import { CASES } from '../../operations/cases.ts';
import { askHonestly, type HonestRequest, type Lap } from './honest-load.ts';

/** Honest requests put by another process. */
export interface HonestProcess {
  /** What was since the last lap. */
  readonly lap: () => Promise<Lap>;
  readonly end: () => Promise<void>;
}

/** Every stored operation as its case asks it, with the answer it gets now; throws where one is refused. */
export const goldenRequests = async (url: string): Promise<readonly HonestRequest[]> => {
  const documents = [...(await readStoredDocuments()).byId.values()];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const requests: HonestRequest[] = [];
  for (const { id, name } of documents) {
    const variables = (CASES as Readonly<Record<string, unknown>>)[name];
    const body = JSON.stringify({ documentId: id, variables });
    const expected = await askHonestly(url, body, agent);
    if (expected.includes('"errors"')) throw new Error(`${name} is refused: ${expected.slice(0, 300)}`);
    requests.push({ name, body, expected });
  }
  agent.destroy();
  return requests;
};

/** Begins a process that asks honestly, one request after the other, until it is ended. */
export const startHonestProcess = (url: string, requests: readonly HonestRequest[]): HonestProcess => {
  const child = fork(join(import.meta.dirname, 'honest-child.ts'), [], { serialization: 'json' });
  const gone = once(child, 'exit');
  child.send({ kind: 'BEGIN', url, requests });
  return {
    async lap() {
      const told = once(child, 'message');
      child.send({ kind: 'LAP' });
      const [lap] = await Promise.race([
        told,
        gone.then(() => Promise.reject(new Error('the honest load ended'))),
      ]);
      return lap as Lap;
    },
    async end() {
      if (child.connected) child.send({ kind: 'END' });
      await gone;
    },
  };
};
