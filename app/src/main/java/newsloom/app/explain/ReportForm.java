package newsloom.app.explain;

/** How a report is written. */
public enum ReportForm {
    /** For a terminal of 120 columns. */
    TEXT {
        @Override
        public String of(CopyReport report) {
            return new TextReport(COLUMNS).of(report);
        }
    },
    /** A page of HTML. */
    HTML {
        @Override
        public String of(CopyReport report) {
            return HtmlReport.of(report);
        }
    };

    private static final int COLUMNS = 120;

    /** The whole report; harmless whatever the texts hold. */
    public abstract String of(CopyReport report);
}
