package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.PlotStyle;

/** How the report looks on wide and narrow screens, light and dark, and on paper. */
final class HtmlReportStyle {

  private static final String SHEET =
      """
      *{box-sizing:border-box}
      body{margin:0 auto;max-width:80rem;padding:2rem 1.5rem 4rem;background:var(--page);\
      color:var(--text);font:.9375rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,\
      "Noto Sans",sans-serif}
      h1,h2,h3{line-height:1.25;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}
      h1{margin:0 0 1rem;font-size:1.5rem}
      h2{margin:3rem 0 .75rem;padding-bottom:.35rem;border-bottom:1px solid var(--line);\
      font-size:1.25rem}
      h3{margin:2rem 0 .25rem;font-size:1rem}
      p{margin:.5rem 0;max-width:52rem}
      a{color:var(--focus)}
      a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--focus);\
      outline-offset:2px}
      code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
      .muted,figcaption,.caption,dt{color:var(--muted)}
      figure{margin:.75rem 0 0;overflow-x:auto}
      figcaption,.caption{font-size:.8125rem}
      figcaption{padding-top:.25rem}
      .caption{margin:.75rem 0 -.5rem}
      svg.plot{display:block;max-width:100%;height:auto}
      figure svg.plot{min-width:27rem}
      .scroll{overflow-x:auto;margin:.75rem 0}
      table{border-collapse:collapse;font-size:.875rem}
      th,td{padding:.3rem .65rem;text-align:left;vertical-align:middle}
      th:first-child,td:first-child{padding-left:.25rem}
      thead th{border-bottom:1px solid var(--muted);font-weight:600;white-space:nowrap}
      tbody tr{border-bottom:1px solid var(--line)}
      tbody tr:hover{background:var(--row)}
      tbody th{font-weight:400;overflow-wrap:break-word;min-width:10rem;max-width:28rem}
      #leaks .scroll td:last-child,#scalability td:nth-child(2){min-width:14rem}
      #memory td:nth-child(2){min-width:11rem}
      #components tbody th,#leaks details tbody th{max-width:46rem}
      td.pass,td.fail{white-space:nowrap}
      th.group{padding-top:1rem;font-weight:600}
      tr.grouped:hover{background:none}
      #benchmarks table,#regressions table,#duet table{font-size:.8125rem}
      #benchmarks th,#benchmarks td,#regressions th,#regressions td,#duet th,#duet td\
      {padding:.2rem .35rem}
      #regressions td svg,#duet td svg{min-width:150px}
      #regressions td:last-child,#duet td.why{min-width:13rem}
      #duet tbody th{min-width:8rem}
      #benchmarks td svg{min-width:110px}
      #benchmarks tbody th{min-width:8rem}
      .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
      .bar{display:inline-block;vertical-align:middle}
      .chip{display:inline-block;padding:0 .5em;border:1px solid;border-radius:1em;\
      font-size:.8125rem;font-weight:600;white-space:nowrap}
      .pass{color:var(--pass)}
      .fail{color:var(--fail)}
      .undecided{color:var(--undecided)}
      .same{color:var(--muted)}
      .verdict{display:flex;gap:.75rem;align-items:center;margin:0 0 1rem;padding:.85rem 1.1rem;\
      border:1px solid;border-left-width:.4rem;border-radius:.5rem;max-width:none;\
      font-size:1.125rem;font-weight:600}
      .verdict .sign{font-size:1.6rem;line-height:1}
      .verdict span+span{color:var(--text)}
      ul.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.6rem;\
      list-style:none;margin:0 0 1rem;padding:0}
      .tiles li{padding:.6rem .9rem;background:var(--row);border:1px solid var(--line);\
      border-radius:.5rem;color:var(--muted);font-size:.8125rem}
      .tiles b{display:block;color:var(--text);font-size:1.5rem;line-height:1.3;font-weight:650;\
      font-variant-numeric:tabular-nums}
      .tiles b.pass{color:var(--pass)}
      .tiles b.fail{color:var(--fail)}
      .tiles b.undecided{color:var(--undecided)}
      dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1.25rem;\
      margin:.5rem 0;font-size:.875rem}
      dd{margin:0;overflow-wrap:anywhere}
      dt{max-width:16rem;overflow-wrap:anywhere}
      nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:1.5rem 0 0;\
      padding:.6rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);\
      font-size:.875rem}
      .warnings{list-style:none;padding:0;margin:.75rem 0}
      .warnings li{padding:.1rem 0 .1rem 1.6rem;text-indent:-1.6rem;overflow-wrap:anywhere}
      .warnings span{display:inline-block;width:1.6rem;text-indent:0;color:var(--undecided)}
      details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0}
      details>div{padding:.25rem 1rem 1rem}
      summary{display:flex;flex-wrap:wrap;gap:.15rem .75rem;align-items:baseline;\
      padding:.55rem 1rem;cursor:pointer;list-style:none}
      summary::-webkit-details-marker{display:none}
      summary::before{content:"";flex:none;width:.4em;height:.6em;background:var(--muted);\
      clip-path:polygon(0 0,100% 50%,0 100%)}
      details[open]>summary::before{transform:rotate(90deg)}
      summary:hover{background:var(--row);border-radius:.5rem}
      summary h3{margin:0;flex:1 1 20rem;font-size:.9375rem}
      summary .n{color:var(--muted);font-size:.875rem;white-space:normal}
      summary .chip{min-width:9.2em;text-align:center}
      @media(min-width:70rem){.judged{display:grid;gap:1.5rem;\
      grid-template-columns:minmax(0,1fr) minmax(0,42.5rem)}.judged figure{margin:0}}
      .notice{margin:.75rem 0;padding:.6rem 1rem;border:1px solid var(--undecided);\
      border-left-width:.4rem;border-radius:.5rem;max-width:none;overflow-wrap:anywhere}
      .notice ul{margin:.25rem 0 0;padding-left:1.2rem}
      .notice.fail{border-color:var(--fail)}
      .notice.fail li,.notice.fail p{color:var(--text)}
      .key{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.4rem;margin:.35rem 0 1.5rem;padding:0;\
      font-size:.875rem;font-variant-numeric:tabular-nums}
      .key svg{display:inline-block;width:.8em;height:.8em;margin-right:.45em}
      @media(max-width:48rem){body{padding:1.25rem .75rem 3rem}h2{margin-top:2.25rem}\
      details>div{padding:.25rem .6rem .75rem}summary{padding:.5rem .6rem}\
      summary h3{flex-basis:85%}summary .chip{order:1;min-width:0;margin-left:1.15rem}summary .n{order:2}.tiles b{font-size:1.25rem}\
      ul.tiles{grid-template-columns:repeat(auto-fit,minmax(6.5rem,1fr))}}
      @media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:9pt}\
      nav,summary::before{display:none}.scroll,figure{overflow:visible}table{font-size:7.5pt}\
      th,td{padding:.15rem .35rem}details{border:0}details::details-content\
      {content-visibility:visible;block-size:auto}figure,tr,.tiles{break-inside:avoid}\
      h2,h3,summary{break-after:avoid}figure svg.plot{max-width:15cm;min-width:0}}
      """;

  private HtmlReportStyle() {}

  /** The style sheet, that of the plots within. */
  static String sheet() {
    return PlotStyle.sheet() + SHEET;
  }
}
