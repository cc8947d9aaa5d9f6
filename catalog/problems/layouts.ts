/** Problems of the way a sheet is laid out: which columns it has, and which of its rows are items. */
export const LAYOUT_PROBLEMS = {
  SHEET_SKIPPED: {
    severity: 'INFO',
    template: '这张表没有读取（{detail}）；{other}。',
    source: '导入约定',
  },
  SHEET_WITH_ROWS_SKIPPED: {
    severity: 'WARNING',
    template:
      '这张表有 {value} 行内容没有读取（{detail}）；如是事项，请补上含“事项名称”一列的表头后重新导入，不是事项的不必处理。',
    source: '导入约定',
  },
  COLUMN_GUESSED: {
    severity: 'WARNING',
    template:
      '列“{value}”按“{title}”读取（把握 {other}）；请核对，不对的请用 --map 映射文件写明这一列是什么，或写“忽略”。',
    source: '导入约定',
  },
  COLUMN_UNSURE: {
    severity: 'ERROR',
    template:
      '列“{value}”不能确定是哪个要素，可能是{detail}，文件没有导入；请用 --map 映射文件写明，例如 {"columns": {"{value}": "{other}"}}，不需要这一列的写“忽略”，原样保留的写“其他列”。',
    source: '导入约定',
  },
  MAPPING_UNREADABLE: {
    severity: 'ERROR',
    template: '映射文件不能使用：{detail}；应为 {"columns": {"表里的列名": "要素名"}}。',
    source: '导入约定',
  },
  MAPPING_ELEMENT_UNKNOWN: {
    severity: 'ERROR',
    template: '映射文件中列“{value}”写作“{other}”，没有这个要素{detail}；请改正，或写“忽略”“其他列”。',
    source: '导入约定',
  },
  MAPPING_COLUMN_ABSENT: {
    severity: 'WARNING',
    template: '映射文件中的列“{value}”在表里没有，请核对列名。',
    source: '导入约定',
  },
  ROWS_LEFT_OUT: {
    severity: 'INFO',
    template: '{title} {value} 行没有作为事项读取：第 {detail} 行。',
    source: '导入约定',
  },
  NIL_RETURN: {
    severity: 'INFO',
    template: '{title}办理了零报告（没有事项）。',
    source: '沈阳市通知（零报告）',
  },
  TOTAL_MISMATCH: {
    severity: 'WARNING',
    template: '“{value}”写明 {detail} 项，实际读到 {other} 项，请核对是否有遗漏或多出的行。',
    source: '导入约定',
  },
  SEVERAL_ITEMS_IN_CELL: {
    severity: 'INFO',
    template: '一格中写了 {other} 个事项，已分为各自一行，其余各列共用；请以后每行只写一个事项。',
    source: 'GB/T 39046-2020 第 6 章',
  },
  CODE_IN_NAME: {
    severity: 'INFO',
    template: '事项名称与编码写在一格，已分开为“{value}”和“{other}”，这样的共 {detail} 行；请以后分列填写。',
    source: 'GB/T 39046-2020 第 6 章',
  },
  CELLS_FILLED_DOWN: {
    severity: 'INFO',
    template: '“{title}”{detail}，有 {value} 行已按上一行或同组的值补上；请核对是否正确。',
    source: '导入约定',
  },
  NAME_AS_ABOVE: {
    severity: 'WARNING',
    template: '事项名称写作“{value}”，没有代为补上；请写出这个事项的全称。',
    source: '导入约定',
  },
  VALUE_FROM_HEADING: {
    severity: 'INFO',
    template: '没有填写“{title}”的 {other} 行，已按表头上方或表名写明的“{value}”补上。',
    source: '武陵源区通知（备案表：报送单位）',
  },
} as const;
