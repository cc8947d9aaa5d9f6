import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql, TransactionSql } from '../db/client.ts';
import { SIZES } from '../demo/sizes.ts';
import { writeDemo } from '../demo/write-demo.ts';
import { importFiles } from '../intake/import.ts';
import { publish } from '../intake/publish/publish.ts';

const NOW = '2026-01-01T00:00:00Z';

export const REFERENCE = 'reference';

/** The province's reference catalog of the demonstration in two editions, the earlier one first. */
export const loadReference = async (sql: Sql, referenceItems: number): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-bench-'));
  const places = { cities: 1, countiesPerCity: 1, townshipsPerCounty: 1, villagesPerTownship: 1 };
  const parameters = {
    ...SIZES.province,
    ...places,
    // The whole vocabulary makes some 4,000 items at least.
    wholeVocabulary: referenceItems >= SIZES.province.referenceItems,
    referenceItems,
    countyMenu: Math.min(SIZES.province.countyMenu, referenceItems),
    cityMenu: Math.min(SIZES.province.cityMenu, referenceItems),
  };
  try {
    const { files, earlier } = await writeDemo({ size: 'province', parameters, out: folder });
    for (const { file, list: key, level, region, kind, name } of [...earlier, ...files]) {
      if (key !== REFERENCE) continue;
      const list = { key, level, region, kind, name };
      const result = await importFiles(sql, {
        files: [join(folder, file)],
        list,
        now: NOW,
        allowRemovals: true,
      });
      if (result.kind === 'REFUSED') throw new Error(JSON.stringify(result.problems));
      await publish(sql, { now: NOW, note: name });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The 12-digit code of a made-up county: 99 to a city. */
export const countyCode = (number: number): string =>
  `88${String(1 + Math.floor(number / 99)).padStart(2, '0')}${String(1 + (number % 99)).padStart(2, '0')}000000`;

/**
 * Lists of so many counties, each of the first `items` items of the reference catalog, with the links between them as
 * a matching run leaves them: some rows differ in an element, some have no link, some wait for a person. The rows
 * are made of the reference's by one statement a table: what is measured is how they are read.
 */
export const storeCounties = async (pool: Sql, codes: readonly string[], items: number): Promise<void> => {
  await pool.begin((sql) => storeOver(sql, codes, items));
  await pool`analyze`;
};

const storeOver = async (sql: TransactionSql, codes: readonly string[], items: number): Promise<void> => {
  const [newest] = await sql<{ release: number }[]>`select max(number) as release from release.release`;
  const release = newest?.release ?? 0;
  await sql`
    insert into reference.region (region_code, from_release, version, digest, region_name, full_name, level, parent_code)
    select code, ${release}, 1, '', '县' || place, '纵横省第' || left(code, 4) || '市第' || place || '县', 'COUNTY',
      rpad(left(code, 4), 12, '0')
    from unnest(${[...codes]}::text[]) with ordinality as county (code, place)
    on conflict do nothing`;
  await sql`
    insert into reference.catalog (catalog_id, from_release, version, digest, catalog_key, catalog_name, level, kind, region_code, item_count)
    select 'ca_' || code, ${release}, 1, '', code || '-directory', code || '目录清单', 'COUNTY', 'GOVERNMENT_SERVICE', code, ${items}
    from unnest(${[...codes]}::text[]) as county (code)`;
  const shared =
    'basic_code, implementation_code, local_code, basic_key, source_item_key, task_state, item_type, organisation_id';
  await sql.unsafe(`
    create temporary table made on commit drop as
    select 'ci_' || code || '_' || place as item_id, 'ca_' || code as catalog_id, code as region_code, place as ordinal,
      r.item_id as reference_id, coalesce(old.version, r.version) as based_on, 'S0:' || code || place as code_key,
      case when place % 41 = 0 then task_name || '（本地）' else task_name end as task_name, name_key, ${shared},
      case when place % 43 = 0 then elements || '{"statutoryLimit":{"amount":99,"unit":"DAY","raw":"99日"},"legalBasisText":"《中华人民共和国行政许可法》第二条"}'
        else elements end as elements, source
    from (select *, row_number() over (order by ordinal)::int as place from reference.item where to_release = 2147483647) r
    left join lateral (select version from reference.item o where o.item_id = r.item_id and o.to_release = ${release} limit 1) old on place % 2 = 0
    cross join unnest(array[${codes.map((code) => `'${code}'`).join(', ')}]) as county (code)
    where place <= ${items}`);
  const columns = `item_id, from_release, version, digest, catalog_id, ordinal, level, kind, region_code, task_name, name_key, code_key, ${shared}`;
  const values = `item_id, ${release}, 1, '', catalog_id, ordinal, 'COUNTY', 'GOVERNMENT_SERVICE', region_code, task_name, name_key, code_key, ${shared}`;
  await sql.unsafe(
    `insert into county.item (${columns}, elements, source) select ${values}, elements, source from made`,
  );
  await sql.unsafe(`insert into matching.item (${columns}) select ${values} from made`);
  await sql.unsafe(`
    insert into matching.match (match_id, from_release, version, digest, kind, relation, status, method, confidence,
      left_id, right_id, left_level, left_region_code, evidence)
    select 'ma_' || item_id, ${release}, 1, '', 'REFERENCE', 'EQUIVALENT',
      case when ordinal % 59 = 0 then 'REVIEW' else 'ACCEPTED' end, 'MODEL', 0.9, item_id, reference_id, 'COUNTY', region_code, null
    from made where ordinal % 37 <> 0`);
  await sql.unsafe(`
    insert into matching.adopted_version (item_id, from_release, reference_id, reference_version, since_release)
    select item_id, ${release}, reference_id, based_on, ${release} from made where ordinal % 37 <> 0`);
};
