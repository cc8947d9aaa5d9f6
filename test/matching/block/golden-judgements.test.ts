import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MATCHER } from '../../../matching/block/matcher-judging.ts';
import { createMatcher } from '../../../matching/matcher.ts';
import { CONTRAST_TWINS } from '../contrast-twins.ts';
import { ORDINARY_WORDS } from '../ordinary-words.ts';

// Stored answers are used again for as long as the version is the same, and no fingerprint holds code. So these answers
// stand beside the version that gave them; `npm run golden` writes them anew,
// but not under the version of others.
const FILE = join(import.meta.dirname, 'golden-judgements.json');
const WRITING = process.env['WRITE_GOLDEN'] === '1' && process.env['CI'] !== 'true';

const ITEMS: readonly string[] = [
  '企业设立、变更、注销登记',
  '危险化学品、易制毒化学品经营许可',
  '补、换领驾驶证',
  '公共场所卫生许可（新办、变更、注销）',
  '工伤认定及劳动能力鉴定',
  '取水许可变耕登记',
  '取水许可证（不含地下水）核发',
  '公证员执业变更许可',
  '停车收费许可',
  '爆破审批',
  '城乡居民基本养老保险关系转移接续…',
  '残疾人证查询',
  '危险化学品经营、使用许可',
  '农药生产经营许可',
  '临时救助',
  '用气销户个人',
  '烟草专卖零售许可证注销-单位',
  '公共租赁住房租金减免申请受理、续租申请',
  '民办幼儿园变更负责人许可、注销许可',
];
const REFERENCES: readonly string[] = [
  '企业设立登记',
  '企业变更登记',
  '企业注销登记',
  '危险化学品经营许可',
  '易制毒化学品经营许可',
  '补领驾驶证',
  '换领驾驶证',
  '公共场所卫生许可（新办）',
  '公共场所卫生许可（变更）',
  '工伤认定',
  '劳动能力鉴定',
  '取水许可变更登记',
  '取水许可证核发',
  '公证员执业、变更许可',
  '停车免费许可',
  '爆破处罚',
  '城乡居民基本养老保险关系转移',
  '残疾人证办理',
  '农药生产许可',
  '农药经营许可',
  '临时救助金给付',
  '临时救助金业务办理',
  '用气销户（个人）',
  '用气销户（单位）',
  '烟草专卖零售许可证注销',
  '公共租赁住房租金减免申请',
  '公共租赁住房续租申请',
  '民办幼儿园变更负责人许可',
  '民办幼儿园注销许可',
];

/** Each name against all of these references, and each twin against its other alone. */
const answers = (): Readonly<Record<string, string>> => {
  const all = createMatcher(REFERENCES.map((name) => ({ id: name, name })));
  const twins = [
    ...Object.values(CONTRAST_TWINS).flatMap((one) => one.slice(0, 2)),
    ...ORDINARY_WORDS.slice(0, 30),
  ];
  const said = ({ match, relation, band, confidence, parts, rest }: ReturnType<typeof all.match>): string =>
    [
      match,
      relation,
      band,
      confidence,
      ...(parts ?? []).map((part) => part.members.join('+')),
      ...(rest ?? []),
    ].join(' ');
  return Object.fromEntries([
    ...ITEMS.map((name) => [name, said(all.match({ id: 'i', name }))]),
    ...twins.map(([one, other]) => [
      `${one} | ${other}`,
      said(createMatcher([{ id: 'r', name: other }]).match({ id: 'i', name: one })),
    ]),
  ]);
};

interface Golden {
  readonly version: string;
  readonly answers: Readonly<Record<string, string>>;
}

test('other answers are those of another version', () => {
  const now: Golden = { version: MATCHER.version, answers: answers() };
  expect(Object.keys(now.answers).length).toBeGreaterThanOrEqual(60);
  const golden = JSON.parse(readFileSync(FILE, 'utf8')) as Golden;
  if (golden.version === now.version) {
    expect(now.answers, 'change RULES in matcher-judging.ts').toEqual(golden.answers);
  }
  if (WRITING) writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
  else expect(now.version, 'words, models or rules have changed: write the table anew').toBe(golden.version);
});
