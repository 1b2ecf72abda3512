package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.mel.MelSettings;
import org.junit.jupiter.api.Test;

class ReconstructionTest {

    private static final int MELS = 3;

    private static final int FRAMES = 15;

    /** A PAE whose prediction tells which type predicted, and which position. */
    private static final FrameReconstructor LABELLING = new FrameReconstructor() {
        @Override
        public Differences differences() {
            return Differences.NONE;
        }

        @Override
        public FrameReconstructor member(final int member) {
            return this;
        }

        @Override
        public void close() {
            // holds nothing
        }

        @Override
        public String fingerprint() {
            return "test";
        }

        @Override
        public int blockFrames() {
            return 5;
        }

        @Override
        public long bytes(final int machineTypes) {
            return 0;
        }

        @Override
        public void check(final String machineType, final MelSettings mel) {
            // predicts everything
        }

        @Override
        public float[] predict(final String machineType, final float[] blocks, final int[] masked) {
            final float[] predicted = new float[masked.length * MELS];
            for (int i = 0; i < predicted.length; i++) {
                // the type, and the very frame that it replaces: it must have seen the block of the right patch
                final int frame = i / MELS * 5 + masked[i / MELS];
                predicted[i] = 1_000_000 * machineType.length() + blocks[frame * MELS + i % MELS];
            }
            return predicted;
        }
    };

    private static final String[] TYPES = {"fan", "pump", "fan", "valve", "pump", "fan"};

    private static float[] patches() {
        final float[] patches = new float[TYPES.length * FRAMES * MELS];
        for (int i = 0; i < patches.length; i++) {
            patches[i] = i;
        }
        return patches;
    }

    private static float[] reconstruct(final long seed) throws AsdException {
        return new Reconstruction(LABELLING, FRAMES, MELS).apply(patches(), TYPES, new SplittableRandom(seed));
    }

    @Test
    void oneFrameOfEveryFiveIsThePredictionOfThePatchesOwnType() throws AsdException {
        final float[] original = patches();
        final float[] result = reconstruct(1);
        for (int block = 0; block < TYPES.length * FRAMES / 5; block++) {
            final float added = 1_000_000 * TYPES[block / (FRAMES / 5)].length();
            int replaced = 0;
            for (int frame = block * 5; frame < block * 5 + 5; frame++) {
                final float[] actual = Arrays.copyOfRange(result, frame * MELS, frame * MELS + MELS);
                final float[] expected = Arrays.copyOfRange(original, frame * MELS, frame * MELS + MELS);
                if (!Arrays.equals(actual, expected)) {
                    replaced++;
                    for (int b = 0; b < MELS; b++) {
                        expected[b] += added;
                    }
                    assertThat(actual).as("frame %d", frame).containsExactly(expected);
                }
            }
            assertThat(replaced).as("replaced frames of block %d", block).isEqualTo(1);
        }
    }

    @Test
    void theFramesAreDrawnAnewAndReachEveryPosition() throws AsdException {
        assertThat(reconstruct(1)).isEqualTo(reconstruct(1)).isNotEqualTo(reconstruct(2));
        final MeanReconstructor pae = new MeanReconstructor(new MelSettings(16000, 1024, 512, MELS, 0, 8000), "fan",
            "pump", "valve");
        final SplittableRandom random = new SplittableRandom(4);
        final Reconstruction reconstruction = new Reconstruction(pae, FRAMES, MELS);
        final int[] count = new int[5];
        for (int step = 0; step < 100; step++) {
            reconstruction.apply(patches(), TYPES, random);
        }
        pae.masked().forEach(masked -> Arrays.stream(masked).forEach(position -> count[position]++));
        // 1800 draws: 360 ± 17 a position
        assertThat(Arrays.stream(count).boxed()).allSatisfy(n -> assertThat(n).isBetween(290, 430));
    }

    @Test
    void theOriginalsStayAsTheyAre() throws AsdException {
        final float[] patches = patches();
        new Reconstruction(LABELLING, FRAMES, MELS).apply(patches, TYPES, new SplittableRandom(1));
        assertThat(patches).isEqualTo(patches());
    }

    @Test
    void patchesThatAreNoWholeBlocksAreRefused() {
        assertThatThrownBy(() -> new Reconstruction(LABELLING, 64, MELS))
            .isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageContaining("64 frames").hasMessageContaining("5 frames");
                assertThat(e.resolutions()).anyMatch(r -> r.contains("65"));
            });
    }
}
