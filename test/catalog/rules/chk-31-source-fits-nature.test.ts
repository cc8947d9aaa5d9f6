import { describe, expect, test } from 'vitest';
import { CHK_31_SOURCE_FITS_NATURE } from '../../../catalog/rules/chk-31-source-fits-nature.ts';
import { aRecord } from './handling-record.ts';

const ENTRUSTING = { entrustingOrganisation: '青溪县民政局' };

const found = (item: Readonly<Record<string, unknown>>) =>
  CHK_31_SOURCE_FITS_NATURE.find(aRecord({ item })).map(({ code, value, other, detail }) =>
    [code, value, other, detail].filter((part) => part !== undefined),
  );

describe('the source of the power and the nature of the organisation', () => {
  test.each([
    ['STATUTORY', 'STATUTORY_AUTHORITY'],
    ['AUTHORISED_BY_SUPERIOR', 'AUTHORISED_ORGANISATION'],
    ['AUTHORISED_BY_PEER', 'AUTHORISED_ORGANISATION'],
    ['ENTRUSTED_BY_SUPERIOR', 'ENTRUSTED_ORGANISATION'],
    ['ENTRUSTED_BY_PEER', 'ENTRUSTED_ORGANISATION'],
    ['DEVOLVED', 'STATUTORY_AUTHORITY'],
    ['DEVOLVED', 'AUTHORISED_ORGANISATION'],
    ['OTHER', 'STATUTORY_AUTHORITY'],
    ['STATUTORY', 'OTHER'],
    ['STATUTORY', undefined],
    [undefined, 'AUTHORISED_ORGANISATION'],
  ])('%s with %s', (powerSource, organisationNature) =>
    expect(found({ powerSource, organisationNature, ...ENTRUSTING })).toEqual([]),
  );

  test.each([
    ['STATUTORY', 'ENTRUSTED_ORGANISATION', '法定本级行使', '法定机关', '受委托组织'],
    ['AUTHORISED_BY_SUPERIOR', 'STATUTORY_AUTHORITY', '上级授权', '授权组织', '法定机关'],
    ['AUTHORISED_BY_PEER', 'ENTRUSTED_ORGANISATION', '同级授权', '授权组织', '受委托组织'],
    ['ENTRUSTED_BY_SUPERIOR', 'STATUTORY_AUTHORITY', '上级委托', '受委托组织', '法定机关'],
    ['ENTRUSTED_BY_PEER', 'AUTHORISED_ORGANISATION', '同级委托', '受委托组织', '授权组织'],
  ])('%s with %s', (powerSource, organisationNature, ...words) =>
    expect(found({ powerSource, organisationNature, ...ENTRUSTING })).toEqual([['CHK_31', ...words]]),
  );
});

describe('the entrusting organ', () => {
  test.each([
    ['named', { organisationNature: 'ENTRUSTED_ORGANISATION', ...ENTRUSTING }],
    ['not entrusted', { isEntrusted: false }],
    ['nothing known', {}],
    ['authorised', { powerSource: 'AUTHORISED_BY_PEER', organisationNature: 'AUTHORISED_ORGANISATION' }],
  ])('%s', (_label, item) => expect(found(item)).toEqual([]));

  test.each([
    ['by nature', { organisationNature: 'ENTRUSTED_ORGANISATION' }, '实施主体性质为受委托组织'],
    ['by a superior', { powerSource: 'ENTRUSTED_BY_SUPERIOR' }, '权力来源为上级委托'],
    ['by a peer', { powerSource: 'ENTRUSTED_BY_PEER' }, '权力来源为同级委托'],
    ['by the flag', { isEntrusted: true }, '是否委托行使为是'],
    ['a name that says nothing', { isEntrusted: true, entrustingOrganisation: '无' }, '是否委托行使为是'],
  ])('%s', (_label, item, value) => expect(found(item)).toEqual([['CHK_31_ENTRUSTING', value]]));
});
