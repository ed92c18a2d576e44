/** The look that the mailbox and the control page share. */
export const PAGE_CSS = `
:root{--ink:#20242c;--soft:#626b7a;--line:#e2e6ec;--paper:#f5f7fa;--card:#fff;--blue:#2456c9;--sans:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Open Sans","PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 var(--sans)}
a{color:var(--blue)}h1{font-size:18px;margin:0}h2{font-size:15px;margin:0 0 12px}p{margin:0 0 8px}
:focus-visible{outline:2px solid #3b82f6;outline-offset:1px}
header.page{display:flex;align-items:center;gap:8px 20px;flex-wrap:wrap;background:#1d2430;color:#fff;padding:12px 20px}
header.page h1{flex:1;min-width:150px}header.page nav{display:flex;gap:4px;flex-wrap:wrap}header.page nav a{color:#cfd7e6;text-decoration:none;padding:6px 10px;border-radius:8px}
header.page nav a:hover,header.page nav a[aria-current]{background:#2f3a4d;color:#fff}
header.page .clock{font-variant-numeric:tabular-nums;background:#2f3a4d;border-radius:8px;padding:5px 12px}
main{max-width:1180px;margin:0 auto;padding:20px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px;margin-bottom:16px}
.grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px;align-items:start}.grid .card{margin:0}.wide{grid-column:1/-1}
button,.button{font:inherit;font-weight:600;border:1px solid #c6cedb;background:#fff;border-radius:8px;padding:7px 14px;min-height:36px;cursor:pointer;color:var(--ink);text-decoration:none;display:inline-block}
button:hover,.button:hover{background:#f0f3f8}button.primary{background:var(--blue);border-color:var(--blue);color:#fff}button.danger{color:#b42318;border-color:#e2a9a2}
button:disabled{opacity:.55;cursor:default}
label{display:grid;gap:4px;font-size:12.500px;font-weight:600;color:var(--soft)}
input,select{font:inherit;font-weight:400;color:var(--ink);border:1px solid #c6cedb;border-radius:8px;padding:7px 10px;min-height:36px;background:#fff;width:100%;min-width:0}
input[type=checkbox]{width:auto;min-height:0}
form.row,.row{display:flex;gap:8px;flex-wrap:wrap;align-items:end}form.row label{flex:1 1 150px}
table{width:100%;border-collapse:collapse;font-size:13px}th{text-align:left;color:var(--soft);font-weight:600;font-size:12px}th,td{padding:7px 8px;border-bottom:1px solid var(--line);vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.scroll{overflow-x:auto}.soft{color:var(--soft)}.badge{background:#e8edf5;border-radius:99px;padding:1px 9px;font-size:12px;white-space:nowrap}.badge.good{background:#d6f5df;color:#14532d}.badge.bad{background:#fde2df;color:#8f1d14}.badge.wait{background:#fdf0c4;color:#6b4e00}
.said{background:#e3f0ff;border:1px solid #a9cdf8;border-radius:10px;padding:10px 14px;margin-bottom:16px}.said.bad{background:#fdeceb;border-color:#efb3ad}
@media(max-width:760px){header.page nav a{padding:6px 8px;font-size:13px}.grid{grid-template-columns:1fr}main{padding:12px}header.page{padding:12px}}
`.replaceAll(".500px", ".5px");
