package axial.report;

/** The style sheet: light and dark by the reader's choice, and paper. */
final class Style {

  static final String CSS =
      """
      :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #ffffff;
        --line: #d0d7de; --tint: #f3f6f9; --good: #00664a; --bad: #a33b00;
        --right: 0, 114, 178; --wrong: 213, 94, 0; }
      @media screen and (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa5b1;
        --paper: #14181d; --line: #3a434d; --tint: #1e242b; --good: #4cc9a0; --bad: #ff9a5c;
        --right: 86, 180, 233; --wrong: 230, 130, 40; }
        img.chart { filter: brightness(.92); } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--paper);
        color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.7rem; margin: 0; overflow-wrap: anywhere; }
      h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line);
        padding-bottom: .2rem; }
      h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; overflow-wrap: anywhere; }
      h4 { font-size: .95rem; margin: 1rem 0 .2rem; overflow-wrap: anywhere; }
      p, li { margin: .4rem 0; overflow-wrap: anywhere; } .soft { color: var(--soft); }
      .notice { border-left: 4px solid var(--bad); background: var(--tint); padding: .6rem 1rem;
        margin: 1rem 0; }
      .leak { background: #a3101f; color: #fff; border-left: .6rem solid #ff9a3c;
        font-weight: 700; padding: .6rem 1rem; margin: .6rem 0; }
      .clean { color: var(--good); font-weight: 600; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; }
      th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: left;
        vertical-align: top; overflow-wrap: break-word; } th { background: var(--tint); }
      td { max-width: 50rem; } th { max-width: 14rem; }
      .number { text-align: right; }
      table.matrix td { text-align: center; min-width: 8rem; }
      table.matrix b { display: block; font-size: 1.4rem; line-height: 1.3; }
      table.matrix small { display: block; font-size: .85rem; }
      table.hash td { font: .72rem/1.4 ui-monospace, monospace; }
      table.hash td:last-child { word-break: break-all; min-width: 19rem; }
      pre { background: var(--tint); padding: .8rem 1rem; overflow-x: auto; font-size: .9rem;
        margin: .5rem 0; }
      .beside { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: flex-start; }
      .beside > * { max-width: 100%; }
      .figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: .6rem 0; }
      figure { margin: 0; } figcaption { font-size: .85rem; color: var(--soft); max-width: 17rem;
        overflow-wrap: anywhere; }
      img { display: block; max-width: 100%; } img.chart { width: calc(50% - .5rem);
        min-width: 26rem; background: #fff; }
      img.scan { width: 17rem; } img.thumb { width: 9.6rem; }
      .thumbs figcaption { max-width: 9.6rem; }
      .figures table { margin: 0; font-size: .85rem; } .figures th, .figures td {
        padding: .2rem .5rem; }
      .said { max-width: 30rem; } .said p { margin: 0 0 .4rem; } .doubt { border-left: 4px solid
        var(--bad); background: var(--tint); padding: .3rem .7rem; }
      details { margin: .4rem 0; } summary { cursor: pointer; }
      .big { font-size: 1.15rem; }
      .finding { border-left: 4px solid var(--line); background: var(--tint); margin: .6rem 0;
        padding: .5rem 1rem; overflow-wrap: anywhere; } .finding p { margin: .2rem 0 0; }
      .finding.worry { border-color: var(--leak); } .worry .level, .tells { color: var(--leak);
        font-weight: 700; } .finding.fine { border-color: var(--good); }
      .fine .level { color: var(--good); }
      .together { border: 1px solid var(--line); padding: 0 .6rem; max-width: 100%; }
      .together h3 { margin: .5rem 0; max-width: 20rem; } td.range { white-space: nowrap; }
      @media print { @page { size: A4; margin: 14mm; }
        body { max-width: none; padding: 0; font-size: 10pt; }
        * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        .wide, pre { overflow: visible; } pre { white-space: pre-wrap; }
        details::details-content { content-visibility: visible; }
        figure, tr, .chart, pre, section { break-inside: avoid; } h2, h3, h4, h2 + p {
        break-after: avoid; }
        img.scan { width: 5cm; } img.thumb { width: 4.1cm; } .thumbs figcaption {
        max-width: 4.1cm; } figcaption { max-width: 5cm; } img.chart { min-width: 0; }
        table.hash td { font-size: .5rem; } table.hash td:last-child { min-width: 7cm; } }
      """;

  private Style() {}
}
