/** The style of the pages of citizens: for a telephone first, large letters, no script, no foreign font. */
export const PUBLIC_STYLE = `
:root { --ink: #1f2329; --soft: #565d66; --line: #c9cdd4; --paper: #fff; --ground: #f5f6f7; --brand: #1d4f91; --bad: #a8071a; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 17px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--ground); overflow-wrap: anywhere; }
header { padding: 14px 16px; background: var(--brand); } header a { color: #fff; font-size: 20px; font-weight: 600; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; background: var(--paper); border-bottom: 1px solid var(--line); padding: 0 8px; }
nav a { padding: 12px; text-decoration: none; color: var(--brand); } nav a[aria-current] { font-weight: 600; box-shadow: inset 0 -3px var(--brand); }
main { max-width: 760px; margin: 0 auto; padding: 16px; }
h1 { font-size: 24px; margin: 8px 0 12px; } h2 { font-size: 19px; margin: 24px 0 8px; }
a { color: var(--brand); }
.skip { position: absolute; left: -999px; } .skip:focus { position: static; display: block; padding: 8px 16px; background: #fff; }
form, .card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin: 0 0 16px; }
fieldset { border: 0; border-top: 1px solid var(--line); margin: 20px 0 0; padding: 12px 0 0; min-width: 0; } fieldset:first-of-type { border-top: 0; margin-top: 0; padding-top: 0; }
legend { font-weight: 600; font-size: 19px; padding: 0; float: left; width: 100%; margin: 0 0 8px; } legend + * { clear: both; }
label { display: block; margin: 12px 0 0; } label > span { display: block; } .hint { color: var(--soft); font-size: 15px; }
input[type=text], input[type=tel], input[type=date], input[type=file], textarea, select { font: inherit; width: 100%; padding: 10px 12px; border: 1px solid #767f8c; border-radius: 6px; background: #fff; color: var(--ink); min-height: 46px; }
textarea { min-height: 11em; resize: vertical; }
.pair { display: grid; grid-template-columns: 1fr 7em; gap: 8px; align-items: end; }
.tick { display: flex; gap: 10px; align-items: flex-start; } .tick input { width: 22px; height: 22px; margin: 4px 0 0; flex: none; }
button { font: inherit; font-weight: 600; width: 100%; margin: 20px 0 0; padding: 12px; border: 0; border-radius: 6px; background: var(--brand); color: #fff; cursor: pointer; min-height: 50px; }
:focus-visible { outline: 3px solid #b54708; outline-offset: 2px; }
summary { cursor: pointer; padding: 10px 0; color: var(--brand); }
.trouble { background: #fff1f0; border: 2px solid var(--bad); border-radius: 8px; padding: 12px 16px; margin: 0 0 16px; }
.note { background: #fffbe6; border: 1px solid #d4b106; border-radius: 8px; padding: 12px 16px; margin: 0 0 16px; }
.question { background: #eef4fc; border: 2px solid var(--brand); border-radius: 8px; padding: 12px 16px; margin: 20px 0 0; }
.code { font: 700 26px/1.5 ui-monospace, Consolas, monospace; letter-spacing: 1px; text-align: center; padding: 16px 8px; border: 2px dashed var(--brand); border-radius: 8px; background: #fff; }
.steps { list-style: none; padding: 0; display: grid; gap: 8px; } .steps li { padding: 8px 12px; border-left: 4px solid var(--line); color: var(--soft); } .steps li[aria-current] { border-color: var(--brand); color: var(--ink); font-weight: 600; background: #eef4fc; }
.trap { position: absolute; left: -9999px; width: 1px; height: 1px; overflow: hidden; }
footer { max-width: 760px; margin: 0 auto; padding: 0 16px 24px; color: var(--soft); font-size: 15px; } .telephones { list-style: none; padding: 0; }
@media print { nav, form, button, footer p { display: none; } }
`;
