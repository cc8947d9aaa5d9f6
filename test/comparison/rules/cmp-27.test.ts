import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a department without items',
    {
      reference: [{ id: 'r' }, { id: 's', department: '公安', exerciseLevels: ['COUNTY'] }],
      power: [{ id: 'p', of: 'r' }],
    },
    { 'WARNING power -': /“公安”部门在本清单既没有事项也没有零报告；参考目录中它有 1 项由本级行使$/u },
  ],
  [
    'a department whose items the catalog names no level for',
    { reference: [{ id: 's', department: '公安' }], power: [] },
    { 'INFO power -': /它有 1 项，都没有写行使层级$/u },
  ],
  [
    'a nil return',
    {
      reference: [{ id: 's', department: '公安', type: 'PUBLIC_SERVICE' }],
      service: [],
      nil: ['青溪县公安局'],
    },
    {},
  ],
  [
    'an item of its own',
    { reference: [{ id: 's', department: '公安' }], power: [{ id: 'p', department: '青溪县公安局' }] },
    {},
  ],
  [
    'its items filed by another office',
    {
      reference: [
        { id: 's', department: '公安' },
        { id: 't', department: '公安' },
      ],
      power: [{ id: 'p', department: '青溪县行政审批局', of: 's' }],
    },
    {},
  ],
  [
    'what may be its item waits for a person',
    {
      reference: [
        { id: 's', department: '公安' },
        { id: 't', department: '公安' },
      ],
      power: [{ id: 'p', department: '青溪县行政审批局', of: 's?' }],
    },
    {},
  ],
  [
    'courts and customs, which file no list here',
    {
      reference: [
        { id: 's', department: '广东省高级人民法院' },
        { id: 'c', department: '中华人民共和国广州海关' },
        { id: 't', department: '国家税务总局广东省税务局' },
      ],
      power: [],
    },
    { 'INFO power -': /“税务”部门/u },
  ],
  [
    'customs whose item the reference gives to this level',
    { reference: [{ id: 'c', department: '广州海关', exerciseLevels: ['COUNTY'] }], power: [] },
    { 'WARNING power -': /“海关”部门/u },
  ],
  [
    'nothing of this level',
    { reference: [{ id: 's', department: '公安', exerciseLevels: ['CITY'] }], power: [] },
    {},
  ],
];

test.each(CASES)('CMP-27: %s', (_about, place, found) => {
  holds('CMP_27', place, found);
});
