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
    'a law that was only repealed',
    { reference: [], power: [{ id: 'p', legalBasisText: '《流动人口计划生育工作条例》第五条' }] },
    { 'ERROR power p': /《流动人口计划生育工作条例》已经废止（国务院 2021 年/u },
  ],
  [
    'two articles of one such law',
    { reference: [], power: [{ id: 'p', legalBasisText: '《合同法》第五条；《合同法》第六条' }] },
    { 'ERROR power p': /《合同法》自/u },
  ],
  [
    'the edition in brackets',
    { reference: [], power: [{ id: 'p', legalBasisText: '《中华人民共和国合同法（1999年）》第五条' }] },
    { 'ERROR power p': /《民法典》/u },
  ],
  [
    'by which a people’s congress carries out a law',
    {
      reference: [],
      power: [
        { id: 'p', legalBasisText: '《内蒙古自治区实施<中华人民共和国土地管理法>办法》第三十六条' },
        { id: 'q', legalBasisText: '《湖南省实施〈城乡规划法〉办法》第三十六条' },
      ],
    },
    {},
  ],
  ...(['2026-06-01 00:00:00', '2026年6月1日', '2026/6/1', '2026-06-01', '待定'] as const).map(
    (effectiveDate): Case => [
      `in force on the day itself: ${effectiveDate}`,
      {
        reference: [],
        power: [{ id: 'p', legalBases: [{ lawName: '水法', clauseNumber: '第七条', effectiveDate }] }],
      },
      {},
    ],
  ),
  ...(['2026年6月2日', '2026/10/1', '2026-6-2'] as const).map(
    (effectiveDate): Case => [
      `not yet in force: ${effectiveDate}`,
      {
        reference: [],
        power: [{ id: 'p', legalBases: [{ lawName: '水法', clauseNumber: '第七条', effectiveDate }] }],
      },
      { 'WARNING power p': /到 2026-(?:06-02|10-01) 才施行/u },
    ],
  ),
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
