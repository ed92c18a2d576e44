import { readableOn } from "./readable-on.ts";

/** The page's whole style, small enough to come with it: no second request stands between a customer and one press. */
export function pageStyle(accentColor: string): string {
  const accent = /^#[0-9a-f]{6}$/i.test(accentColor) ? accentColor : "#1a1a1a";
  return `:root{color-scheme:light;--accent:${accent};--on-accent:${readableOn(accent)}}${STYLE}`;
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f4f4f2;color:#1c1c1a;font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:520px;margin:0 auto;padding:24px 16px 48px}
header{display:flex;align-items:center;gap:12px;min-height:44px;margin-bottom:16px;font-weight:600}
header img{max-height:44px;max-width:200px}
.card{background:#fff;border:1px solid #e2e2de;border-radius:16px;padding:28px 24px}
h1{font-size:26px;line-height:1.2;margin:0 0 8px}
h1:focus{outline:none}
p{margin:0 0 16px}
.quiet{color:#5c5c57;font-size:15px}
fieldset{border:0;margin:20px 0;padding:0;min-width:0}
legend{padding:0;font-weight:600;margin-bottom:8px}
.scores{display:grid;grid-template-columns:repeat(5,1fr);gap:8px}
.score{position:relative}
.score input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.score span{display:flex;flex-direction:column;align-items:center;justify-content:center;gap:4px;min-height:84px;padding:8px 2px;border:2px solid #c9c9c3;border-radius:12px;text-align:center;font-size:13px;line-height:1.2}
.score b{font-size:24px;line-height:1}
.score input:hover+span{border-color:#77776f}
.score input:checked+span{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.score input:focus-visible+span{outline:3px solid #1f5fd6;outline-offset:2px}
label.field{display:block;font-weight:600;margin-bottom:4px}
textarea{display:block;width:100%;min-height:96px;padding:12px;border:1px solid #8b8b84;border-radius:10px;font:inherit;resize:vertical}
textarea:focus-visible,button:focus-visible{outline:3px solid #1f5fd6;outline-offset:2px}
button{display:block;width:100%;min-height:52px;margin-top:20px;border:0;border-radius:12px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
.alert{border-left:4px solid #c5221f;padding:8px 12px;background:#fdf1f0;margin:0 0 16px}
.good{border-left-color:#1a7f4b;background:#eef8f2}
.turns{list-style:none;margin:0 0 24px;padding:0;display:grid;gap:12px}
.turn{padding:12px 16px;border-radius:12px;background:#f4f4f2}
.turn.shop{background:#eef4fd}
.turn p{margin:0}
.words{white-space:pre-wrap;overflow-wrap:anywhere}
.given{display:inline-flex;align-items:baseline;gap:8px;font-size:20px;font-weight:600}
@media (prefers-reduced-motion:no-preference){.score span{transition:background .12s,border-color .12s}}
@media (max-width:359px){.scores{grid-template-columns:1fr}.score span{flex-direction:row;min-height:52px}}
`;
