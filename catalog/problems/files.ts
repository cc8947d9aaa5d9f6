/** Problems of a file or a whole list: it cannot be read, or it does not say what it is. */
export const FILE_PROBLEMS = {
  FILE_UNREADABLE: {
    severity: 'ERROR',
    template:
      '文件无法读取（{detail}），请核对后重新导入；文件损坏的，请在 Office 或 WPS 中打开并另存为 xlsx。',
    source: '导入约定',
  },
  FILE_FORMAT_UNSUPPORTED: {
    severity: 'ERROR',
    template:
      '不支持的文件格式“{value}”，请在 Office 或 WPS 中另存为 xlsx（表格）或 docx（文档），或改用 csv、html、json、jsonl。',
    source: '导入约定',
  },
  FILE_PICTURE: {
    severity: 'ERROR',
    template:
      '{value} 是版式文件或图片，不是可以读取的表格；请向来文单位索取原来的 Excel 或 Word 文件，或录入表格后重新导入。',
    source: '导入约定',
  },
  FILE_ARCHIVE: {
    severity: 'ERROR',
    template: '{value} 是压缩包，请先解压，再逐个导入其中的文件。',
    source: '导入约定',
  },
  FILE_TOO_SLOW: {
    severity: 'ERROR',
    template:
      '读取用时超过 {other} 秒，已停止；请在 Office 或 WPS 中删去与事项无关的内容，另存为 xlsx 后重新导入。',
    source: '导入约定；OWASP ASVS 5.2.1',
  },
  FILE_TOO_MUCH_MEMORY: {
    severity: 'ERROR',
    template:
      '读取所需内存超过 {other}，已停止；请在 Office 或 WPS 中删去与事项无关的内容，或拆成几个文件分别导入。',
    source: '导入约定；OWASP ASVS 5.2.1',
  },
  FILE_TOO_LARGE: {
    severity: 'ERROR',
    template: '文件有 {value}，上限是 {other}；请删去图片等与事项无关的内容，或拆成几个文件分别导入。',
    source: '导入约定',
  },
  FILE_BOMB: {
    severity: 'ERROR',
    template:
      '文件解压后超过 {other}，与它的大小不相称，已停止读取；请在 Office 或 WPS 中打开核对，删去多余的内容后另存再导入。',
    source: '导入约定；OWASP ASVS 5.2.3',
  },
  FILE_TOO_MANY_PARTS: {
    severity: 'ERROR',
    template: '文件由 {value} 个部分打包而成，上限是 {other} 个；请只保留清单所在的工作表，另存后重新导入。',
    source: '导入约定；OWASP ASVS 5.2.3',
  },
  FILE_ENCRYPTED: {
    severity: 'ERROR',
    template: '文件设有打开密码，无法读取；请在 Office 或 WPS 中取消密码，另存后重新导入。',
    source: '导入约定',
  },
  FILE_DOCTYPE: {
    severity: 'ERROR',
    template:
      '文件内部的 XML 带有 DOCTYPE 或实体声明，正常的文档没有，已拒绝读取；请在 Office 或 WPS 中打开并另存为 xlsx 或 docx。',
    source: '导入约定；OWASP ASVS 1.5.1',
  },
  FORMULA_WITHOUT_VALUE: {
    severity: 'WARNING',
    template:
      '公式“{value}”没有保存计算结果，按空白处理；请在 Office 或 WPS 中打开并保存一次，或直接填写内容。',
    source: '导入约定',
  },
  CELL_ERROR: {
    severity: 'WARNING',
    template: '公式出错（{value}），按空白处理；请改正公式或直接填写内容。',
    source: '导入约定',
  },
  FILE_ENCODING: {
    severity: 'ERROR',
    template: '文字编码无法识别（{detail}），请另存为 UTF-8 或 GB18030 编码后重新导入。',
    source: '导入约定；GB 18030-2022',
  },
  FILE_ENCODING_GUESSED: {
    severity: 'INFO',
    template: '文件不是 UTF-8，已按 {value} 编码读取，请核对是否有乱码。',
    source: '导入约定；GB 18030-2022',
  },
  FILE_LIMIT: {
    severity: 'ERROR',
    template: '{title}超过上限 {other}，没有继续读取；请删去与事项无关的内容，或拆成几个文件分别导入。',
    source: '导入约定；OWASP ASVS 5.2.3',
  },
  TEXT_NULLS: {
    severity: 'WARNING',
    template: '有 {value} 个空字符（NUL），已略去；请核对内容是否完整。',
    source: '导入约定',
  },
  DELIMITER_GUESSED: {
    severity: 'INFO',
    template: '各列以{value}分隔，已按此读取；如有错列，请另存为 xlsx 后重新导入。',
    source: '导入约定；RFC 4180',
  },
  CELL_MISQUOTED: {
    severity: 'WARNING',
    template:
      '单元格“{value}”的引号后面还有文字，已照表格软件的办法读取；请核对这一行有无错列，内容中的引号应写成两个。',
    source: 'RFC 4180 第 2 节第 7 项',
  },
  ROWS_SWALLOWED: {
    severity: 'WARNING',
    template:
      '“{value}”开始的单元格跨了几行，而这一行只有 {detail} 列，前面的有 {other} 列：可能多了一个引号，把后面几行并成了一格；请核对并删去多余的引号。',
    source: 'RFC 4180 第 2 节第 4、6 项',
  },
  HIDDEN_ROWS: {
    severity: 'INFO',
    template: '第 {value} 行是隐藏行，已照常读取；不属于清单的请删除后重新导入。',
    source: '导入约定',
  },
  READER_ENDED: {
    severity: 'ERROR',
    template: '读取程序意外中断，没有读完文件；请再试一次，仍不行请把文件发给维护人员。',
    source: '导入约定',
  },
  JSON_ENVELOPE: {
    severity: 'INFO',
    template: '清单取自“{value}”中的数组，数组以外的内容没有读入；如不是清单，请只导出事项的数组。',
    source: '导入约定；RFC 8259',
  },
  KEY_REPEATED: {
    severity: 'WARNING',
    template:
      '键“{value}”在同一个对象里不止一次，采用最后一次的值，前面的没有读入；请核对并只保留一个，或改用不同的键。',
    source: 'RFC 8259 第 4 节',
  },
  FILE_EMPTY: {
    severity: 'ERROR',
    template: '文件中没有任何事项，请核对是否选错文件或工作表；确无事项的请办理零报告。',
    source: '沈阳市通知（零报告）',
  },
  HEADER_NOT_FOUND: {
    severity: 'ERROR',
    template: '没有一列是“事项名称”（看到的是：{value}），请补上或改正表头后重新导入，或用 --map 指定。',
    source: '导入约定',
  },
  UNKNOWN_COLUMN: {
    severity: 'INFO',
    template: '列“{value}”不是标准要素，内容已原样保留在“其他列”；如是标准要素，请改用标准列名。',
    source: 'GB/T 39046-2020 第 6 章',
  },
  DUPLICATE_COLUMN: {
    severity: 'WARNING',
    template:
      '“{title}”不止一列，且内容不同：采用最左一列，列“{value}”的内容保留在“其他列”；请删除多余的列。',
    source: '导入约定',
  },
  LEVEL_MISSING: {
    severity: 'ERROR',
    template: '新清单没有说明层级，请用 --level 指定（省级、市级、县级、乡镇级或村级）。',
    source: 'GB/T 39046-2020 表 A.2',
  },
  REGION_MISSING: {
    severity: 'ERROR',
    template: '新清单没有说明所属区划，请用 --region 指定 2、4、6、9 或 12 位区划代码。',
    source: 'GB/T 2260；GB/T 10114',
  },
  KIND_MISSING: {
    severity: 'ERROR',
    template:
      '新清单没有说明种类，请用 --kind 指定（参考目录、权力清单、公共服务清单、政务服务清单或指南集）。',
    source: '武陵源区通知；镇坪县通知',
  },
  KIND_UNKNOWN: {
    severity: 'ERROR',
    template:
      '清单种类“{value}”无法识别，没有导入；应为 REFERENCE（参考目录）、POWER（权力清单）、PUBLIC_SERVICE（公共服务清单）、GOVERNMENT_SERVICE（政务服务清单）或 GUIDE（指南集）。',
    source: '武陵源区通知；镇坪县通知',
  },
  LIST_MISMATCH: {
    severity: 'ERROR',
    template: '清单“{value}”已发布的{title}是“{other}”，与这次给出的“{detail}”不同；请核对，或换一个清单键。',
    source: '导入约定',
  },
  REMOVAL_GUARD: {
    severity: 'ERROR',
    template:
      '这次导入将减少 {value} 项{detail}，原有 {other} 项，超过五分之一，未予执行；请核对文件是否完整，确属取消的请加 --allow-removals。',
    source: '导入约定',
  },
} as const;
