package dev.arborist.adapters.render.export;

import dev.arborist.domain.task.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the page looks, and the policy that allows it nothing else. */
final class HtmlStyle {

  /** Rows further down are indented no more, so that a phone shows them. */
  static final int INDENTED_LEVELS = 12;

  private static final String SHEET =
      """
      :root{color-scheme:light dark;--page:#fff;--text:#1f2328;--muted:#59636e;--line:#d1d9e0;\
      --row:#f6f8fa;--focus:#0969da;--step:.7rem}
      @media(prefers-color-scheme:dark){:root{--page:#0d1117;--text:#e6edf3;--muted:#9198a1;\
      --line:#30363d;--row:#161b22;--focus:#4493f8}}
      *{box-sizing:border-box}
      body{margin:0 auto;max-width:76rem;padding:2rem 1.5rem 4rem;background:var(--page);\
      color:var(--text);font:.9375rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,\
      "Noto Sans",sans-serif}
      h1{margin:0;font-size:1.5rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}
      header p{margin:.25rem 0 0;color:var(--muted)}
      header ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.75rem 0 1.75rem}
      header li{display:flex;align-items:center;gap:.4rem}
      .share{display:block;width:100%;height:.5rem;margin-top:1.25rem;border-radius:.25rem;\
      stroke:none;fill:currentColor}
      ul{list-style:none;margin:0;padding:0}
      main ul ul{margin-left:var(--step);padding-left:var(--step);\
      border-left:1px solid var(--line)}
      """
          + "main ul"
          + " ul".repeat(INDENTED_LEVELS + 1)
          + """
      {margin-left:0;padding-left:0;border-left:0}
      svg{flex:none;width:1em;height:1em;fill:none;stroke:currentColor;stroke-width:1.75;\
      stroke-linecap:round;stroke-linejoin:round}
      .defs{position:absolute;width:0;height:0}
      summary,.row{display:flex;align-items:baseline;gap:.55rem;padding:.2rem .5rem;\
      border-radius:.375rem}
      summary>svg,.row>svg{align-self:flex-start;margin-top:.25em}
      summary{cursor:pointer;list-style:none}
      summary::-webkit-details-marker{display:none}
      summary:hover,.row:hover{background:var(--row)}
      summary:focus-visible,a:focus-visible{outline:2px solid var(--focus);outline-offset:-2px}
      summary::before,.row::before{content:"";flex:none;align-self:flex-start;width:.4em;\
      height:.6em;margin-top:.45em}
      summary::before{background:var(--muted);clip-path:polygon(0 0,100% 50%,0 100%)}
      details[open]>summary::before{transform:rotate(90deg)}
      .text{flex:1;min-width:0;overflow-wrap:anywhere}
      bdi{white-space:pre-wrap}
      .number,.note,.meta{color:var(--muted)}
      .number,.meta{font-variant-numeric:tabular-nums}
      .note{font-size:.8125rem}
      .name{font-weight:600}
      .level{padding:0 .3em;border:1px solid var(--line);border-radius:.25rem;\
      color:var(--muted);font-size:.75rem}
      .meta{flex:none;display:grid;grid-template-columns:13rem 5.5rem 3.25rem;\
      align-items:baseline;font-size:.8125rem}
      .priority{text-align:right}
      .path bdi{color:var(--muted)}
      .path>svg{opacity:.6}
      progress{vertical-align:.15em;margin-right:.5rem;appearance:none;width:3rem;height:.3rem;border:0;border-radius:.15rem;\
      overflow:hidden;background:var(--line);color:var(--done)}
      progress::-webkit-progress-bar{background:var(--line)}
      progress::-webkit-progress-value{background:var(--done)}
      progress::-moz-progress-bar{background:var(--done)}
      a{color:var(--focus)}
      .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
      white-space:nowrap}
      .head{display:flex;justify-content:flex-end;padding:0 .5rem .25rem;\
      border-bottom:1px solid var(--line);margin-bottom:.4rem}
      @media(max-width:48rem){body{padding:1.25rem .75rem 3rem}:root{--step:.35rem}\
      .head{display:none}summary,.row{flex-wrap:wrap;row-gap:0}\
      .text{flex-basis:60%}.meta{flex:1 0 100%;display:flex;flex-wrap:wrap;gap:0 .75rem;\
      padding-left:2.4rem}.status{order:-1}.done:empty{display:none}\
      .priority .hidden{position:static;clip-path:none}}
      @media print{summary::before{display:none}}
      """
          + ":root{--done:"
          + Rgb.of(TaskStatus.COMPLETED)
          + "}\n"
          + Icons.colours();

  private HtmlStyle() {}

  /** The style sheet. */
  static String sheet() {
    return SHEET;
  }

  /** The policy of the page: this style sheet, and nothing else from anywhere. */
  static String policy() {
    try {
      byte[] sheet = SHEET.getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(sheet);
      return "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(hash)
          + "'; base-uri 'none'; form-action 'none'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
