package org.geco.asd.report;

/**
 * What a report says and how much of it.
 *
 * @param date shown below the title as it is; empty for none: a report of the same scores is then the same, byte for
 *             byte, on every day
 * @param notes free text below the title: settings, data set, anything the reader should know; may be empty
 * @param maxFpr highest false-positive rate of the pAUC, in (0, 1]
 * @param topClips how many of the most anomalous clips to list, at least 0
 */
public record ReportSettings(String title, String date, String notes, double maxFpr, int topClips) {
    /** Checks the number of clips. */
    public ReportSettings {
        if (topClips < 0) {
            throw new IllegalArgumentException("topClips " + topClips);
        }
    }
}
