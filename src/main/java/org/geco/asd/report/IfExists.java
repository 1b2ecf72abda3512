package org.geco.asd.report;

/** What to do if the folder of a report already exists. */
public enum IfExists {
    /** Fail and leave it as it is; an empty folder may be used. */
    FAIL,
    /** Replace an earlier report as a whole; fail if the folder holds anything else. */
    OVERWRITE
}
