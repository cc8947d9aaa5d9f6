/** The look of the printed report: A4 across, headers on every page, no row torn apart, the list of all items on pages of its own. */
export const HTML_STYLE = `@page { size: A4 landscape; margin: 12mm 10mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
* { box-sizing: border-box; }
body { margin: 0; color: #1d2127; background: #fff; font: 15px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 100rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5em; margin: 0 0 .8rem; } h2 { font-size: 1.15em; margin: 1.6em 0 .4em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0 0 1rem; }
dt { color: #5b6470; } dd { margin: 0; }
.note { color: #5b6470; font-size: .9em; margin: .2rem 0 .6rem; }
table { border-collapse: collapse; width: 100%; font-size: .9em; }
th, td { border: 1px solid #c9ced6; padding: .25rem .45rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #dde7f0; white-space: nowrap; }
.departments thead th { white-space: normal; word-break: keep-all; } .departments tr:last-child td { font-weight: 700; }
small { display: block; color: #5b6470; font-size: .82em; }
.limits { border-left: .25rem solid #b98900; background: #fdf8e8; padding: .2rem .9rem .4rem; margin: 1rem 0; }
.limits h2 { margin: .3em 0 .2em; } .limits ul { margin: 0; padding-left: 1.2em; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.findings td:first-child { white-space: nowrap; width: 3.2rem; }
.findings td:nth-child(2), .findings td:nth-child(3) { width: 22%; }
.texts td:nth-child(2), .texts td:nth-child(3) { width: 16%; } .texts td:nth-child(4) { width: 7%; }
.error { color: #a3180a; font-weight: 700; } .warning { color: #8a5a00; font-weight: 700; } .info { color: #1a4f8b; }
mark { background: none; color: #c00000; font-weight: 700; text-decoration: underline; }
a { color: #1a4f8b; }
@media print {
  body { font-size: 9pt; line-height: 1.4; } main { padding: 0; max-width: none; }
  thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; }
  .note { break-after: avoid; } section.whole { break-before: page; } a { color: inherit; text-decoration: none; }
}`;
