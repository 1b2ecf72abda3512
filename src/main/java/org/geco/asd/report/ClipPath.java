package org.geco.asd.report;

/** Takes the path of a clip apart, whichever system it was written on. */
final class ClipPath {

    private ClipPath() {
    }

    static String baseName(final String path) {
        return path.substring(start(path));
    }

    /** @return everything before the base name, with the separator */
    static String folder(final String path) {
        return path.substring(0, start(path));
    }

    private static int start(final String path) {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    }
}
