package org.geco.asd.nodes.table;

import org.geco.asd.nodes.knime.InputColumns;

/** The spectrogram columns of a node's first connected table, as choices in the dialog. */
public final class SpectrogramColumns extends InputColumns {
    SpectrogramColumns() {
        super(SpectrogramValue.class);
    }
}
