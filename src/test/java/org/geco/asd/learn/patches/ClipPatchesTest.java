package org.geco.asd.learn.patches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.geco.asd.methods.geco.GecoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many patches a network computes at once: what is not a patch of a clip is computed for nothing. */
class ClipPatchesTest {
    @ParameterizedTest
    @CsvSource({"1, 40", "5, 40", "7, 35", "32, 32", "40, 40", "41, 21", "100, 34"})
    void aBlockIsWholeClipsOrTheSameShareOfEach(final int perClip, final int block) {
        assertThat(ClipPatches.block(Optional.of(perClip), GecoSettings.PAPER)).isEqualTo(block);
    }

    @Test
    void aBlockIsFullIfClipsHaveSeveralLengths() {
        assertThat(ClipPatches.block(Optional.empty(), GecoSettings.PAPER)).isEqualTo(40);
    }
}
