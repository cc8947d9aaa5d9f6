import type { TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';

/**
 * Finds the item of every guide that has none yet or whose item went away: by code, then among items of the same
 * code by name, then by a name that only one item of the guide's region bears (an item with an implementation code
 * before one without, for a directory and an implementation list repeat each other's names). A guide version made in this
 * release is filled in place; an older one is closed by a new version, so that earlier releases stay as they were.
 */
export const linkGuides = async (sql: TransactionSql, release: number): Promise<void> => {
  await sql`
    create temporary table found_guide on commit drop as
    with loose as (
      select g.guide_id, g.from_release, g.item_id as old_id, g.item_code_key, g.item_name_key, g.item_region_code
      from guide.guide g
      where g.to_release = ${CURRENT} and (g.item_code_key is not null or g.item_name_key is not null)
        and (g.item_id is null or g.item_id in (
          select c.item_id from changed_item c where c.to_release = ${release} and not exists (
            select 1 from changed_item s where s.item_id = c.item_id and s.from_release = ${release})))
    ), by_code as (
      select l.guide_id, i.item_id, i.name_key = l.item_name_key as same_name,
        count(*) over (partition by l.guide_id) as all_count,
        count(*) filter (where i.name_key = l.item_name_key) over (partition by l.guide_id) as name_count
      from loose l join matching.item i on i.code_key = l.item_code_key and i.to_release = ${CURRENT}
    ), by_name as (
      select guide_id, min(item_id) as item_id from (
        select l.guide_id, i.item_id, rank() over (
          partition by l.guide_id order by (i.implementation_code is null)) as place
        from loose l join matching.item i on i.name_key = l.item_name_key and i.region_code = l.item_region_code
          and i.to_release = ${CURRENT}
      ) named where place = 1 group by guide_id having count(*) = 1
    )
    select l.guide_id, l.from_release, l.old_id, coalesce(c.item_id, n.item_id) as item_id
    from loose l
    left join by_code c on c.guide_id = l.guide_id
      and ((c.name_count = 1 and c.same_name) or (c.name_count = 0 and c.all_count = 1))
    left join by_name n on n.guide_id = l.guide_id
    where coalesce(c.item_id, n.item_id) is distinct from l.old_id`;
  await sql`
    insert into guide.guide
    select (jsonb_populate_record(g, jsonb_build_object('item_id', f.item_id, 'from_release', ${release}::int,
      'version', g.version + 1))).*
    from found_guide f join guide.guide g on g.guide_id = f.guide_id and g.from_release = f.from_release
    where f.from_release < ${release}`;
  await sql`
    update guide.guide g set to_release = ${release} from found_guide f
    where g.guide_id = f.guide_id and g.from_release = f.from_release and f.from_release < ${release}`;
  await sql`
    update guide.guide g set item_id = f.item_id from found_guide f
    where g.guide_id = f.guide_id and g.from_release = f.from_release and f.from_release = ${release}`;
};
