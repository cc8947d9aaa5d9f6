/** The look of the report; light and dark follow the reader's system, and print is always light. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1d2127; --soft: #5b6470; --paper: #ffffff; --panel: #f4f5f7; --line: #d5d9df; --curve: #1a5fb4; --mark: #ffe08a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --soft: #a3abb6; --paper: #16191d; --panel: #20252b; --line: #3a414a; --curve: #7db4f5; --mark: #6b5310; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--line); } h3 { margin-top: 2rem; }
.note { color: var(--soft); font-size: .9rem; margin: .35rem 0 1rem; }
.wide { overflow-x: auto; margin-top: 1.5rem; }
table { border-collapse: collapse; min-width: 40%; font-size: .92rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .35rem; }
th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: normal; }
thead th { font-weight: 600; background: var(--panel); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; margin-top: 1rem; }
figure { margin: 0; background: var(--panel); border-radius: .5rem; padding: .75rem; }
figcaption { font-size: .88rem; color: var(--soft); }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 11px; }
.grid { stroke: var(--line); fill: none; } .diagonal { stroke: var(--soft); stroke-dasharray: 4 4; fill: none; }
.curve { stroke: var(--curve); stroke-width: 2; fill: none; } .mark { fill: var(--curve); }
article { background: var(--panel); border-radius: .5rem; padding: .75rem 1rem; margin: .8rem 0; break-inside: avoid; }
article p { margin: .35rem 0; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: .5rem 1.5rem; margin: 0; }
dt { color: var(--soft); font-size: .88rem; } dd { margin: 0; font-size: 1.05rem; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; }
.evidence { margin: .35rem 0; padding-left: 0; list-style: none; font-size: .92rem; }
.bits { display: inline-block; min-width: 4em; font-variant-numeric: tabular-nums; color: var(--soft); }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --panel: #fff; --line: #bbb; --curve: #000; --mark: #ddd; } }`;
