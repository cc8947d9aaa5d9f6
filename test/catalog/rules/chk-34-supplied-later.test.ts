import { expect, test } from 'vitest';
import { CHK_34_SUPPLIED_LATER } from '../../../catalog/rules/chk-34-supplied-later.ts';
import { aRecord } from './handling-record.ts';

type Values = Readonly<Record<string, unknown>>;

const later = (name: string, necessity = 'SUPPLIED_LATER') => ({ name, necessity });

const found = (materials: readonly Values[], handleFlow = '') =>
  CHK_34_SUPPLIED_LATER.find(aRecord({ guide: { handleFlow }, blocks: { materials } })).map(
    ({ code, field, value }) => [code, field, value],
  );

test.each<[string, readonly Values[], string]>([
  ['a paper that may wait', [later('场所平面图')], ''],
  ['a core paper that may not', [later('营业执照', 'NECESSARY')], ''],
  ['one that is not needed', [later('营业执照', 'UNNECESSARY')], ''],
  ['what tells of a form', [later('申请表填写说明')], ''],
  ['nothing', [], '容缺受理'],
  ['a flow without leniency', [later('场所平面图')], '申请—受理—审核—办结'],
  ['a result that waits', [later('场所平面图')], '容缺受理，补齐后发证'],
  ['completion asked for', [later('场所平面图')], '先行受理；补正材料；办结'],
  ['leniency without such a material', [{ name: '申请表', necessity: 'NECESSARY' }], '容缺受理'],
])('%s', (_label, materials, flow) => expect(found(materials, flow)).toEqual([]));

test.each<[string, readonly Values[], string, readonly (readonly string[])[]]>([
  ['a form', [later('低保申请表')], '', [['CHK_34', 'materialsText', '“低保申请表”']]],
  ['a licence', [later('营业执照')], '', [['CHK_34', 'materialsText', '“营业执照”']]],
  [
    'on credit',
    [later('居民身份证', 'SUPPLIED_LATER_ON_CREDIT')],
    '',
    [['CHK_34', 'materialsText', '“居民身份证”']],
  ],
  ['among others', [later('照片'), later('资质证书')], '', [['CHK_34', 'materialsText', '“资质证书”']]],
  [
    'a result that does not wait',
    [later('照片')],
    '容缺受理，当场发证',
    [['CHK_34_RESULT', 'handleFlow', '“照片”']],
  ],
  ['handled first', [later('照片')], '材料不全的先行办理', [['CHK_34_RESULT', 'handleFlow', '“照片”']]],
  [
    'both',
    [later('许可证')],
    '容缺受理',
    [
      ['CHK_34', 'materialsText', '“许可证”'],
      ['CHK_34_RESULT', 'handleFlow', '“许可证”'],
    ],
  ],
])('%s', (_label, materials, flow, expected) => expect(found(materials, flow)).toEqual(expected));
