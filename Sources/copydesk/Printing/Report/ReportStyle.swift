/// How a report looks: light or dark as the reader's machine is, one or two columns, and on paper.
///
/// Each text has a contrast of at least 4.5 to 1 with what is behind it, each area of a chart 3 to 1 (WCAG 2.2, 1.4.3 and
/// 1.4.11). The hues are spread after Okabe and Ito (https://jfly.uni-koeln.de/color/), and each has a pattern of its
/// own, since no nine colours are told apart by every eye.
enum ReportStyle {
    /// The style sheet.
    static let sheet: Markup = """
        :root { color-scheme: light dark; \(light) }
        @media (prefers-color-scheme: dark) { :root { \(dark) } }
        \(text)
        \(charts)
        \(paper)
        """

    private static let light: Markup = """
        --ground: #fcfbf8; --card: #ffffff; --ink: #1e1d1a; --soft: #5d5a52; --line: #dedad0; --link: #1a4f8b;
        --in: #14512c; --in-ground: #def1e1; --out: #86190f; --out-ground: #fbe3df;
        --c0: #22609c; --c1: #b85300; --c2: #0f766a; --c3: #8f3f83; --c4: #6f6100; --c5: #b02a45; --c6: #5148b4;
        --c7: #7a766c; --c8: #7a766c;
        """

    private static let dark: Markup = """
        --ground: #171719; --card: #1e1e21; --ink: #ebeae6; --soft: #aeaba3; --line: #3a3a3e; --link: #8fbcf2;
        --in: #a5e3b5; --in-ground: #17361f; --out: #ffb4aa; --out-ground: #471d18;
        --c0: #6ba7e6; --c1: #f19a4b; --c2: #48bfae; --c3: #d690cc; --c4: #c8b641; --c5: #f4808f; --c6: #a6a1f7;
        --c7: #98948a; --c8: #98948a;
        """

    private static let text: Markup = """
        * { box-sizing: border-box; }
        html { background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
        h1, h2, h3, dd b { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "DejaVu Serif", Georgia, serif; font-weight: 600; line-height: 1.2; text-wrap: balance; }
        h1 { font-size: clamp(1.9rem, 6vw, 3rem); margin: 0; letter-spacing: -0.01em; }
        h2 { font-size: 1.6rem; margin: 0 0 0.75rem; }
        h3 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
        p { margin: 0.6rem 0; max-width: 46rem; }
        a { color: var(--link); text-underline-offset: 0.15em; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        main:focus { outline: none; }
        .skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--card); border: 2px solid var(--link); z-index: 1; }
        .skip:focus { top: 0.5rem; }
        header { padding: 2.5rem 0 1rem; border-bottom: 3px double var(--line); }
        .kicker { margin: 0; color: var(--soft); font-size: 0.8rem; letter-spacing: 0.14em; text-transform: uppercase; }
        .span { margin: 0.4rem 0 0; font-size: 1.15rem; color: var(--soft); }
        nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; list-style: none; margin: 0.8rem 0 1.5rem; padding: 0; font-size: 0.95rem; }
        nav a { display: inline-block; padding: 0.15rem 0; }
        main > section[id] { margin: 3rem 0; padding-top: 1.5rem; border-top: 1px solid var(--line); }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 0; }
        .figures div { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 0.9rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
        .figures dt { font-weight: 600; font-size: 0.95rem; }
        .figures dd { display: contents; }
        .figures dd b { order: 1; font-size: 2.1rem; line-height: 1.1; }
        .figures dd b { overflow-wrap: normal; white-space: nowrap; } .figures dd .long { font-size: 1.35rem; line-height: 1.71; }
        .figures dd span { order: -1; color: var(--soft); font-size: 0.85rem; line-height: 1.35; }
        .about, .nothing, figcaption, caption { color: var(--soft); font-size: 0.9rem; }
        .nothing { font-style: italic; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 0 2.5rem; }
        .pair > * { min-width: 0; }
        .tag { font-size: 0.78rem; letter-spacing: 0.02em; color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0 0.35em; white-space: nowrap; font-family: inherit; }
        code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: 0.86em; }
        pre { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: 0.6rem 0.8rem; overflow-x: auto; white-space: pre-wrap; max-width: 46rem; margin: 0.6rem 0; }
        .scroll { overflow-x: auto; margin: 0.5rem 0; }
        table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        caption { text-align: left; padding: 0 0 0.4rem; caption-side: top; }
        th, td { padding: 0.3rem 0.9rem 0.3rem 0; text-align: right; vertical-align: top; border-bottom: 1px solid var(--line); }
        td { white-space: nowrap; } td bdi, td.words { white-space: normal; }
        @media (max-width: 40rem) { th, td { padding-right: 0.6rem; } }
        th { font-weight: 500; }
        thead th { color: var(--soft); vertical-align: bottom; }
        tbody th, th:first-child, .words { text-align: left; }
        .group td { text-align: left; }
        .scroll td, .scroll th { max-width: 22rem; }
        .scroll bdi { overflow-wrap: anywhere; }
        td bdi, th bdi { display: inline-block; min-width: 6rem; text-align: left; }
        thead bdi { min-width: 4.5rem; text-align: right; }
        .shares { width: 100%; max-width: 46rem; }
        .shares .bar { width: 40%; padding-right: 0; vertical-align: middle; }
        .bar span { display: block; height: 0.7rem; min-width: 2px; background: var(--c0); border-radius: 1px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; padding: 0; }
        summary { cursor: pointer; color: var(--link); font-size: 0.9rem; padding: 0.25rem 0; width: fit-content; }
        .list { list-style: none; padding: 0; margin: 0.5rem 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 0 2.5rem; }
        .list li { border-bottom: 1px solid var(--line); padding: 0.6rem 0; }
        .list p { margin: 0.15rem 0; }
        .edit { border-left: 3px solid var(--line); padding: 0 0 0 1rem; margin: 1.75rem 0; max-width: 52rem; }
        .edit h3, .group h3 { margin-bottom: 0.15rem; }
        .edit .about, .group .about { margin: 0.15rem 0; }
        .diff { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: 0.3rem 0.9rem; margin: 0.5rem 0; }
        .diff p { max-width: none; }
        .diff .gap { color: var(--soft); font-size: 0.82rem; text-align: center; margin: 0.3rem 0; }
        ins { color: var(--in); background: var(--in-ground); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; padding: 0 0.1em; }
        del { color: var(--out); background: var(--out-ground); text-decoration: line-through; padding: 0 0.1em; }
        ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        ins::before, ins::after, del::before, del::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        ins::before { content: " [inserted: "; } ins::after { content: "] "; }
        del::before { content: " [removed: "; } del::after { content: "] "; }
        .bar span, ins, del { forced-color-adjust: none; }
        footer { border-top: 3px double var(--line); color: var(--soft); font-size: 0.9rem; padding-top: 0.6rem; }
        """

    private static let charts: Markup = """
        figure { margin: 0.5rem 0 1rem; }
        svg.chart { display: block; padding: 0 2px 0 2.9rem; overflow: visible; }
        svg text { fill: var(--soft); font: 0.75rem system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums; }
        svg .who { fill: var(--ink); font-size: 0.82rem; unicode-bidi: isolate; }
        svg .first { fill: var(--link); font-weight: 600; }
        .grid { stroke: var(--line); stroke-width: 1; } .base { stroke: var(--soft); stroke-width: 1; }
        .chart rect { stroke: var(--ground); stroke-width: 1; }
        .f0 { fill: var(--c0); } .f1 { fill: url(#p1); } .f2 { fill: url(#p2); } .f3 { fill: url(#p3); } .f4 { fill: url(#p4); }
        .f5 { fill: url(#p5); } .f6 { fill: url(#p6); } .f7 { fill: var(--c7); } .f8 { fill: url(#p8); } .f9 { fill: var(--c5); }
        .k0 { fill: var(--c0); } .k1 { fill: var(--c1); } .k2 { fill: var(--c2); } .k3 { fill: var(--c3); } .k4 { fill: var(--c4); }
        .k5 { fill: var(--c5); } .k6 { fill: var(--c6); } .k8 { stroke: var(--c8); } .gap { fill: var(--ground); } .cut { stroke: var(--ground); }
        .chart rect.f8 { stroke: var(--c8); }
        .key { display: flex; flex-wrap: wrap; gap: 0.15rem 1.2rem; list-style: none; padding: 0; margin: 0.5rem 0; font-size: 0.9rem; }
        .key li { display: flex; gap: 0.45rem; align-items: center; min-width: 0; }
        .key span { min-width: 0; } .key b { font-weight: 500; color: var(--soft); font-variant-numeric: tabular-nums; }
        .swatch { flex: none; border: 1px solid var(--line); border-radius: 2px; }
        .timeline { display: block; overflow: visible; margin: 0.5rem 0; }
        .had { fill: var(--c0); stroke: var(--ground); stroke-width: 1.5; }
        .seen { fill: var(--ground); stroke: var(--c0); stroke-width: 2; }
        .origin { fill: var(--c1); stroke: var(--ground); stroke-width: 1.5; }
        """

    private static let paper: Markup = """
        @page { margin: 16mm 14mm; }
        @media print {
            :root { color-scheme: light; \(light) --ground: #fff; }
            html { font-size: 10pt; }
            body { max-width: none; padding: 0; }
            nav, .skip { display: none; }
            header { padding-top: 0; }
            main > section[id] { margin: 1.5rem 0; padding-top: 1rem; }
            h2, h3, h3 + .about, caption, thead { break-after: avoid; }
            figure, .figures div, .group, .list li, .plain, .diff p { break-inside: avoid; }
            .figures { grid-template-columns: repeat(3, 1fr); }
            .pair, .list { display: block; }
            .scroll, pre { overflow: visible; }
            .numbers { display: none; }
            details.texts::details-content { content-visibility: visible; display: block; block-size: auto; }
            details.texts > summary { list-style: none; color: var(--soft); }
            a { color: inherit; text-decoration: none; }
            svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """

    /// The patterns of areas, of which each chart on the page makes use.
    static let patterns: Markup = """
        <svg aria-hidden="true" width="0" height="0" style="position:absolute"><defs>
        <pattern id="p1" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="k1" width="6" height="6"/><rect class="gap" width="1.6" height="6"/></pattern>
        <pattern id="p2" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="k2" width="6" height="6"/><circle class="gap" cx="3" cy="3" r="1.2"/></pattern>
        <pattern id="p3" width="6" height="5" patternUnits="userSpaceOnUse"><rect class="k3" width="6" height="5"/><rect class="gap" width="6" height="1.4"/></pattern>
        <pattern id="p4" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="k4" width="6" height="6"/><rect class="gap" width="1.6" height="6"/></pattern>
        <pattern id="p5" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="k5" width="6" height="6"/><rect class="gap" width="1" height="6"/><rect class="gap" width="6" height="1"/></pattern>
        <pattern id="p6" width="5" height="6" patternUnits="userSpaceOnUse"><rect class="k6" width="5" height="6"/><rect class="gap" width="1.4" height="6"/></pattern>
        <pattern id="p8" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="gap" width="6" height="6"/><path class="k8" d="M0 0V6" stroke-width="2"/></pattern>
        </defs></svg>
        """
}
