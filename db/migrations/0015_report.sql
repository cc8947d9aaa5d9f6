-- A schema for business intelligence tools: what is published in the newest release, in flat views. Each begins with WITH,
-- so that no view can be written through, whoever owns it; security_barrier, so that no condition of a reader is asked
-- of a row that the view does not show. States that rest on comparing texts stay in the hub: SQL cannot tell them alike.
CREATE SCHEMA report;
--> statement-breakpoint
COMMENT ON SCHEMA report IS '供报表与分析工具只读使用：最新版次已发布的内容。逐要素的差异与七种认领状态须按文字比较，由系统的接口计算，不在这里';
--> statement-breakpoint
-- Open rows are those of the newest release. The state is that of the day in China, as catalog/states.ts tells it.
-- A body that is parsed now: it can be taken into the queries, and no search path of a reader changes what it means.
CREATE FUNCTION report.state_today(state text, effective text, cancelled text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN state = 'CANCELLED' OR cancelled COLLATE "C" <= to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') THEN 'CANCELLED'
  WHEN effective COLLATE "C" > to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') THEN 'SCHEDULED'
  WHEN state = 'SCHEDULED' AND effective IS NOT NULL THEN 'IN_FORCE'
  ELSE state END;
--> statement-breakpoint
COMMENT ON FUNCTION report.state_today(text, text, text) IS '事项当日的状态：由填报的状态、计划生效日期和计划取消日期得出';
--> statement-breakpoint
CREATE VIEW report.release WITH (security_barrier = true) AS
WITH published AS (SELECT r.number, r.published_at, r.note, r.catalog_keys, r.added, r.changed, r.removed FROM release.release r)
SELECT p.number AS release, p.published_at, p.note, array_to_string(p.catalog_keys, '；') AS lists, p.added, p.changed, p.removed,
  p.number = (SELECT max(x.number) FROM published x) AS is_newest
FROM published p;
--> statement-breakpoint
COMMENT ON VIEW report.release IS '版次：每次发布一行';
--> statement-breakpoint
COMMENT ON COLUMN report.release.release IS '版次号，从 1 起连续递增';
--> statement-breakpoint
COMMENT ON COLUMN report.release.published_at IS '发布时刻';
--> statement-breakpoint
COMMENT ON COLUMN report.release.note IS '发布说明';
--> statement-breakpoint
COMMENT ON COLUMN report.release.lists IS '涉及的清单键，以“；”分隔';
--> statement-breakpoint
COMMENT ON COLUMN report.release.added IS '新增的记录数';
--> statement-breakpoint
COMMENT ON COLUMN report.release.changed IS '变更的记录数';
--> statement-breakpoint
COMMENT ON COLUMN report.release.removed IS '取消的记录数';
--> statement-breakpoint
COMMENT ON COLUMN report.release.is_newest IS '是否最新版次：其余各视图都是这一版次的内容';
--> statement-breakpoint
CREATE VIEW report.region WITH (security_barrier = true) AS
WITH valid AS (SELECT * FROM reference.region WHERE to_release = 2147483647)
SELECT v.region_code, v.region_name, v.full_name, v.level, CASE v.level WHEN 'NATIONAL' THEN '国家级' WHEN 'PROVINCE' THEN '省级' WHEN 'CITY' THEN '市级' WHEN 'COUNTY' THEN '县级' WHEN 'TOWNSHIP' THEN '镇(乡、街道)级' WHEN 'VILLAGE' THEN '村(社区)级' END AS level_name, v.parent_code FROM valid v;
--> statement-breakpoint
COMMENT ON VIEW report.region IS '行政区划';
--> statement-breakpoint
COMMENT ON COLUMN report.region.region_code IS '12 位区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.region.region_name IS '区划名称';
--> statement-breakpoint
COMMENT ON COLUMN report.region.full_name IS '连同各上级的全称';
--> statement-breakpoint
COMMENT ON COLUMN report.region.level IS '层级';
--> statement-breakpoint
COMMENT ON COLUMN report.region.level_name IS '层级的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.region.parent_code IS '上级区划代码';
--> statement-breakpoint
CREATE VIEW report.list WITH (security_barrier = true) AS
WITH valid AS (SELECT * FROM reference.catalog WHERE to_release = 2147483647)
SELECT v.catalog_id AS list_id, v.catalog_key AS list_key, v.catalog_name AS list_name, v.kind, CASE v.kind WHEN 'REFERENCE' THEN '参考目录' WHEN 'POWER' THEN '权责清单' WHEN 'PUBLIC_SERVICE' THEN '公共服务清单' WHEN 'GOVERNMENT_SERVICE' THEN '政务服务清单' WHEN 'GUIDE' THEN '指南集' END AS kind_name,
  v.level, CASE v.level WHEN 'NATIONAL' THEN '国家级' WHEN 'PROVINCE' THEN '省级' WHEN 'CITY' THEN '市级' WHEN 'COUNTY' THEN '县级' WHEN 'TOWNSHIP' THEN '镇(乡、街道)级' WHEN 'VILLAGE' THEN '村(社区)级' END AS level_name, v.region_code, r.full_name AS region_name, v.item_count,
  array_to_string(v.nil_returns, '；') AS nil_returns, v.from_release AS since_release
FROM valid v LEFT JOIN reference.region r ON r.region_code = v.region_code AND r.to_release = 2147483647;
--> statement-breakpoint
COMMENT ON VIEW report.list IS '目录与清单';
--> statement-breakpoint
COMMENT ON COLUMN report.list.list_id IS '清单标识';
--> statement-breakpoint
COMMENT ON COLUMN report.list.list_key IS '清单键，导入时所给';
--> statement-breakpoint
COMMENT ON COLUMN report.list.list_name IS '清单名称';
--> statement-breakpoint
COMMENT ON COLUMN report.list.kind IS '清单种类';
--> statement-breakpoint
COMMENT ON COLUMN report.list.kind_name IS '清单种类的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.list.level IS '层级';
--> statement-breakpoint
COMMENT ON COLUMN report.list.level_name IS '层级的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.list.region_code IS '12 位区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.list.region_name IS '区划全称';
--> statement-breakpoint
COMMENT ON COLUMN report.list.item_count IS '事项数';
--> statement-breakpoint
COMMENT ON COLUMN report.list.nil_returns IS '零报告的部门，以“；”分隔';
--> statement-breakpoint
COMMENT ON COLUMN report.list.since_release IS '这份清单的现行说明自哪个版次起';
--> statement-breakpoint
CREATE VIEW report.item WITH (security_barrier = true) AS
WITH item AS (
  SELECT item_id, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code,
    implementation_code, local_code, task_state, plan_effective_date, plan_cancel_date, elements, source, from_release FROM reference.item WHERE to_release = 2147483647
  UNION ALL SELECT item_id, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code,
    implementation_code, local_code, task_state, plan_effective_date, plan_cancel_date, elements, source, from_release FROM county.item WHERE to_release = 2147483647
  UNION ALL SELECT item_id, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code,
    implementation_code, local_code, task_state, plan_effective_date, plan_cancel_date, elements, source, from_release FROM township.item WHERE to_release = 2147483647)
SELECT i.item_id, i.version, i.catalog_id AS list_id, c.catalog_name AS list_name, i.kind, CASE i.kind WHEN 'REFERENCE' THEN '参考目录' WHEN 'POWER' THEN '权责清单' WHEN 'PUBLIC_SERVICE' THEN '公共服务清单' WHEN 'GOVERNMENT_SERVICE' THEN '政务服务清单' WHEN 'GUIDE' THEN '指南集' END AS kind_name,
  i.ordinal, i.level, CASE i.level WHEN 'NATIONAL' THEN '国家级' WHEN 'PROVINCE' THEN '省级' WHEN 'CITY' THEN '市级' WHEN 'COUNTY' THEN '县级' WHEN 'TOWNSHIP' THEN '镇(乡、街道)级' WHEN 'VILLAGE' THEN '村(社区)级' END AS level_name, i.region_code, r.full_name AS region_name,
  rpad(left(i.region_code, 4), 12, '0') AS city_code, rpad(left(i.region_code, 6), 12, '0') AS county_code,
  o.organisation_name AS department, o.canonical_name AS department_canonical,
  i.item_type, CASE i.item_type WHEN 'POWER_GROUP' THEN '行政权力事项' WHEN 'LICENSING' THEN '行政许可' WHEN 'PUNISHMENT' THEN '行政处罚' WHEN 'COERCION' THEN '行政强制' WHEN 'COLLECTION' THEN '行政征收' WHEN 'PAYMENT' THEN '行政给付' WHEN 'INSPECTION' THEN '行政检查' WHEN 'CONFIRMATION' THEN '行政确认' WHEN 'REWARD' THEN '行政奖励' WHEN 'ADJUDICATION' THEN '行政裁决' WHEN 'OTHER_POWER' THEN '其他行政权力' WHEN 'PUBLIC_SERVICE' THEN '公共服务' WHEN 'FORWARDED_REVIEW' THEN '审核转报' WHEN 'INTERNAL_MANAGEMENT' THEN '政府内部审批' WHEN 'JOINT_HANDLING' THEN '联办事项' WHEN 'UNRECOGNISED' THEN '未识别' END AS item_type_name, i.task_name AS name,
  i.basic_code, i.implementation_code, i.local_code, i.elements ->> 'handlingItemCode' AS handling_item_code, i.elements ->> 'mainItemName' AS main_item_name, i.elements ->> 'mainItemCode' AS main_item_code,
  s.state, CASE s.state WHEN 'SCHEDULED' THEN '待生效' WHEN 'IN_FORCE' THEN '在用' WHEN 'SUSPENDED' THEN '挂起' WHEN 'CANCELLED' THEN '取消' END AS state_name, i.plan_effective_date, i.plan_cancel_date,
  i.elements ->> 'legalBasisText' AS legal_basis, (SELECT string_agg(x, '；' ORDER BY n) FROM jsonb_array_elements_text(CASE jsonb_typeof(i.elements -> 'exerciseLevels') WHEN 'array' THEN i.elements -> 'exerciseLevels' END) WITH ORDINALITY AS parts(x, n)) AS exercise_levels,
  (SELECT string_agg(x, '；' ORDER BY n) FROM jsonb_array_elements_text(CASE jsonb_typeof(i.elements -> 'serviceObjects') WHEN 'array' THEN i.elements -> 'serviceObjects' END) WITH ORDINALITY AS parts(x, n)) AS service_objects, i.elements ->> 'serviceMode' AS service_mode,
  i.elements -> 'statutoryLimit' ->> 'raw' AS statutory_limit, i.elements -> 'promisedLimit' ->> 'raw' AS promised_limit,
  i.elements ->> 'caseType' AS case_type, (CASE jsonb_typeof(i.elements -> 'visits') WHEN 'number' THEN (i.elements ->> 'visits')::numeric END) AS visits,
  (CASE jsonb_typeof(i.elements -> 'isOnline') WHEN 'boolean' THEN (i.elements -> 'isOnline')::boolean END) AS is_online, (CASE jsonb_typeof(i.elements -> 'isWhollyOnline') WHEN 'boolean' THEN (i.elements -> 'isWhollyOnline')::boolean END) AS is_wholly_online,
  (SELECT string_agg(x, '；' ORDER BY n) FROM jsonb_array_elements_text(CASE jsonb_typeof(i.elements -> 'onlineDepth') WHEN 'array' THEN i.elements -> 'onlineDepth' END) WITH ORDINALITY AS parts(x, n)) AS online_depth, (CASE jsonb_typeof(i.elements -> 'hasFee') WHEN 'boolean' THEN (i.elements -> 'hasFee')::boolean END) AS has_fee, i.elements ->> 'feeBasis' AS fee_basis,
  i.elements ->> 'resultName' AS result_name,
  EXISTS (SELECT FROM guide.guide g WHERE g.item_id = i.item_id AND g.to_release = 2147483647) AS has_guide,
  i.source ->> 'document' AS source_document, i.source ->> 'sheet' AS source_sheet, (i.source ->> 'row')::integer AS source_row,
  i.source ->> 'key' AS source_key, i.from_release AS since_release
FROM item i
CROSS JOIN LATERAL (SELECT report.state_today(i.task_state, i.plan_effective_date, i.plan_cancel_date) AS state) s
LEFT JOIN reference.catalog c ON c.catalog_id = i.catalog_id AND c.to_release = 2147483647
LEFT JOIN reference.region r ON r.region_code = i.region_code AND r.to_release = 2147483647
LEFT JOIN reference.organisation o ON o.organisation_id = i.organisation_id AND o.to_release = 2147483647;
--> statement-breakpoint
COMMENT ON VIEW report.item IS '事项：各级清单和参考目录的全部事项，最常用的要素各占一列；办理指南里才有的要素见系统的接口';
--> statement-breakpoint
COMMENT ON COLUMN report.item.item_id IS '事项标识，重复导入不变';
--> statement-breakpoint
COMMENT ON COLUMN report.item.version IS '整数版本号，每次变更加一';
--> statement-breakpoint
COMMENT ON COLUMN report.item.list_id IS '所在清单的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.item.list_name IS '所在清单的名称';
--> statement-breakpoint
COMMENT ON COLUMN report.item.kind IS '清单种类';
--> statement-breakpoint
COMMENT ON COLUMN report.item.kind_name IS '清单种类的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.item.ordinal IS '在来源文件中的次序';
--> statement-breakpoint
COMMENT ON COLUMN report.item.level IS '层级';
--> statement-breakpoint
COMMENT ON COLUMN report.item.level_name IS '层级的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.item.region_code IS '12 位区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.item.region_name IS '区划全称';
--> statement-breakpoint
COMMENT ON COLUMN report.item.city_code IS '所属设区的市的 12 位区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.item.county_code IS '所属县（市、区）的 12 位区划代码；市级事项同市级代码的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.item.department IS '实施主体或主管部门，照来源的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.item.department_canonical IS '部门的规范名称，去掉地名和级别；认不出来的为空';
--> statement-breakpoint
COMMENT ON COLUMN report.item.item_type IS '事项类型';
--> statement-breakpoint
COMMENT ON COLUMN report.item.item_type_name IS '事项类型的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.item.name IS '事项名称，照来源的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.item.basic_code IS '基本编码，照来源的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.item.implementation_code IS '实施编码，照来源的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.item.local_code IS '地方编码，照来源的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.item.handling_item_code IS '业务办理项编码';
--> statement-breakpoint
COMMENT ON COLUMN report.item.main_item_name IS '主项名称';
--> statement-breakpoint
COMMENT ON COLUMN report.item.main_item_code IS '主项编码';
--> statement-breakpoint
COMMENT ON COLUMN report.item.state IS '状态，按查询当日判定';
--> statement-breakpoint
COMMENT ON COLUMN report.item.state_name IS '状态的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.item.plan_effective_date IS '计划生效日期';
--> statement-breakpoint
COMMENT ON COLUMN report.item.plan_cancel_date IS '计划取消日期';
--> statement-breakpoint
COMMENT ON COLUMN report.item.legal_basis IS '设定依据的文字';
--> statement-breakpoint
COMMENT ON COLUMN report.item.exercise_levels IS '行使层级，以“；”分隔';
--> statement-breakpoint
COMMENT ON COLUMN report.item.service_objects IS '服务对象，以“；”分隔';
--> statement-breakpoint
COMMENT ON COLUMN report.item.service_mode IS '服务方式';
--> statement-breakpoint
COMMENT ON COLUMN report.item.statutory_limit IS '法定办结时限，照来源的写法；数值见视图 time_limit';
--> statement-breakpoint
COMMENT ON COLUMN report.item.promised_limit IS '承诺办结时限，照来源的写法；数值见视图 time_limit';
--> statement-breakpoint
COMMENT ON COLUMN report.item.case_type IS '办件类型';
--> statement-breakpoint
COMMENT ON COLUMN report.item.visits IS '到办事现场次数；没有填报的为空';
--> statement-breakpoint
COMMENT ON COLUMN report.item.is_online IS '是否网办；没有填报的为空';
--> statement-breakpoint
COMMENT ON COLUMN report.item.is_wholly_online IS '是否全程网办；没有填报的为空';
--> statement-breakpoint
COMMENT ON COLUMN report.item.online_depth IS '网上办理深度，以“；”分隔';
--> statement-breakpoint
COMMENT ON COLUMN report.item.has_fee IS '是否收费；没有填报的为空';
--> statement-breakpoint
COMMENT ON COLUMN report.item.fee_basis IS '收费依据';
--> statement-breakpoint
COMMENT ON COLUMN report.item.result_name IS '审批结果名称';
--> statement-breakpoint
COMMENT ON COLUMN report.item.has_guide IS '是否有办事指南';
--> statement-breakpoint
COMMENT ON COLUMN report.item.source_document IS '来源文件';
--> statement-breakpoint
COMMENT ON COLUMN report.item.source_sheet IS '来源工作表';
--> statement-breakpoint
COMMENT ON COLUMN report.item.source_row IS '来源行号，从 1 起';
--> statement-breakpoint
COMMENT ON COLUMN report.item.source_key IS '来源主键';
--> statement-breakpoint
COMMENT ON COLUMN report.item.since_release IS '现行版本自哪个版次起';
--> statement-breakpoint
CREATE VIEW report.time_limit WITH (security_barrier = true) AS
WITH item AS (
  SELECT item_id, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code,
    implementation_code, local_code, task_state, plan_effective_date, plan_cancel_date, elements, source, from_release FROM reference.item WHERE to_release = 2147483647
  UNION ALL SELECT item_id, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code,
    implementation_code, local_code, task_state, plan_effective_date, plan_cancel_date, elements, source, from_release FROM county.item WHERE to_release = 2147483647
  UNION ALL SELECT item_id, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code,
    implementation_code, local_code, task_state, plan_effective_date, plan_cancel_date, elements, source, from_release FROM township.item WHERE to_release = 2147483647),
told AS (
  SELECT i.item_id, i.level, i.region_code, i.catalog_id, i.item_type, i.task_state, i.plan_effective_date, i.plan_cancel_date,
    i.elements -> 'statutoryLimit' AS statutory, i.elements -> 'promisedLimit' AS promised
  FROM item i WHERE i.elements ? 'statutoryLimit' OR i.elements ? 'promisedLimit')
SELECT t.item_id, t.catalog_id AS list_id, t.level, t.region_code, t.item_type,
  report.state_today(t.task_state, t.plan_effective_date, t.plan_cancel_date) AS state,
  t.statutory ->> 'raw' AS statutory_text, (t.statutory ->> 'amount')::numeric AS statutory_amount, t.statutory ->> 'unit' AS statutory_unit,
  t.promised ->> 'raw' AS promised_text, (t.promised ->> 'amount')::numeric AS promised_amount, t.promised ->> 'unit' AS promised_unit,
  (t.promised ->> 'amount')::numeric = 0 AS is_immediate,
  t.statutory ->> 'unit' = t.promised ->> 'unit' AS is_same_unit
FROM told t;
--> statement-breakpoint
COMMENT ON VIEW report.time_limit IS '时限：每个填报了法定或者承诺办结时限的事项一行';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.item_id IS '事项标识';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.list_id IS '所在清单的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.level IS '层级';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.region_code IS '12 位区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.item_type IS '事项类型';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.state IS '状态，按查询当日判定';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.statutory_text IS '法定办结时限，照来源的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.statutory_amount IS '法定办结时限的数值；认不出来的为空';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.statutory_unit IS '法定办结时限的单位：HOUR 小时、DAY 日、WORKING_DAY 工作日、MONTH 月、YEAR 年';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.promised_text IS '承诺办结时限，照来源的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.promised_amount IS '承诺办结时限的数值，0 为即办';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.promised_unit IS '承诺办结时限的单位';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.is_immediate IS '承诺是否即办';
--> statement-breakpoint
COMMENT ON COLUMN report.time_limit.is_same_unit IS '两个时限单位是否相同；不同的不可直接相减';
--> statement-breakpoint
CREATE VIEW report.material WITH (security_barrier = true) AS
WITH item AS (
  SELECT i.item_id, i.level, i.region_code, i.catalog_id, i.elements FROM county.item i WHERE i.to_release = 2147483647
  UNION ALL SELECT i.item_id, i.level, i.region_code, i.catalog_id, i.elements FROM township.item i WHERE i.to_release = 2147483647
  UNION ALL SELECT i.item_id, i.level, i.region_code, i.catalog_id, i.elements FROM reference.item i WHERE i.to_release = 2147483647),
told AS (
  SELECT i.item_id, i.level, i.region_code, i.catalog_id, g.guide_id,
    CASE WHEN jsonb_typeof(i.elements -> 'materials') = 'array' THEN i.elements -> 'materials' ELSE g.materials END AS materials
  FROM item i
  LEFT JOIN LATERAL (
    SELECT x.guide_id, x.elements -> 'materials' AS materials FROM guide.guide x
    WHERE x.item_id = i.item_id AND x.to_release = 2147483647 ORDER BY x.precedence, x.guide_id LIMIT 1) g ON true)
SELECT t.item_id, t.guide_id, t.catalog_id AS list_id, t.level, t.region_code, m.place::integer AS place,
  m.material ->> 'name' AS name, m.material ->> 'standardName' AS standard_name, m.material ->> 'type' AS type,
  m.material ->> 'form' AS form, m.material ->> 'necessity' AS necessity, m.material ->> 'source' AS source,
  m.material ->> 'issuer' AS issuer, m.material ->> 'legalBasis' AS legal_basis,
  m.material ->> 'originals' AS originals, m.material ->> 'copies' AS copies,
  m.material ->> 'isReducedProof' AS is_reduced_proof, m.material ->> 'certificateCode' AS certificate_code
FROM told t
CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(t.materials) WHEN 'array' THEN t.materials ELSE '[]' END)
  WITH ORDINALITY AS m(material, place);
--> statement-breakpoint
COMMENT ON VIEW report.material IS '材料：逐件列出的申请材料，取自事项或者它的办事指南（指南在前）；只写作一段文字的不在其中';
--> statement-breakpoint
COMMENT ON COLUMN report.material.item_id IS '事项标识';
--> statement-breakpoint
COMMENT ON COLUMN report.material.guide_id IS '办事指南标识；没有指南的为空';
--> statement-breakpoint
COMMENT ON COLUMN report.material.list_id IS '事项所在清单的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.material.level IS '层级';
--> statement-breakpoint
COMMENT ON COLUMN report.material.region_code IS '12 位区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.material.place IS '在材料清单中的次序，从 1 起';
--> statement-breakpoint
COMMENT ON COLUMN report.material.name IS '材料名称，照来源的写法';
--> statement-breakpoint
COMMENT ON COLUMN report.material.standard_name IS '标准材料名称';
--> statement-breakpoint
COMMENT ON COLUMN report.material.type IS '材料类型';
--> statement-breakpoint
COMMENT ON COLUMN report.material.form IS '材料形式';
--> statement-breakpoint
COMMENT ON COLUMN report.material.necessity IS '材料必要性：NECESSARY 必要、UNNECESSARY 非必要、SUPPLIED_LATER 容缺后补、SUPPLIED_LATER_ON_CREDIT 信用后补';
--> statement-breakpoint
COMMENT ON COLUMN report.material.source IS '来源渠道：APPLICANT 申请人自备、GOVERNMENT 政府部门核发、OTHER 其他';
--> statement-breakpoint
COMMENT ON COLUMN report.material.issuer IS '出具机构';
--> statement-breakpoint
COMMENT ON COLUMN report.material.legal_basis IS '要求提供材料的依据';
--> statement-breakpoint
COMMENT ON COLUMN report.material.originals IS '原件份数';
--> statement-breakpoint
COMMENT ON COLUMN report.material.copies IS '复印件份数';
--> statement-breakpoint
COMMENT ON COLUMN report.material.is_reduced_proof IS '是否减证便民：true 是、false 否';
--> statement-breakpoint
COMMENT ON COLUMN report.material.certificate_code IS '电子证照编码';
--> statement-breakpoint
CREATE VIEW report.link WITH (security_barrier = true) AS
WITH valid AS (
  SELECT * FROM matching.match WHERE to_release = 2147483647 AND status IN ('ACCEPTED', 'CONFIRMED', 'STALE_EVIDENCE'))
SELECT m.match_id AS link_id, m.kind, m.relation, m.status, m.method, m.confidence, m.left_id, l.task_name AS left_name, m.left_level,
  m.left_region_code, l.catalog_id AS left_list_id, m.right_id, r.task_name AS right_name, r.level AS right_level,
  r.region_code AS right_region_code, r.catalog_id AS right_list_id
FROM valid m
LEFT JOIN matching.item l ON l.item_id = m.left_id AND l.to_release = 2147483647
LEFT JOIN matching.item r ON r.item_id = m.right_id AND r.to_release = 2147483647;
--> statement-breakpoint
COMMENT ON VIEW report.link IS '对应关系：已经定下来、可以依靠的（机器接受的、由人确认的、确认后依据有变的）；由谁审定、待审定和被否定的不在其中';
--> statement-breakpoint
COMMENT ON COLUMN report.link.link_id IS '对应关系标识';
--> statement-breakpoint
COMMENT ON COLUMN report.link.kind IS '种类：REFERENCE 地方事项→参考目录、SOURCE 乡镇村事项→县级来源、COUNTERPART 权力↔服务、MAIN 子项→主项';
--> statement-breakpoint
COMMENT ON COLUMN report.link.relation IS '关系：EQUIVALENT 等同、NARROWER 左窄于右、BROADER 左宽于右、OVERLAP 部分重合、RELATED 相关（不算对应）';
--> statement-breakpoint
COMMENT ON COLUMN report.link.status IS '状态：ACCEPTED 机器接受、CONFIRMED 由人确认、STALE_EVIDENCE 确认后依据有变';
--> statement-breakpoint
COMMENT ON COLUMN report.link.method IS '得出的方法';
--> statement-breakpoint
COMMENT ON COLUMN report.link.confidence IS '把握，0 到 1';
--> statement-breakpoint
COMMENT ON COLUMN report.link.left_id IS '下级或权力一侧事项的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.link.left_name IS '下级或权力一侧事项的名称';
--> statement-breakpoint
COMMENT ON COLUMN report.link.left_level IS '下级或权力一侧事项的层级';
--> statement-breakpoint
COMMENT ON COLUMN report.link.left_region_code IS '下级或权力一侧事项的区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.link.left_list_id IS '下级或权力一侧事项所在清单的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.link.right_id IS '上级或服务一侧事项的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.link.right_name IS '上级或服务一侧事项的名称';
--> statement-breakpoint
COMMENT ON COLUMN report.link.right_level IS '上级或服务一侧事项的层级';
--> statement-breakpoint
COMMENT ON COLUMN report.link.right_region_code IS '上级或服务一侧事项的区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.link.right_list_id IS '上级或服务一侧事项所在清单的标识';
--> statement-breakpoint
CREATE VIEW report.coverage WITH (security_barrier = true) AS
WITH authority AS MATERIALIZED (
  SELECT DISTINCT c.region_code, c.level FROM reference.catalog c
  WHERE c.to_release = 2147483647 AND c.kind NOT IN ('REFERENCE', 'GUIDE')),
named AS MATERIALIZED (
  SELECT DISTINCT f.catalog_id, f.elements ->> 'mainItemCode' AS code FROM reference.item f
  WHERE f.to_release = 2147483647 AND f.elements ->> 'mainItemCode' IS DISTINCT FROM f.basic_code
    AND f.elements ->> 'mainItemCode' IS DISTINCT FROM f.elements ->> 'localBasicCode'
    AND f.elements ->> 'mainItemCode' IS NOT NULL),
asked AS MATERIALIZED (
  SELECT f.item_id, f.catalog_id, f.task_name, f.item_type, f.organisation_id, f.region_code,
    report.state_today(f.task_state, f.plan_effective_date, f.plan_cancel_date) AS state,
    CASE jsonb_typeof(f.elements -> 'exerciseLevels') WHEN 'array' THEN f.elements -> 'exerciseLevels' ELSE '[]' END AS levels,
    coalesce(f.elements -> 'hasSubItems' = 'true', false)
      OR coalesce((f.catalog_id, f.basic_code) IN (SELECT n.catalog_id, n.code FROM named n), false)
      OR coalesce((f.catalog_id, f.elements ->> 'localBasicCode') IN (SELECT n.catalog_id, n.code FROM named n), false) AS is_main_item
  FROM reference.item f WHERE f.to_release = 2147483647),
linked AS (
  SELECT m.right_id AS reference_id, c.region_code, c.level, m.relation,
    m.status IN ('ACCEPTED', 'CONFIRMED', 'STALE_EVIDENCE') AS settled,
    report.state_today(i.task_state, i.plan_effective_date, i.plan_cancel_date) AS state
  FROM matching.match m
  JOIN matching.item i ON i.item_id = m.left_id AND i.to_release = 2147483647
  JOIN reference.catalog c ON c.catalog_id = i.catalog_id AND c.to_release = 2147483647
  WHERE m.to_release = 2147483647 AND m.kind = 'REFERENCE' AND m.status <> 'REJECTED' AND m.relation <> 'RELATED'),
-- Every pair once with nothing, and once with each of its links: a join of the two is a product where statistics are old.
paired AS (
  SELECT f.item_id AS reference_id, a.region_code, a.level, f.catalog_id, f.task_name, f.item_type, f.organisation_id, f.state,
    CASE WHEN f.levels <> '[]' THEN (f.levels ?| ARRAY[a.level, 'GRADED'])::integer END AS at_level, f.is_main_item::integer AS main,
    0 AS whole, 0 AS part, 0 AS suspended, 0 AS not_in_force, 0 AS waiting
  FROM asked f CROSS JOIN authority a
  WHERE f.region_code = '000000000000' OR left(f.region_code, 2) = left(a.region_code, 2)
  UNION ALL
  SELECT k.reference_id, k.region_code, k.level, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    (k.settled AND k.relation = 'EQUIVALENT' AND k.state = 'IN_FORCE')::integer,
    (k.settled AND k.relation <> 'EQUIVALENT' AND k.state = 'IN_FORCE')::integer,
    (k.settled AND k.state = 'SUSPENDED')::integer, (k.settled AND k.state IN ('SCHEDULED', 'CANCELLED'))::integer,
    (NOT k.settled)::integer
  FROM linked k),
counted AS (
  SELECT p.reference_id, p.region_code, p.level, max(p.catalog_id) AS catalog_id, max(p.task_name) AS task_name,
    max(p.item_type) AS item_type, max(p.organisation_id) AS organisation_id, max(p.state) AS state, max(p.at_level) = 1 AS is_at_this_level,
    max(p.main) = 1 AS is_main_item, sum(p.whole)::integer AS whole, sum(p.part)::integer AS part, sum(p.suspended)::integer AS suspended,
    sum(p.not_in_force)::integer AS not_in_force, sum(p.waiting)::integer AS waiting
  FROM paired p GROUP BY p.reference_id, p.region_code, p.level HAVING max(p.catalog_id) IS NOT NULL)
SELECT k.reference_id, k.catalog_id AS reference_list_id, k.task_name AS reference_name, k.item_type,
  CASE k.item_type WHEN 'POWER_GROUP' THEN '行政权力事项' WHEN 'LICENSING' THEN '行政许可' WHEN 'PUNISHMENT' THEN '行政处罚' WHEN 'COERCION' THEN '行政强制' WHEN 'COLLECTION' THEN '行政征收' WHEN 'PAYMENT' THEN '行政给付' WHEN 'INSPECTION' THEN '行政检查' WHEN 'CONFIRMATION' THEN '行政确认' WHEN 'REWARD' THEN '行政奖励' WHEN 'ADJUDICATION' THEN '行政裁决' WHEN 'OTHER_POWER' THEN '其他行政权力' WHEN 'PUBLIC_SERVICE' THEN '公共服务' WHEN 'FORWARDED_REVIEW' THEN '审核转报' WHEN 'INTERNAL_MANAGEMENT' THEN '政府内部审批' WHEN 'JOINT_HANDLING' THEN '联办事项' WHEN 'UNRECOGNISED' THEN '未识别' END AS item_type_name, o.organisation_name AS guiding_department, k.state AS reference_state,
  k.region_code, r.full_name AS region_name, k.level, CASE k.level WHEN 'NATIONAL' THEN '国家级' WHEN 'PROVINCE' THEN '省级' WHEN 'CITY' THEN '市级' WHEN 'COUNTY' THEN '县级' WHEN 'TOWNSHIP' THEN '镇(乡、街道)级' WHEN 'VILLAGE' THEN '村(社区)级' END AS level_name,
  k.is_at_this_level, k.is_main_item, k.whole AS whole_links, k.part AS part_links, k.suspended AS suspended_links,
  k.not_in_force AS not_in_force_links, k.waiting AS waiting_links,
  CASE WHEN k.whole > 0 THEN 'LINKED' WHEN k.part > 0 THEN 'PARTLY_LINKED' WHEN k.suspended > 0 THEN 'SUSPENDED'
    WHEN k.not_in_force > 0 THEN 'NOT_IN_FORCE' WHEN k.waiting > 0 THEN 'WAITING' ELSE 'NOT_LINKED' END AS link_state
FROM counted k
LEFT JOIN reference.region r ON r.region_code = k.region_code AND r.to_release = 2147483647
LEFT JOIN reference.organisation o ON o.organisation_id = k.organisation_id AND o.to_release = 2147483647;
--> statement-breakpoint
COMMENT ON VIEW report.coverage IS '认领情况：参考目录的每一项 × 每一地每一层级的清单，只由对应关系得出；七种认领状态（采用、调整、部分对应等）须按文字比较，见系统的接口 coverage';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.reference_id IS '参考目录事项的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.reference_list_id IS '参考目录的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.reference_name IS '参考目录事项的名称';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.item_type IS '事项类型';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.item_type_name IS '事项类型的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.guiding_department IS '参考目录所写的主管部门';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.reference_state IS '参考目录事项的状态，按查询当日判定';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.region_code IS '清单所在的 12 位区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.region_name IS '清单所在区划的全称';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.level IS '清单的层级';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.level_name IS '层级的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.is_at_this_level IS '参考目录是否让这一层级行使，写分级管理的算；没有写行使层级的为空，不能断定谁该认领';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.is_main_item IS '是否主项：有子项的由子项回答，统计认领时应去掉';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.whole_links IS '等同对应的在用事项数';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.part_links IS '部分对应的在用事项数';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.suspended_links IS '对应的挂起事项数';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.not_in_force_links IS '对应的待生效和已取消事项数';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.waiting_links IS '还没有定下来、待人审定的对应关系数';
--> statement-breakpoint
COMMENT ON COLUMN report.coverage.link_state IS '由对应关系得出的情况：LINKED 有等同的、PARTLY_LINKED 只有部分的、SUSPENDED 挂起、NOT_IN_FORCE 待生效或已取消、WAITING 待人审定、NOT_LINKED 没有';
--> statement-breakpoint
CREATE VIEW report.gap WITH (security_barrier = true) AS
WITH uncovered AS (
  SELECT * FROM report.coverage WHERE reference_state = 'IN_FORCE' AND is_at_this_level AND NOT is_main_item AND link_state IN ('WAITING', 'NOT_LINKED'))
SELECT u.reference_id, u.reference_list_id, u.reference_name, u.item_type, u.item_type_name, u.guiding_department, u.region_code,
  u.region_name, u.level, u.level_name, u.waiting_links > 0 AS is_waiting
FROM uncovered u;
--> statement-breakpoint
COMMENT ON VIEW report.gap IS '缺口：参考目录规定本级行使、在用、不是主项，而本级各清单里没有对应的事项；是否属于本级已有清单的范围、有无零报告，由系统的接口判断';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.reference_id IS '参考目录事项的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.reference_list_id IS '参考目录的标识';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.reference_name IS '参考目录事项的名称';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.item_type IS '事项类型';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.item_type_name IS '事项类型的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.guiding_department IS '参考目录所写的主管部门';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.region_code IS '清单所在的 12 位区划代码';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.region_name IS '清单所在区划的全称';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.level IS '清单的层级';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.level_name IS '层级的中文名称';
--> statement-breakpoint
COMMENT ON COLUMN report.gap.is_waiting IS '是否有待人审定的对应关系：审定之后也许就不是缺口';
--> statement-breakpoint
-- The role may look at these views and at nothing else; functions of other schemas are out of its reach, for it may not
-- use those schemas. Roles belong to the whole server, so another database may have made it already.
DO $$
BEGIN
  BEGIN
    CREATE ROLE zongheng_report NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
  END;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA report TO zongheng_report;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA report TO zongheng_report;
--> statement-breakpoint
-- Whoever reads a view calls its functions.
GRANT EXECUTE ON FUNCTION report.state_today(text, text, text) TO zongheng_report;
