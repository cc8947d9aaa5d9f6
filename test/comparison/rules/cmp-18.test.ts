import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'two levels do what one is to do',
    {
      reference: [{ id: 'r', exerciseLevels: ['COUNTY'] }],
      power: [{ id: 'p', of: 'r' }],
      levels: { r: ['CITY', 'COUNTY'] },
    },
    { 'WARNING power p': /只由县级行使，现有市级、县级在办/u },
  ],
  [
    'one level does',
    {
      reference: [{ id: 'r', exerciseLevels: ['COUNTY'] }],
      power: [{ id: 'p', of: 'r' }],
      levels: { r: ['COUNTY'] },
    },
    {},
  ],
  [
    'one level does, which is not the one that is to: CMP-09 tells it',
    {
      reference: [{ id: 'r', exerciseLevels: ['PROVINCE'] }],
      power: [{ id: 'p', of: 'r' }],
      levels: { r: ['COUNTY'] },
    },
    {},
  ],
  [
    'two levels may',
    {
      reference: [{ id: 'r', exerciseLevels: ['CITY', 'COUNTY'] }],
      power: [{ id: 'p', of: 'r' }],
      levels: { r: ['CITY', 'COUNTY'] },
    },
    {},
  ],
  [
    'none of two does, and both have filed',
    {
      reference: [{ id: 'r', exerciseLevels: ['CITY', 'COUNTY'] }, { id: 's' }],
      power: [{ id: 'p', of: 's' }],
      levels: { s: ['CITY', 'COUNTY'] },
    },
    { 'WARNING power -r': /可由市级、县级行使，本地和上下级都没有/u },
  ],
  [
    'of a city that has filed nothing nobody can tell',
    {
      reference: [{ id: 'r', exerciseLevels: ['CITY', 'COUNTY'] }, { id: 's' }],
      power: [{ id: 'p', of: 's' }],
      levels: { s: ['COUNTY'] },
    },
    {},
  ],
  [
    'told on the list it belongs to',
    {
      reference: [{ id: 'r', exerciseLevels: ['CITY', 'COUNTY'] }, { id: 's' }],
      power: [{ id: 'p', of: 's' }],
      directory: [],
      levels: { s: ['CITY', 'COUNTY'] },
    },
    { 'WARNING power -r': /可由/u },
  ],
];

test.each(CASES)('CMP-18: %s', (_about, place, found) => {
  holds('CMP_18', place, found);
});
