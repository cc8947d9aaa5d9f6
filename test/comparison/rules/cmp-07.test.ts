import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'none at all is no law more',
    {
      reference: [{ id: 'r', legalBasisText: '《水法》第七条' }],
      power: [{ id: 'p', of: 'r', legalBasisText: '无' }],
    },
    { 'WARNING power p': /设定依据与参考目录不同：缺少“《水法》第7条”$/u },
  ],
  [
    'a law more and an article less',
    {
      reference: [{ id: 'r', legalBasisText: '《水法》第七条、第四十八条' }],
      power: [
        { id: 'p', of: 'r', legalBasisText: '《水法》第四十八条；《取水许可和水资源费征收管理条例》第二条' },
      ],
    },
    { 'WARNING power p': /多出“《取水许可和水资源费征收管理条例》第2条”；缺少“《水法》第7条”/u },
  ],
  [
    'the same articles in other words',
    {
      reference: [{ id: 'r', legalBasisText: '《中华人民共和国水法》第七条' }],
      power: [{ id: 'p', of: 'r', legalBasisText: '《水法》(2016年修正)第7条' }],
    },
    {},
  ],
  [
    'none at all in a list that has a place for them',
    {
      reference: [{ id: 'r', legalBasisText: '《水法》第七条' }, { id: 's' }],
      power: [
        { id: 'p', of: 'r' },
        { id: 'q', of: 's', legalBasisText: '《民法典》第一条' },
      ],
    },
    { 'WARNING power p': /本清单没有填写/u },
  ],
  [
    'a list without a place for them',
    { reference: [{ id: 'r', legalBasisText: '《水法》第七条' }], power: [{ id: 'p', of: 'r' }] },
    {},
  ],
];

test.each(CASES)('CMP-07: %s', (_about, place, found) => {
  holds('CMP_07', place, found);
});
