GRANT SELECT ON matching.adopted_version TO zongheng_matching;
--> statement-breakpoint
CREATE OR REPLACE VIEW reference.published_catalog AS SELECT catalog_id, from_release, to_release, catalog_key, catalog_name, level, kind, region_code, item_count, nil_returns FROM reference.catalog;
--> statement-breakpoint
CREATE OR REPLACE VIEW reference.published_organisation AS SELECT organisation_id, from_release, to_release, organisation_name, unified_credit_code, region_code, canonical_name FROM reference.organisation;
--> statement-breakpoint
COMMENT ON TABLE matching.adopted_version IS '地方事项的每一版所依据的参考目录版本';
--> statement-breakpoint
COMMENT ON TABLE intake.quarantine_row IS '最近一次导入时隔离的行：不能成为事项，或与别的行无法区分';
--> statement-breakpoint
COMMENT ON TABLE intake.column_mapping IS '人工确认的列与要素的对应，按清单记住';
--> statement-breakpoint
DO $$
DECLARE
  words CONSTANT jsonb := '{
    "item_id": "事项标识，由清单与来源主键导出，重复导入不变", "from_release": "自哪个版次起有效（含）",
    "reference_id": "参考目录事项标识", "reference_version": "参考目录事项的版本号", "since_release": "自哪个版次起得知",
    "catalog_id": "清单标识", "title_key": "列名（规范写法）", "target": "对应的要素",
    "ordinal": "在来源文件中的次序，从 1 起", "document": "文件", "sheet": "工作表", "row": "行号", "task_name": "事项名称（原文）",
    "cells": "读到的各格：列名与内容", "problems": "入库时查出的问题", "kept_id": "代替它保留的已发布事项",
    "nil_returns": "零报告的部门", "canonical_name": "机构的规范名称"
  }';
  spot record;
BEGIN
  FOR spot IN
    SELECT table_schema, table_name, column_name FROM information_schema.columns
    WHERE (table_schema, table_name) IN (('matching', 'adopted_version'), ('intake', 'quarantine_row'), ('intake', 'column_mapping'))
      OR column_name IN ('nil_returns', 'canonical_name') AND table_schema IN ('reference', 'intake')
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I.%I IS %L', spot.table_schema, spot.table_name, spot.column_name, words ->> spot.column_name);
  END LOOP;
END $$;
