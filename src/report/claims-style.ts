/** Ink on paper first: levels differ by sign, word and frame, and by colour only besides. */
export const CLAIMS_STYLE = `
body{font:17px/1.75 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;
color:#1a1a1a;background:#fff;max-width:56rem;margin:0 auto;padding:1.25rem}
h1{font-size:1.55rem;line-height:1.35;margin:0 0 .5rem}
h2{font-size:1.2rem;margin:2.4rem 0 .6rem;border-bottom:2px solid #1a4f8b;padding-bottom:.2rem}
h3{font-size:1rem;margin:0 0 .4rem}
p,li{margin:.3rem 0}
a{color:#1a4f8b}
a:focus-visible,.scroll:focus-visible{outline:3px solid #1a4f8b;outline-offset:2px}
dl.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:.8rem 0}
dl.counts div{border:1px solid #767676;padding:.5rem .8rem}
dl.counts dd{margin:0;font-size:1.7rem;line-height:1.3;font-variant-numeric:tabular-nums}
dl.meanings div{display:grid;grid-template-columns:8rem 1fr;gap:.8rem;margin:.25rem 0}
dl.meanings dt{font-weight:700}
dl.meanings dd{margin:0}
.badge{white-space:nowrap;font-weight:700}
.badge.fail,b.fail{color:#a3120f}
.badge.warn,b.warn{color:#7a4b00}
.badge.pass,b.pass{color:#1c5c2e}
.badge.unchecked,b.unchecked{color:#4a4a4a}
td b{white-space:nowrap;margin-right:.4em}
ul.first{list-style:none;padding:0}
ul.first li{padding:.45rem 0;border-bottom:1px solid #c8c8c8;overflow-wrap:anywhere}
article{margin:1.2rem 0;padding:.9rem 1rem;border:1px solid #767676;border-left-width:6px}
article.fail{border-left-color:#a3120f}
article.warn{border-left-color:#b06d00}
article.pass{border-left-color:#1c5c2e}
blockquote{margin:0;font-size:1.06rem}
mark{background:none;color:inherit;font-weight:700;border-bottom:2px solid #767676}
mark.fail{border-bottom:3px double #a3120f;background:#fdecea}
mark.warn{border-bottom:2px dashed #b06d00;background:#fff4df}
mark.pass{border-bottom-color:#1c5c2e}
mark.unchecked{border-bottom:1px dotted #767676;font-weight:400}
.source,.stated{font-size:.9rem;color:#4a4a4a;overflow-wrap:anywhere}
.working{font-variant-numeric:tabular-nums}
.sources li{overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;font-size:15px;line-height:1.55;width:100%}
th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}
tbody th{font-weight:400;min-width:5em}
thead th{background:#eef2f7}
td.n{white-space:nowrap;font-variant-numeric:tabular-nums}
td p{margin:0}
@media (max-width:36rem){
dl.meanings div{grid-template-columns:1fr;gap:0}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,tbody th,td{display:block}
tr{border:1px solid #767676;margin-bottom:.5rem;padding:.3rem .5rem}
tbody th,td{border:0;padding:0}
tbody th,td.n{display:inline;margin-right:.6em}
}
@media print{
@page{size:A4;margin:18mm 15mm}
body{font-size:10.5pt;max-width:none;padding:0}
table{font-size:9pt}
article,tr{break-inside:avoid}
h2,h3{break-after:avoid}
.scroll{overflow:visible}
a{color:inherit;text-decoration:none}
mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;
