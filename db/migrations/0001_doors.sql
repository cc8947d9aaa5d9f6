-- One role per subgraph, with the right to read its own schema and the doors of the others; one role for business
-- intelligence tools may follow. Roles belong to the whole server, so another database may have made them already.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reference', 'county', 'township', 'guide', 'matching'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', 'zongheng_' || name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    EXECUTE format('GRANT %I TO CURRENT_USER', 'zongheng_' || name);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', name, 'zongheng_' || name);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', name, 'zongheng_' || name);
    EXECUTE format('GRANT USAGE ON SCHEMA release TO %I', 'zongheng_' || name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE VIEW release.published AS SELECT number, published_at, note, catalog_keys, added, changed, removed FROM release.release;
--> statement-breakpoint
CREATE VIEW reference.published AS SELECT item_id, from_release, to_release, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code, implementation_code, local_code, task_state, plan_effective_date, plan_cancel_date, elements, source, problems FROM reference.item;
--> statement-breakpoint
CREATE VIEW reference.published_catalog AS SELECT catalog_id, from_release, to_release, catalog_key, catalog_name, level, kind, region_code, item_count FROM reference.catalog;
--> statement-breakpoint
CREATE VIEW reference.published_region AS SELECT region_code, from_release, to_release, region_name, full_name, level, parent_code FROM reference.region;
--> statement-breakpoint
CREATE VIEW reference.published_organisation AS SELECT organisation_id, from_release, to_release, organisation_name, unified_credit_code, region_code FROM reference.organisation;
--> statement-breakpoint
CREATE VIEW county.published AS SELECT item_id, from_release, to_release, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code, implementation_code, local_code, task_state, plan_effective_date, plan_cancel_date, elements, source, problems FROM county.item;
--> statement-breakpoint
CREATE VIEW township.published AS SELECT item_id, from_release, to_release, version, catalog_id, ordinal, level, kind, item_type, region_code, organisation_id, task_name, basic_code, implementation_code, local_code, source_item_key, task_state, plan_effective_date, plan_cancel_date, elements, source, problems FROM township.item;
--> statement-breakpoint
CREATE VIEW guide.published AS SELECT guide_id, from_release, to_release, version, catalog_id, ordinal, item_id, precedence, guide_name, elements, source, problems FROM guide.guide;
--> statement-breakpoint
CREATE VIEW matching.published AS SELECT match_id, from_release, to_release, version, kind, relation, status, method, confidence, left_id, right_id FROM matching.match;
--> statement-breakpoint
GRANT SELECT ON release.published TO zongheng_reference, zongheng_county, zongheng_township, zongheng_guide, zongheng_matching;
--> statement-breakpoint
GRANT USAGE ON SCHEMA reference, guide TO zongheng_matching;
--> statement-breakpoint
GRANT SELECT ON reference.published_catalog, reference.published_region, reference.published_organisation, guide.published TO zongheng_matching;
--> statement-breakpoint
COMMENT ON SCHEMA reference IS '参考目录：国家、省基本目录，以及全库的清单、区划、机构';
--> statement-breakpoint
COMMENT ON SCHEMA county IS '市、县清单：目录清单、实施清单、权责清单、公共服务清单';
--> statement-breakpoint
COMMENT ON SCHEMA township IS '乡镇（街道）、村（社区）清单';
--> statement-breakpoint
COMMENT ON SCHEMA guide IS '办事指南';
--> statement-breakpoint
COMMENT ON SCHEMA matching IS '跨层级事项索引与对应关系';
--> statement-breakpoint
COMMENT ON SCHEMA intake IS '导入后尚未发布的草稿';
--> statement-breakpoint
COMMENT ON SCHEMA release IS '版次';
--> statement-breakpoint
COMMENT ON TABLE release.release IS '版次：每次发布一行，编号连续递增';
--> statement-breakpoint
COMMENT ON TABLE reference.item IS '参考目录事项的各个版本';
--> statement-breakpoint
COMMENT ON TABLE county.item IS '市县清单事项的各个版本';
--> statement-breakpoint
COMMENT ON TABLE township.item IS '乡镇、村清单事项的各个版本';
--> statement-breakpoint
COMMENT ON TABLE guide.guide IS '办事指南的各个版本';
--> statement-breakpoint
COMMENT ON TABLE matching.item IS '跨层级事项索引：发布时由各级清单写入，供列表、检索与对应使用';
--> statement-breakpoint
COMMENT ON TABLE matching.name IS '规范化名称及其单字、双字片段，供检索';
--> statement-breakpoint
COMMENT ON TABLE matching.match IS '事项之间的对应关系的各个版本';
--> statement-breakpoint
COMMENT ON TABLE reference.catalog IS '目录与清单的各个版本';
--> statement-breakpoint
COMMENT ON TABLE reference.region IS '行政区划（12 位代码）的各个版本';
--> statement-breakpoint
COMMENT ON TABLE reference.organisation IS '机构的各个版本';
--> statement-breakpoint
COMMENT ON TABLE intake.draft IS '草稿：已检查、等待发布的清单';
--> statement-breakpoint
COMMENT ON TABLE intake.draft_row IS '草稿的行：目标表的一条记录';
--> statement-breakpoint
-- Columns that several tables share are described once.
DO $$
DECLARE
  words CONSTANT jsonb := '{
    "item_id": "事项标识，由清单与来源主键导出，重复导入不变", "item_code_key": "指南所指事项的编码", "item_name_key": "指南所指事项的名称键", "item_region_code": "指南所指事项的区划",
    "guide_id": "指南标识", "match_id": "对应关系标识", "catalog_id": "清单标识", "organisation_id": "机构标识",
    "from_release": "自哪个版次起有效（含）", "to_release": "到哪个版次止（不含）；2147483647 表示仍有效",
    "version": "整数版本号，每次变更加一", "digest": "内容摘要，用于判断是否变更",
    "ordinal": "在来源文件中的次序，从 1 起", "level": "层级", "kind": "种类", "item_type": "事项类型",
    "region_code": "12 位区划代码", "region_name": "区划名称", "full_name": "区划全称", "parent_code": "上级区划代码",
    "task_name": "事项名称（原文）", "name_key": "规范化名称的键", "normalized_name": "规范化名称",
    "grams": "名称的单字与双字片段", "basic_code": "基本编码（原文）", "implementation_code": "实施编码（原文）",
    "local_code": "地方编码（原文）", "basic_key": "基本编码的“方案:规范写法”", "code_key": "主要编码的“方案:规范写法”",
    "source_item_key": "声明的来源事项编码的“方案:规范写法”", "task_state": "事项状态",
    "plan_effective_date": "计划生效日期", "plan_cancel_date": "计划取消日期", "elements": "其余要素，键为要素名",
    "source": "出处：文件、工作表、行号、来源主键", "problems": "入库时查出的问题",
    "guide_name": "指南所写的事项名称", "precedence": "同一事项有几份指南时的先后，小者优先",
    "audiences": "服务对象", "topics": "主题", "relation": "关系", "status": "状态", "method": "得出的方法",
    "confidence": "把握，0 到 1", "left_id": "下级或权力一侧事项", "right_id": "上级或服务一侧事项",
    "left_level": "左侧事项的层级", "left_region_code": "左侧事项的区划代码", "evidence": "依据",
    "catalog_key": "清单键", "catalog_name": "清单名称", "item_count": "事项数",
    "organisation_name": "机构名称", "unified_credit_code": "统一社会信用代码（GB 32100）",
    "number": "版次号", "published_at": "发布时刻", "note": "发布说明", "catalog_keys": "涉及的清单键",
    "added": "新增数", "changed": "变更数", "removed": "取消数",
    "imported_at": "导入时刻", "row_count": "来源行数", "target": "目标表", "row_id": "目标记录的标识", "record": "目标记录"
  }';
  spot record;
BEGIN
  FOR spot IN
    SELECT table_schema, table_name, column_name FROM information_schema.columns
    WHERE table_schema IN ('reference', 'county', 'township', 'guide', 'matching', 'intake', 'release')
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I.%I IS %L', spot.table_schema, spot.table_name, spot.column_name, words ->> spot.column_name);
  END LOOP;
END $$;
