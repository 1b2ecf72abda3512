package org.geco.asd.nodes.paelearner;

import org.geco.asd.nodes.spectrogram.SpectrogramValue;
import org.geco.asd.nodes.support.InputColumns;

/** Columns of spectrograms, as choices in the dialog. */
final class SpectrogramColumns extends InputColumns {

    SpectrogramColumns() {
        super(SpectrogramValue.class);
    }
}
