import { charts } from './charts.ts';
import { itemErrorList, pairErrorList } from './error-list.ts';
import { itemTables } from './item-tables.ts';
import { escaped, htmlTable } from './markup.ts';
import { pairTables } from './pair-tables.ts';
import type { Quality } from './quality.ts';
import { STYLE } from './style.ts';
import { labelSentence } from './text-report.ts';

/** The first lines of every report: a file that begins so may be written over by the next one. */
export const REPORT_MARK = '<!doctype html>\n<!-- zongheng evaluate -->\n';

const section = (title: string, parts: readonly string[]): string =>
  `<section>\n<h2>${title}</h2>\n${parts.join('\n')}\n</section>`;

const errorPart = (count: number, list: string): string =>
  count === 0 ? '<h3>错误</h3>\n<p>没有错误。</p>' : `<h3>错误（${count} 处，最有把握的在前）</h3>\n${list}`;

const pairSection = ({ pairs }: Quality): string =>
  pairs === null
    ? ''
    : section('名称对', [
        charts('pairs', { ...pairs.quality, averagePrecision: pairs.quality.same.averagePrecision }),
        ...pairTables(pairs.quality).map(htmlTable),
        errorPart(pairs.errors.length, pairErrorList(pairs.errors)),
      ]);

const itemSection = ({ items }: Quality): string =>
  items === null
    ? ''
    : section('事项对参考目录', [
        charts('items', { ...items.quality, averagePrecision: items.quality.links.averagePrecision }),
        ...itemTables(items.quality).map(htmlTable),
        errorPart(items.errors.length, itemErrorList(items.errors)),
      ]);

/** The report as one HTML file that needs neither network nor script; the same quality gives the same bytes. */
export const reportPage = (quality: Quality): string => {
  const title = `匹配质量报告：${quality.labels.file}`;
  return `${REPORT_MARK}<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(labelSentence(quality))}</p>
${pairSection(quality)}
${itemSection(quality)}
</main>
</body>
</html>
`;
};
