import type { Entry } from '../../trail/entry.ts';
import { hashed, oneOf } from './honest-trail.ts';
import { inOrder, isSealed, ofSealed, rehashed, replaced, shifted, type Tampering } from './tampering.ts';

/** Entries gone, moved, put in twice or put in anew. */
export const MOVES: readonly Tampering[] = [
  {
    name: 'delete',
    act: (trail, random) => replaced(trail, oneOf(random, trail.entries)),
  },
  {
    name: 'delete, the rest moved up and made anew',
    act: (trail, random) => {
      const old = ofSealed(trail, random);
      if (old === undefined) return undefined;
      const moved = shifted(replaced(trail, old), old.region, old.sequence, -1);
      const unsealed = moved.unsealed.map((mark) =>
        mark.region === old.region ? { ...mark, sequence: mark.sequence - 1 } : mark,
      );
      return rehashed({ ...moved, unsealed }, old.region, old.sequence);
    },
  },
  {
    name: 'swap two of a chain',
    act: (trail, random) => {
      const old = oneOf(random, trail.entries);
      const next = trail.entries.find(
        (entry) => entry.region === old.region && entry.sequence === old.sequence + 1,
      );
      if (next === undefined) return undefined;
      const lower = replaced(trail, old, { ...next, sequence: old.sequence });
      return replaced(lower, next, { ...old, sequence: next.sequence });
    },
  },
  {
    name: 'swap two of a chain, hashes and all the rest made anew',
    act: (trail, random) => {
      const old = oneOf(random, trail.entries);
      const next = trail.entries.find(
        (entry) =>
          entry.region === old.region && entry.sequence === old.sequence + 1 && isSealed(trail, entry),
      );
      if (next === undefined) return undefined;
      const lower = replaced(trail, old, { ...next, sequence: old.sequence });
      const swapped = replaced(lower, next, { ...old, sequence: next.sequence });
      return rehashed({ ...swapped, entries: swapped.entries.toSorted(inOrder) }, old.region, old.sequence);
    },
  },
  {
    name: 'insert, the rest moved down and made anew',
    act: (trail, random) => {
      const old = ofSealed(trail, random);
      if (old === undefined) return undefined;
      const moved = shifted(trail, old.region, old.sequence, 1);
      const entries = [...moved.entries, { ...old, subject: 'nobody' }].toSorted(inOrder);
      return rehashed({ ...moved, entries }, old.region, old.sequence);
    },
  },
  {
    name: 'append one that was never marked',
    act: (trail, random) => {
      const { region } = oneOf(random, trail.entries);
      const last = trail.entries.findLast((entry) => entry.region === region) as Entry;
      const more = hashed({ ...last, sequence: last.sequence + 1, previousHash: last.hash });
      return { ...trail, entries: [...trail.entries, more] };
    },
  },
  {
    name: 'duplicate in its place',
    act: (trail, random) => {
      const old = oneOf(random, trail.entries);
      return replaced(trail, old, old, old);
    },
  },
  {
    name: 'duplicate at the end of the chain',
    act: (trail, random) => {
      const old = oneOf(random, trail.entries);
      const last = trail.entries.findLast((entry) => entry.region === old.region) as Entry;
      const sequence = last.sequence + 1;
      return {
        ...trail,
        entries: [...trail.entries, { ...old, sequence }],
        unsealed: [...trail.unsealed, { region: old.region, sequence }],
      };
    },
  },
  {
    name: 'cut the tail',
    act: (trail, random) => {
      const { region, sequence } = oneOf(random, trail.entries);
      const entries = trail.entries.filter((entry) => entry.region !== region || entry.sequence < sequence);
      return { ...trail, entries };
    },
  },
  {
    name: 'cut the tail and its marks',
    act: (trail, random) => {
      const cut = ofSealed(trail, random);
      if (cut === undefined) return undefined;
      const stays = (spot: { region: string; sequence: number }) =>
        spot.region !== cut.region || spot.sequence < cut.sequence;
      return { ...trail, entries: trail.entries.filter(stays), unsealed: trail.unsealed.filter(stays) };
    },
  },
  {
    name: 'cut the head of a chain',
    act: (trail, random) => {
      const { region, sequence } = oneOf(random, trail.entries);
      const entries = trail.entries.filter((entry) => entry.region !== region || entry.sequence > sequence);
      return { ...trail, entries };
    },
  },
  {
    name: 'move to another region',
    act: (trail, random) => {
      const old = oneOf(random, trail.entries);
      const region = old.region === '330000000000' ? '331000000000' : '330000000000';
      return replaced(trail, old, { ...old, region });
    },
  },
  {
    name: 'move to the end of another chain, made anew',
    act: (trail, random) => {
      const old = ofSealed(trail, random);
      if (old === undefined) return undefined;
      const last = trail.entries.findLast((entry) => entry.region !== old.region);
      if (last === undefined) return undefined;
      const sequence = last.sequence + 1;
      const moved = hashed({ ...old, region: last.region, sequence, previousHash: last.hash });
      const without = shifted(replaced(trail, old), old.region, old.sequence, -1);
      const joined = { ...without, entries: [...without.entries, moved].toSorted(inOrder) };
      return rehashed(joined, old.region, old.sequence);
    },
  },
];
