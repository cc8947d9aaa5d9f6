import type { Entry } from '../../trail/entry.ts';
import { below, hashed, oneOf, type Random } from './honest-trail.ts';
import { ofSealed, rehashed, replaced, type Tampering } from './tampering.ts';

const other = (value: string | number | null, random: Random): string | number =>
  typeof value === 'number' ? value + 1 + below(random, 3) : `${value ?? ''}x`;

const EDITED: readonly (keyof Entry)[] = [
  'moment',
  'subject',
  'tokenId',
  'action',
  'target',
  'outcome',
  'requestId',
  'contentDigest',
  'release',
  'previousHash',
  'hash',
];

const edit = (column: keyof Entry): Tampering => ({
  name: `edit ${column}`,
  act: (trail, random) => {
    const old = oneOf(random, trail.entries);
    return replaced(trail, old, { ...old, [column]: other(old[column], random) });
  },
});

const emptied = (column: keyof Entry): Tampering => ({
  name: `empty ${column}`,
  act: (trail, random) => {
    const old = oneOf(
      random,
      trail.entries.filter((entry) => entry[column] !== null),
    );
    return replaced(trail, old, {
      ...old,
      [column]: typeof old[column] === 'string' && random() < 0.5 ? '' : null,
    });
  },
});

/** One entry that says something else. */
export const EDITS: readonly Tampering[] = [
  ...EDITED.map(edit),
  ...(['tokenId', 'target', 'requestId', 'subject', 'contentDigest'] as const).map(emptied),
  {
    name: 'words moved over a border of two fields',
    act: (trail, random) => {
      const old = oneOf(random, trail.entries);
      return replaced(trail, old, {
        ...old,
        subject: `${old.subject}${old.action[0]}`,
        action: old.action.slice(1),
      });
    },
  },
  {
    name: 'edit with its own hash made anew',
    act: (trail, random) => {
      const old = ofSealed(trail, random);
      return old && replaced(trail, old, hashed({ ...old, outcome: `${old.outcome}?` }));
    },
  },
  {
    name: 'edit, the rest of the chain made anew',
    act: (trail, random) => {
      const old = ofSealed(trail, random);
      if (old === undefined) return undefined;
      const edited = replaced(trail, old, { ...old, subject: 'somebody else' });
      return rehashed(edited, old.region, old.sequence);
    },
  },
];
