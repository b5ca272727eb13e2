package dev.arborist.adapters.render.plot;

/** The colours and strokes of plots, light and dark, for pages and for drawings by themselves. */
public final class PlotStyle {

  private static final String SHEET =
      """
      :root{color-scheme:light dark;--page:#fff;--text:#1f2328;--muted:#59636e;--line:#d8dee4;\
      --row:#f6f8fa;--focus:#0969da;--pass:#1a7f37;--fail:#cf222e;--undecided:#9a6700;\
      --data:#0969da;--fill:#ddeeff;--limit:#bc4c00;--on:#fff;\
      --s1:#0969da;--s2:#bc4c00;--s3:#1a7f37;--s4:#8250df;--s5:#bf3989;--s6:#6e7781}
      @media(prefers-color-scheme:dark){:root{--page:#0d1117;--text:#e6edf3;--muted:#9198a1;\
      --line:#2a313a;--row:#161b22;--focus:#4493f8;--pass:#3fb950;--fail:#ff6a62;\
      --undecided:#d9a62e;--data:#58a6ff;--fill:#12305a;--limit:#f0883e;--on:#0d1117;\
      --s1:#58a6ff;--s2:#f0883e;--s3:#3fb950;--s4:#b78cff;--s5:#f778ba;--s6:#9198a1}}
      .plot{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;\
      font-variant-numeric:tabular-nums}
      .plot text{fill:var(--text)}
      .plot .tick{fill:var(--muted)}
      .plot .mid{text-anchor:middle}
      .plot .end{text-anchor:end}
      .plot .page{fill:var(--page)}
      .plot line,.plot path{fill:none;stroke-width:1}
      .plot .grid{stroke:var(--line)}
      .plot .axis{stroke:var(--muted)}
      .plot .whisker{stroke:var(--data);stroke-width:1.5}
      .plot .box{fill:var(--fill);stroke:var(--data);stroke-width:1.5}
      .plot .median{stroke:var(--data);stroke-width:3}
      .plot .outlier{fill:var(--page);stroke:var(--data);stroke-width:1.5}
      .plot .dot{fill:var(--data);fill-opacity:.55}
      .plot .point{fill:var(--data);fill-opacity:.75;stroke:var(--page)}
      .plot .curve{stroke:var(--data);stroke-width:2}
      .plot .launch{stroke:var(--data);stroke-opacity:.6}
      .plot .dropped{fill:var(--row);stroke:none}
      .plot .reference{stroke:var(--muted);stroke-dasharray:5 4}
      .plot .bound{fill:var(--text);stroke:none}
      .plot .bar{fill:var(--data)}
      .plot .track{fill:var(--line)}
      .plot line.limit{stroke:var(--limit);stroke-width:2}
      .plot text.limit{fill:var(--limit);font-weight:600}
      .plot .on{fill:var(--on);font-weight:600}
      .plot .pass{fill:var(--pass)}
      .plot .fail{fill:var(--fail)}
      .plot .undecided{fill:var(--undecided)}
      .plot .same{fill:var(--data)}
      .plot .s1{fill:var(--s1)}
      .plot .s2{fill:var(--s2)}
      .plot .s3{fill:var(--s3)}
      .plot .s4{fill:var(--s4)}
      .plot .s5{fill:var(--s5)}
      .plot .s6{fill:var(--s6)}
      """;

  private PlotStyle() {}

  /** The style sheet. */
  public static String sheet() {
    return SHEET;
  }
}
