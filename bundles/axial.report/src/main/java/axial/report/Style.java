package axial.report;

/** The style sheet: light and dark by the reader's choice, and paper. */
final class Style {

  static final String CSS =
      """
      :root { --ink: #1b1f24; --soft: #57606a; --paper: #ffffff; --line: #d0d7de; --tint: #f3f6f9;
        --good: #00664a; --bad: #a33b00; --cell: 0, 114, 178; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa5b1;
        --paper: #14181d; --line: #3a434d; --tint: #1e242b; --good: #4cc9a0; --bad: #ff9a5c;
        --cell: 86, 180, 233; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 70rem; padding: 1.5rem; background: var(--paper);
        color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.7rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem;
        border-bottom: 1px solid var(--line); padding-bottom: .2rem; } h3 { font-size: 1rem;
        margin: 1.2rem 0 .3rem; overflow-wrap: anywhere; }
      p { margin: .4rem 0; } .soft { color: var(--soft); }
      .notice { border-left: 4px solid var(--bad); background: var(--tint); padding: .6rem 1rem;
        margin: 1rem 0; }
      .leak { border: 3px solid var(--bad); color: var(--bad); font-weight: 700; padding: 1rem; }
      .clean { color: var(--good); font-weight: 600; }
      table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; }
      th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: left;
        vertical-align: top; overflow-wrap: anywhere; } th { background: var(--tint); }
      td.number, th.number { text-align: right; }
      table.matrix td { text-align: center; min-width: 8rem; }
      table.matrix b { display: block; font-size: 1.4rem; }
      table.hash td { font: .78rem/1.4 ui-monospace, monospace; }
      pre { background: var(--tint); padding: .8rem 1rem; overflow-x: auto; font-size: .9rem; }
      .figures { display: flex; flex-wrap: wrap; gap: 1rem; }
      figure { margin: 0; } figcaption { font-size: .85rem; color: var(--soft); max-width: 17rem;
        overflow-wrap: anywhere; }
      img { display: block; max-width: 100%; } img.chart { width: 34rem; background: #fff; }
      img.scan { width: 17rem; image-rendering: auto; } img.thumb { width: 9rem; }
      .thumbs figcaption { max-width: 9rem; }
      details { margin: .4rem 0; } summary { cursor: pointer; }
      .big { font-size: 1.15rem; }
      @media print { body { max-width: none; padding: 0; } details { display: none; } figure,
        table { break-inside: avoid; } }
      """;

  private Style() {}
}
