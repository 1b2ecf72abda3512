package org.geco.asd.report;

/** One part of the page. */
@FunctionalInterface
interface Section {

    /**
     * @param report the results
     * @return HTML, empty if the section has nothing to show
     */
    String html(Report report);
}
