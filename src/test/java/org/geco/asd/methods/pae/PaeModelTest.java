package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.geco.asd.methods.pae.Synthetic.bytes;

import java.io.ByteArrayInputStream;
import java.util.Arrays;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Spectrogram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaeModelTest {

    private static PaeModel model;

    @BeforeAll
    static void train() throws AsdException {
        model = TrainedPae.model();
    }

    @Test
    void aSavedModelScoresToTheBitAndIsTheSameFile() throws Exception {
        final byte[] file = bytes(model);
        final PaeModel read = PaeModel.read(new ByteArrayInputStream(file));
        assertThat(bytes(read)).isEqualTo(file);
        assertThat(read.settings()).isEqualTo(model.settings());
        assertThat(read.mel()).isEqualTo(Synthetic.MEL);
        assertThat(read.type("pump").ids()).containsExactly("00", "01");
        final Spectrogram clip = Synthetic.clip("pump", 0.9, 333, 5);
        try (PaeScorer one = new PaeScorer(model); PaeScorer other = new PaeScorer(read)) {
            Synthetic.score(other, "pump", Synthetic.clip("pump", 0.7, 61, 6));
            assertThat(Synthetic.score(other, "pump", clip)).isEqualTo(Synthetic.score(one, "pump", clip));
        }
    }

    @Test
    void aCutOffModelIsRefused() throws Exception {
        final byte[] file = bytes(model);
        for (int length = 0; length < file.length; length += length < 100 ? 3 : 997) {
            final byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> PaeModel.read(new ByteArrayInputStream(cut))).isInstanceOf(AsdException.class)
                .hasMessageContaining("damaged");
        }
    }
}
