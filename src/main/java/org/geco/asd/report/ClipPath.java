package org.geco.asd.report;

/**
 * The path of a clip taken apart, whichever system it was written on.
 *
 * @param folder everything before the base name, with the separator
 * @param baseName the file's name
 */
record ClipPath(String folder, String baseName) {
    static ClipPath of(final String path) {
        final int start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
        return new ClipPath(path.substring(0, start), path.substring(start));
    }
}
