package org.geco.asd.files;

/** What to do if an output folder already exists. */
public enum IfExists {
    /** Fail and leave it as it is; an empty folder may be used. */
    FAIL,
    /** Replace what an earlier run wrote, as a whole; fail if the folder holds anything else. */
    OVERWRITE
}
