import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a law that was replaced',
    { reference: [], power: [{ id: 'p', legalBasisText: '《中华人民共和国合同法》第五条' }] },
    { 'ERROR power p': /《中华人民共和国合同法》自 2021-01-01 起不再有效（《民法典》第一千二百六十条）/u },
  ],
  [
    'a rule about such a law is another',
    { reference: [], power: [{ id: 'p', legalBasisText: '《实施〈中华人民共和国婚姻法〉条例》第五条' }] },
    {},
  ],
  [
    'its successor',
    { reference: [], power: [{ id: 'p', legalBasisText: '《中华人民共和国民法典》第五条' }] },
    {},
  ],
  [
    'a law that is to come',
    {
      reference: [],
      power: [
        { id: 'p', legalBases: [{ lawName: '水法', clauseNumber: '第七条', effectiveDate: '2027-01-01' }] },
      ],
    },
    { 'WARNING power p': /到 2027-01-01 才施行/u },
  ],
  [
    'a law without a clause',
    { reference: [], power: [{ id: 'p', legalBasisText: '《水法》' }] },
    { 'WARNING power p': /《水法》没有写到具体条款/u },
  ],
  [
    'a rule without its number',
    { reference: [], power: [{ id: 'p', legalBasisText: '《取水许可管理办法》第七条' }] },
    { 'WARNING power p': /没有写文号/u },
  ],
  [
    'a rule with it',
    { reference: [], power: [{ id: 'p', legalBasisText: '《取水许可管理办法》（水利部令第34号）第七条' }] },
    {},
  ],
  [
    'what the reference states no better',
    {
      reference: [{ id: 'r', legalBasisText: '《取水许可管理办法》第七条' }],
      power: [{ id: 'p', of: 'r?', legalBasisText: '《取水许可管理办法》第七条' }],
    },
    {},
  ],
  [
    'a wording that others of the item have',
    {
      reference: [],
      power: [
        {
          id: 'p',
          legalBases: [
            { lawName: '水法', clauseNumber: '第七条', clauseContent: '国家对水资源……' },
            { lawName: '防洪法', clauseNumber: '第八条' },
          ],
        },
      ],
    },
    { 'WARNING power p': /《防洪法》没有写条款内容/u },
  ],
  [
    'what a township took over',
    {
      reference: [],
      directory: [{ id: 'c', legalBasisText: '《合同法》第五条' }],
      towns: [{ id: 't', source: 'c', legalBasisText: '《合同法》第五条' }],
    },
    {},
  ],
  [
    'established practice',
    { reference: [], service: [{ id: 's', legalBasisText: '长期开展、群众认可的日常服务' }] },
    {},
  ],
];

test.each(CASES)('CMP-08: %s', (_about, place, found) => {
  holds('CMP_08', place, found);
});
