package org.knime.core.webui.data;

import java.io.IOException;

/** Gives a page the data it starts with. */
public final class InitialDataService {

    private InitialDataService() {
        // only its serializer is used without a window
    }

    /**
     * Turns data into text.
     *
     * @param <D> the data
     */
    @FunctionalInterface
    public interface Serializer<D> {

        /**
         * Turns data into text.
         *
         * @param obj the data
         * @return the text
         * @throws IOException if it can't be written
         */
        String serialize(D obj) throws IOException;
    }
}
