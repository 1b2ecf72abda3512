package org.geco.asd.report;

/** The path of a clip, whichever system it was written on: its folder with the separator, its base name. */
record ClipPath(String folder, String baseName) {
    static ClipPath of(final String path) {
        final int start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
        return new ClipPath(path.substring(0, start), path.substring(start));
    }
}
