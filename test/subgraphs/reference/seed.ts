import type postgres from 'postgres';
import {
  storeCatalogs,
  storeItems,
  storeOrganisations,
  storeRegions,
  storeReleases,
} from '../../support/rows.ts';

export const PROVINCE = '880000000000';
export const CITY = '880100000000';
export const COUNTY = '880121000000';
export const OTHER_COUNTY = '880122000000';
export const TOWN = '880121101000';

/** Three releases of a small province with its lists, organisations and reference items. */
export const seedReference = async (sql: postgres.Sql): Promise<void> => {
  await storeReleases(sql, 3);
  await storeRegions(sql, [
    { code: PROVINCE, name: '纵横省' },
    { code: CITY, name: '长风市' },
    { code: COUNTY, name: '青溪县' },
    { code: OTHER_COUNTY, name: '白水县' },
    { code: TOWN, name: '柳林镇', from: 2 },
  ]);
  await storeCatalogs(sql, [
    { id: 'ca_province', key: 'reference', region: PROVINCE, kind: 'REFERENCE', itemCount: 3 },
    { id: 'ca_old', key: 'reference-2018', region: PROVINCE, kind: 'REFERENCE' },
    { id: 'ca_power', key: 'power', kind: 'POWER', to: 2 },
    { id: 'ca_power', key: 'power', name: '青溪县权责清单', kind: 'POWER', from: 2, itemCount: 7 },
    { id: 'ca_service', key: 'service', region: OTHER_COUNTY, kind: 'PUBLIC_SERVICE' },
    { id: 'ca_town', key: 'town', region: TOWN, kind: 'PUBLIC_SERVICE' },
  ]);
  await storeOrganisations(sql, [
    { id: 'or_police', name: '青溪县公安局', creditCode: '11440100007482575H' },
    { id: 'or_civil', name: '纵横省民政厅', region: PROVINCE },
  ]);
  const item = { region: PROVINCE, catalog: 'ca_province', organisation: 'or_civil' };
  await storeItems(sql, [
    { ...item, id: 'ri_card', name: '身份证补领', basicCode: '880109001000', ordinal: 2 },
    { ...item, id: 'ri_card_2', name: '身份证补领（单位）', basicCode: '880109001000', ordinal: 3 },
    {
      ...item,
      id: 'ri_old',
      name: '身份证补领',
      basicCode: '880109001000',
      catalog: 'ca_old_2018',
      ordinal: 1,
    },
    {
      ...item,
      id: 'ri_marriage',
      name: '婚姻登记',
      basicCode: '880107002000',
      implementationCode: '11440100007482575H2880107002000',
      elements: { exerciseLevels: ['COUNTY'], legalBasisText: '《婚姻登记条例》' },
    },
  ]);
};
