package org.geco.asd.files;

/**
 * {@code settings.json} of an archive.
 *
 * @param <T> the content
 * @param kind what the archive is
 * @param format version of the format
 * @param content what only this kind has
 */
record Envelope<T>(String kind, int format, T content) {

    /**
     * What is asked before the content is looked at.
     *
     * @param kind what the archive is
     * @param format version of the format
     */
    record Head(String kind, int format) {
    }
}
