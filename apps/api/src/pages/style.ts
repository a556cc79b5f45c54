/** The style of the pages; no foreign font, no foreign server. */
export const STYLE = `
:root { --ink: #1f2329; --soft: #646a73; --line: #dee0e3; --paper: #fff; --ground: #f5f6f7; --brand: #1d4f91; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.65 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--ground); }
header { display: flex; gap: 16px; align-items: baseline; padding: 14px 24px; background: var(--brand); color: #fff; flex-wrap: wrap; }
header a { color: #fff; font-size: 19px; font-weight: 600; text-decoration: none; }
header span { opacity: .85; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 8px 24px; background: var(--paper); border-bottom: 1px solid var(--line); }
nav a { text-decoration: none; }
main { max-width: 1280px; margin: 0 auto; padding: 20px 24px; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 16px 20px; margin: 0 0 16px; }
h1 { font-size: 22px; margin: 4px 0 8px; }
h2 { font-size: 17px; margin: 0 0 12px; }
h3 { font-size: 15px; margin: 16px 0 4px; }
h1 small, h2 small, li small, td small, dd small, p small { color: var(--soft); font-weight: 400; font-size: 13px; margin-left: 10px; }
a { color: var(--brand); }
a:focus-visible { outline: 3px solid #f5a623; outline-offset: 2px; }
.figure { color: inherit; text-decoration: none; }
a.figure:hover span { text-decoration: underline; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(130px, 1fr)); gap: 12px; }
.figures.work { grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); }
td a[href^="/units/"] { display: inline-block; min-width: 7em; }
.figure { border-left: 4px solid var(--line); padding: 2px 12px; }
.figure b { font-size: 26px; font-variant-numeric: tabular-nums; }
.figure i { font-style: normal; color: var(--soft); margin-left: 4px; }
.figure span { display: block; color: var(--soft); }
.figure.red { border-color: #cf1322; } .figure.orange { border-color: #d46b08; }
.figure.yellow { border-color: #d4b106; } .figure.blue { border-color: #0958d9; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 8px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 500; white-space: nowrap; }
td.number { font-variant-numeric: tabular-nums; }
mark { padding: 1px 8px; border-radius: 4px; color: #fff; white-space: nowrap; }
mark.red { background: #cf1322; } mark.orange { background: #b75d06; } mark.yellow { background: #8a6d00; }
mark.stage { background: #475467; }
mark.blue { background: #0958d9; } mark.none { background: #646a73; }
em, td.place, time, .state { white-space: nowrap; }
.state.late { color: #a8071a; } .state.done { color: #216e39; } .state.open { color: var(--brand); } .state.idle { color: var(--soft); }
.moved { color: var(--brand); font-weight: 600; }
.log { padding-left: 1.4em; } .log li { padding: 3px 0; }
td small { display: block; margin-left: 0; }
small.why, small.digest { display: block; margin-left: 0; overflow-wrap: anywhere; }
.choices { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 4px 0; }
.said { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; }
.urgent { border-color: #ffa39e; }
.ledger th { white-space: normal; min-width: 3em; } .ledger td:first-child { min-width: 9em; }
em { font-style: normal; font-size: 12px; color: #8a6d00; border: 1px solid currentColor; border-radius: 3px; padding: 0 4px; margin-left: 6px; }
q { color: #a8071a; quotes: "“" "”"; margin-left: 6px; }
.sample, .warning, .hush { padding: 10px 16px; border-radius: 8px; margin: 0 0 16px; background: #fffbe6; border: 1px solid #ffe58f; }
.warning { background: #fff1f0; border-color: #ffa39e; }
.bars { list-style: none; padding: 0; margin: 0; }
.bars li { display: grid; grid-template-columns: 9em 1fr 4em; gap: 12px; align-items: center; padding: 3px 0; }
meter { width: 100%; height: 16px; }
meter::-webkit-meter-optimum-value { background: var(--brand); }
meter::-moz-meter-bar { background: var(--brand); }
summary { cursor: pointer; color: var(--brand); padding: 6px 0; }
code { background: var(--ground); padding: 1px 6px; border-radius: 4px; overflow-wrap: anywhere; }
.version, footer, .empty { color: var(--soft); }
footer { max-width: 1280px; margin: 0 auto; padding: 0 24px 24px; font-size: 13px; }
form.card, section.card { display: grid; gap: 12px; max-width: 420px; background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 20px 24px; margin: 0 0 16px; }
form.card label { display: grid; gap: 4px; } form.card input { font: inherit; padding: 6px 10px; border: 1px solid #98a2b3; border-radius: 4px; }
section.card form { display: flex; flex-wrap: wrap; gap: 8px; }
button { font: inherit; padding: 6px 16px; border: 1px solid var(--brand); border-radius: 4px; background: var(--brand); color: #fff; cursor: pointer; }
section.card button { background: #fff; color: var(--brand); }
:focus-visible { outline: 3px solid #fa8c16; outline-offset: 1px; }
.qr svg { width: 220px; height: 220px; } .codes { columns: 2; max-width: 480px; } nav .me { margin-left: auto; }
@media print {
  body { background: #fff; font-size: 12px; }
  nav, .filters { display: none; }
  header { background: none; color: #000; padding: 0 0 8px; border-bottom: 2px solid #000; } header a { color: #000; }
  main, footer { max-width: none; padding: 8px 0; }
  section { border: none; padding: 8px 0; margin: 0; }
  h2, h3, thead { break-after: avoid; } tr, li { break-inside: avoid; } thead { display: table-header-group; }
  mark { color: #000; border: 1px solid #000; background: none !important; }
}
@media (max-width: 700px) { main { padding: 12px; } table { display: block; overflow-x: auto; } }
`;

/** A shield with a light in it. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M16 2 4 7v9c0 7 5 12 12 14 7-2 12-7 12-14V7z" fill="#1d4f91"/><circle cx="16" cy="15" r="5" fill="#ffd666"/></svg>';
