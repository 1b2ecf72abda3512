package org.geco.asd.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a header promises and what is there: read as far as every other tool reads it, and no further. */
class LyingHeadersTest {
    private static final int DATA_SIZE = 40;
    private static final int START = 44;

    @TempDir
    private Path m_folder;

    private final byte[] m_wav = Containers.all().get("wav");

    static Stream<String> containers() {
        return Containers.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("containers")
    void everyContainerHoldsTheSameSamples(final String container) throws AsdException {
        final Path file = file(Containers.all().get(container));
        assertThat(AudioFiles.readInfo(file).frames()).isEqualTo(Containers.FRAMES);
        assertSound(file, Containers.FRAMES);
    }

    @Test
    void anAiffThatPromisesMoreThanItHoldsIsCutOff() {
        final byte[] frames = Containers.all().get("aiff");
        ByteBuffer.wrap(frames).putInt(22, 800_000_000);
        refused(frames, "promises 800000000 samples (50000.0 s), but only 1000 (0.1 s) are there");
        final byte[] channels = Containers.all().get("aiff");
        ByteBuffer.wrap(channels).putShort(20, (short)65281);
        refused(channels, "promises 1000 samples (0.1 s), but only 0 (0.0 s) are there");
    }

    /** ffmpeg, sox (of one and of three channels) and recorders that nobody stopped. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(longs = {0, 0x7FFFF000L, 0x7FFFEFFFL, 0x7FFFFFFFL, 0xFFFFFFFFL})
    void aWavOfUnknownLengthIsReadToItsEnd(final long size) throws AsdException {
        final byte[] piped = m_wav.clone();
        little(piped).putInt(4, (int)size).putInt(DATA_SIZE, (int)size);
        assertSound(file(piped), Containers.FRAMES);
        assertThat(AudioFiles.readInfo(file(piped)).isCutOff()).isFalse();
    }

    @Test
    void aWavOfNoSamplesWithNotesBehindItHoldsNoSound() {
        final ByteBuffer noted = little(Arrays.copyOf(m_wav, START + 16));
        noted.putInt(4, START + 8).putInt(DATA_SIZE, 0).position(START);
        noted.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        refused(noted.array(), "holds no sound");
    }

    @Test
    void aChunkOfOddLengthMayLackItsPadding() throws AsdException {
        final byte[] notes = new WavBuilder().notes(13).bytes(Containers.FRAMES, 1,
            i -> new double[]{Containers.value(i)});
        assertSound(file(notes), Containers.FRAMES);
        final byte[] padded = new byte[notes.length + 1];
        System.arraycopy(notes, 0, padded, 0, 12 + 8 + 13);
        System.arraycopy(notes, 12 + 8 + 13, padded, 12 + 8 + 14, notes.length - 12 - 8 - 13);
        assertSound(file(padded), Containers.FRAMES);
    }

    @Test
    void theFormatMayStandBehindTheSoundAndTheListOfChunksMayEndThere() throws AsdException {
        final ByteBuffer turned = ByteBuffer.allocate(m_wav.length + 5);
        turned.put(m_wav, 0, 12).put(m_wav, 36, m_wav.length - 36).put(m_wav, 12, 24);
        turned.put("LIST\t".getBytes(StandardCharsets.US_ASCII));
        assertSound(file(turned.array()), Containers.FRAMES);
    }

    @Test
    void aLastHalfSampleIsLeftOut() throws AsdException {
        final byte[] more = Arrays.copyOf(m_wav, m_wav.length + 1);
        little(more).putInt(DATA_SIZE, 2 * Containers.FRAMES + 1);
        assertSound(file(more), Containers.FRAMES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("containers")
    void aTruncatedClipIsUsedAsFarAsItGoesIfEnoughIsThere(final String container) throws AsdException {
        final byte[] whole = Containers.all().get(container);
        final int width = container.equals("wav float") ? 4 : 2;
        final Path file = file(Arrays.copyOf(whole, whole.length - 90 * width - 1));
        assertThat(AudioFiles.readInfo(file)).isEqualTo(new AudioInfo(16000, 1, 8 * width, 909, 1000));
        assertSound(file, 909);
        assertThatThrownBy(() -> AudioFiles.read(Section.whole(file), ChannelChoice.MEAN, 16000, 0.91, info -> { }))
            .isInstanceOf(AsdException.class).hasMessageContaining("only 909 (0.1 s) are there");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"ID3, MP3", "0000ftypM4A, MPEG-4", "caff, CAF", "wvpk, WavPack", "ÿñ, AAC"})
    void aFormatThatCannotBeReadIsNamed(final String start, final String name) {
        refused((start + "\0\1").getBytes(StandardCharsets.ISO_8859_1), name);
    }

    private void refused(final byte[] bytes, final String reason) {
        final Path file = file(bytes);
        assertThatThrownBy(() -> AudioFiles.read(file, ChannelChoice.MEAN, 16000)).isInstanceOf(AsdException.class)
            .hasMessageContaining(reason).hasMessageContaining(file.toString());
    }

    private void assertSound(final Path file, final int frames) throws AsdException {
        final float[] samples = AudioFiles.read(file, ChannelChoice.MEAN, 16000);
        assertThat(samples).hasSize(frames);
        for (int i = 0; i < frames; i++) {
            assertThat((double)samples[i]).isCloseTo(Containers.value(i), within(1e-4));
        }
    }

    private static ByteBuffer little(final byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Path file(final byte[] bytes) {
        return WavBuilder.write(m_folder.resolve("clip"), bytes);
    }
}
