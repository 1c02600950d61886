import Foundation
import GrantSeal

/// The look of a page, the same on every one: on a wide screen, a narrow one and paper.
enum StyleSheet {
    /// What a browser may do with a page: nothing, but for this one style sheet, known by its
    /// digest.
    static var policy: String {
        let digest = Data(Digest.sha256(of: text.utf8)).base64EncodedString()
        return
            "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
    }

    /// The rules of all its parts.
    static var text: String { page + figures + charts + paper }

    private static let page = """

        *,*::before,*::after{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;padding:0 1rem 2rem;max-width:72rem;background:#fff;color:#15202b;
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
        overflow-wrap:anywhere}
        a{color:#124a94}
        a:visited{color:#52307c}
        a:hover{color:#0b2c59}
        a:focus-visible,.scroll:focus-visible{outline:3px solid #15202b;outline-offset:2px;
        background:#ffe27a;color:#15202b}
        .scroll:focus-visible{background:none}
        main:focus{outline:none}
        .skip{position:absolute;left:-100vw}
        .skip:focus{left:1rem;top:.5rem;padding:.5rem 1rem;z-index:1}
        header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2rem;
        padding:1rem 0 .75rem;border-bottom:4px solid #173a63}
        header p{margin:0}
        .office{font-weight:700;font-size:1.125rem;color:#173a63}
        .book{color:#46525e}
        nav ul,nav ol{list-style:none;margin:0;padding:0}
        .menu ul{display:flex;flex-wrap:wrap;gap:0 1.5rem;border-bottom:1px solid #c3cbd3}
        .menu a{display:inline-block;padding:.6rem 0 .5rem;text-decoration:none;
        border-bottom:4px solid transparent}
        .menu a:hover{text-decoration:underline}
        .menu a[aria-current]{font-weight:700;color:#15202b;border-color:#173a63}
        .trail{font-size:.875rem;padding-top:.75rem;color:#46525e}
        .trail ol{display:flex;flex-wrap:wrap}
        .trail li:not(:last-child)::after{content:"\\203A";padding:0 .5rem}
        h1{font-size:1.875rem;line-height:1.2;margin:1.75rem 0 .5rem}
        h2{font-size:1.375rem;line-height:1.25;margin:2.25rem 0 .75rem}
        h3{font-size:1.0625rem;line-height:1.3;margin:1.25rem 0 .5rem}
        .under{margin:0 0 1rem;color:#46525e}
        .answer{margin:1.25rem 0;padding:.1rem 0 .1rem 1rem;border-left:6px solid #173a63;
        max-width:46rem}
        .answer p{margin:.5rem 0}
        .answer p:first-child{font-size:1.1875rem;line-height:1.45}
        .warning{margin:1.5rem 0;padding:.25rem 1rem .5rem;border:4px solid #a3190f;max-width:46rem}
        .warning h2{margin:.75rem 0 .5rem;color:#a3190f}
        .warning p{margin:.5rem 0}
        .contents{margin:1.5rem 0}
        .contents h2{font-size:1rem;margin:0 0 .25rem}
        .contents ul{columns:16rem;column-gap:2rem}
        .contents li{padding:.2rem 0 .2rem 1.25rem;text-indent:-1.25rem;break-inside:avoid}
        .contents li::before{content:"\\2014\\a0"}
        .facts{margin:1.5rem 0;border-top:1px solid #c3cbd3;max-width:56rem}
        .facts div,.source div{display:grid;grid-template-columns:minmax(7rem,13rem) 1fr;
        gap:0 1.5rem;padding:.5rem 0;border-bottom:1px solid #c3cbd3}
        dt{font-weight:700}
        dd{margin:0;white-space:pre-line}
        footer{margin-top:3rem;border-top:4px solid #173a63;font-size:.875rem;color:#333f4a}
        footer h2{font-size:1rem;margin:1rem 0 .5rem}
        .source{margin:0}
        .source div{padding:.25rem 0;border:0}
        code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
        font-size:.9375em}
        @media(max-width:40rem){
        h1{font-size:1.5rem}
        h2{font-size:1.25rem}
        .facts div,.source div{display:block}
        }

        """

    private static let figures = """

        .scroll{overflow-x:auto;margin:0 0 1.5rem}
        table{border-collapse:collapse;min-width:100%;font-variant-numeric:tabular-nums;
        font-size:.9375rem;line-height:1.35}
        table.wide,table.broad{font-size:.875rem}
        caption{text-align:left}
        caption h2,caption h3{display:inline-block;position:sticky;left:0;margin-bottom:.5rem;
        max-width:calc(100vw - 3rem)}
        th,td{padding:.5rem .75rem .5rem 0;text-align:left;vertical-align:top;
        border-bottom:1px solid #c3cbd3}
        th:last-child,td:last-child{padding-right:.25rem}
        thead th{vertical-align:bottom;border-bottom:2px solid #15202b;overflow-wrap:normal}
        tbody th{font-weight:400}
        tbody tr:hover>*{background:#f1f4f7}
        .figure{text-align:right;white-space:nowrap}
        thead .figure{white-space:normal}
        .figure+.word,.figure+.words,.figure+.prose{padding-left:1rem}
        .word{white-space:nowrap}
        .words{min-width:9rem}
        .prose{min-width:14rem;max-width:32rem}
        tfoot th,tfoot td{font-weight:700;border-top:2px solid #15202b;
        border-bottom:2px solid #15202b}
        .none{margin:0 0 1.5rem}
        .signature{max-width:46rem}
        .signature p{margin:0 0 .5rem}
        .signature dl{display:grid;grid-template-columns:2fr 2fr 1fr;gap:0 1.5rem;margin:0}
        .signature div{display:flex;flex-direction:column-reverse}
        .signature dd{height:2.25rem;border-bottom:1px solid #15202b}
        .signature dt{font-size:.875rem;font-weight:400}

        """

    private static let charts = """

        figure{margin:0 0 1rem}
        figcaption{max-width:46rem;margin-bottom:.75rem}
        .chart{display:block;margin-bottom:.5rem;overflow:visible;max-width:56rem}
        .chart text{font-size:14px;fill:#15202b;font-variant-numeric:tabular-nums}
        .chart .strong{font-weight:700}
        .chart .tight{font-size:12px}
        .chart .small{font-size:13px;fill:#333f4a}
        .patterns{position:absolute}
        .key{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:.25rem 0 0;
        padding:0;font-size:.875rem}
        .key li{display:flex;align-items:center;gap:.4rem}
        .edge{stroke:#15202b;stroke-width:1}
        .solid{fill:#173a63}
        .hatched{fill:url(#hatched)}
        .dotted{fill:url(#dotted)}
        .crossed{fill:url(#crossed)}
        .open{fill:#fff}
        .ground{fill:#cfe0f2}
        .mark{fill:#173a63}
        .rule{stroke:#c3cbd3;stroke-width:1}
        .axis{stroke:#15202b;stroke-width:1}
        .planned{stroke:#46525e;stroke-width:2;stroke-dasharray:6 4}
        .charged{stroke:#173a63;stroke-width:3}
        .good{fill:#0b5c33}
        .moving{fill:#1f5aa6}
        .doubt{fill:#f6cf73}
        .late{fill:#a3190f}
        .chart .light{fill:#fff;font-weight:700}
        .chart .dark{fill:#15202b;font-weight:700}

        """

    private static let paper = """

        @page{size:A4;margin:14mm 14mm 16mm}
        @media print{
        html{-webkit-print-color-adjust:exact}
        body{max-width:none;padding:0;font-size:9.5pt;line-height:1.35}
        a,a:visited{color:inherit;text-decoration:none}
        .skip,.menu,.trail,.contents{display:none}
        header{padding:0 0 2mm}
        h1{font-size:16pt;margin:5mm 0 1mm}
        h2{font-size:12pt;margin:4mm 0 1.5mm}
        h3{font-size:10.5pt;margin:3mm 0 1mm}
        h1,h2,h3,caption,figcaption{break-after:avoid}
        .answer{margin:3mm 0;break-inside:avoid}
        .answer p{margin:1mm 0}
        .answer p:first-child{font-size:11pt}
        .facts{margin:3mm 0;max-width:none}
        .facts div{padding:1mm 0;display:grid}
        .source div{padding:.2mm 0;display:grid;grid-template-columns:24mm 1fr}
        .facts div,.source div,.chart,tr,.short{break-inside:avoid}
        thead,tbody tr:first-child{break-after:avoid}
        .key{break-before:avoid}
        .chart text{font-size:12px}
        .chart .small{font-size:11.5px}
        .scroll{overflow:visible;margin:0 0 3mm}
        table{font-size:8.5pt}
        table.broad{font-size:7.5pt}
        table.wide{font-size:6.5pt}
        caption h2,caption h3{position:static;max-width:none;margin-bottom:1mm}
        thead{display:table-header-group}
        tfoot{display:table-row-group}
        th,td{padding:1mm 2mm 1mm 0}
        .words,.prose{min-width:0}
        tbody tr:hover>*{background:none}
        figure{margin:0 0 2mm}
        figcaption{max-width:none;margin-bottom:2mm}
        footer{margin-top:5mm;font-size:8pt;break-inside:avoid}
        footer h2{font-size:9pt;margin:2mm 0 1mm}
        .sheet{font-size:8.5pt;line-height:1.25}
        .sheet h1{font-size:13pt;margin:3mm 0 1mm}
        .sheet h2{font-size:10pt;margin:2mm 0 1mm}
        .sheet .answer p:first-child{font-size:9.5pt}
        .sheet .facts,.sheet .answer{margin:2mm 0}
        .sheet .scroll{margin:0 0 2mm}
        .sheet table{font-size:8pt}
        .sheet th,.sheet td{padding:.5mm 2mm .5mm 0}
        .sheet .facts div{padding:.5mm 0}
        .sheet footer{font-size:7pt;margin-top:2mm}
        .sheet .narrow{display:inline-block;width:48%;margin-right:1.5%;vertical-align:top}
        .sheet .source{columns:2}
        .signature{max-width:none;break-inside:avoid}
        .signature p{margin:0}
        .signature dd{height:10mm}
        .signature dt{font-size:7pt}
        }

        """
}
