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
    'its work filed by an approval bureau and by merged offices, told by what items are about',
    {
      reference: [
        { id: 'a', department: '纵横省民族宗教事务委员会' },
        { id: 'b', department: '纵横省人民防空办公室' },
        { id: 'c', department: '纵横省档案局' },
        { id: 'd', department: '纵横省药品监督管理局' },
        { id: 'e', department: '纵横省地震局' },
      ],
      power: [
        { id: 'p', name: '宗教活动场所设立审批', department: '青溪县行政审批局' },
        { id: 'q', name: '人民防空工程平时使用备案', department: '青溪县人民政府办公室' },
        { id: 'r', name: '对重大活动档案延期移交的审查', department: '中共青溪县委办公室' },
        { id: 's', department: '青溪县市场监督管理局' },
      ],
    },
    { 'INFO power -': /^“地震”部门（参考目录中写作纵横省地震局）在本清单/u },
  ],
  [
    'files that only bear the word',
    {
      reference: [{ id: 'c', department: '纵横省档案局' }],
      power: [{ id: 'p', name: '拖拉机档案封存', department: '青溪县农业农村局' }],
    },
    { 'INFO power -': /“档案”部门/u },
  ],
  [
    'postal administration and an association, which file no list here',
    {
      reference: [
        { id: 'a', department: '纵横省邮政管理局' },
        { id: 'b', department: '纵横省消费者委员会' },
      ],
      power: [],
    },
    {},
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
