package org.geco.asd.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed sounds against what libsndfile reads from them. */
class CodecsTest {

    @TempDir
    private Path m_folder;

    static Stream<String> files() {
        return Stream.of("mono16.flac", "stereo24.flac", "mono.ogg", "stereo.ogg", "mono.mp3", "stereo.mp3");
    }

    static byte[] resource(final String name) {
        try (InputStream in = CodecsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theSamplesAreThoseOfLibsndfile(final String name) throws AsdException {
        final Path file = WavBuilder.write(m_folder.resolve("clip"), resource(name));
        final FloatBuffer expected =
            ByteBuffer.wrap(resource(name + ".f32")).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        final AudioInfo info = AudioFiles.readInfo(file);
        assertThat(info.sampleRate()).isEqualTo(16000);
        assertThat(info.channels()).isEqualTo(name.startsWith("mono") ? 1 : 2);
        assertThat(info.frames()).isEqualTo(expected.remaining());
        final float[] samples = AudioFiles.read(file, ChannelChoice.MEAN, 16000);
        assertThat(samples).hasSize(expected.remaining());
        final double tolerance = name.endsWith("flac") ? 0 : name.endsWith("ogg") ? 1e-5 : 2e-5;
        for (int i = 0; i < samples.length; i++) {
            assertThat((double)samples[i]).as("sample %d", i).isCloseTo(expected.get(i), within(tolerance));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"mono16.flac", "stereo24.flac", "mono.mp3", "stereo.mp3"})
    void aTruncatedFileIsUsedAsFarAsItGoes(final String name) throws AsdException {
        final byte[] whole = resource(name);
        final Path file = WavBuilder.write(m_folder.resolve("clip"), Arrays.copyOf(whole, whole.length * 3 / 4));
        final float[] samples = AudioFiles.read(Section.whole(file), ChannelChoice.MEAN, 16000, 0, info -> { });
        assertThat(samples.length).isBetween(1500, 5500);
        final FloatBuffer expected =
            ByteBuffer.wrap(resource(name + ".f32")).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        for (int i = 0; i < samples.length - 1200; i++) {
            assertThat((double)samples[i]).as("sample %d", i).isCloseTo(expected.get(i), within(1e-4));
        }
    }

    @Test
    void aTruncatedPageOfOggIsNoSound() {
        final Path file = WavBuilder.write(m_folder.resolve("clip"), Arrays.copyOf(resource("mono.ogg"), 5000));
        assertThatThrownBy(() -> AudioFiles.readInfo(file)).isInstanceOf(AsdException.class)
            .hasMessageContaining("is cut off");
    }

    @Test
    void whatElseIsInAnOggFileIsNamed() {
        final byte[] opus = resource("mono.ogg");
        System.arraycopy("OpusHead".getBytes(StandardCharsets.US_ASCII), 0, opus, 28, 8);
        final Path file = WavBuilder.write(m_folder.resolve("clip"), opus);
        assertThatThrownBy(() -> AudioFiles.readInfo(file)).isInstanceOf(AsdException.class)
            .hasMessageContaining("is an Ogg file with an encoding that cannot be read: Opus");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3000, Integer.MAX_VALUE})
    void whatFlacPromisesIsComparedWithItsLastFrame(final int promised) throws AsdException {
        final byte[] flac = resource("mono16.flac");
        ByteBuffer.wrap(flac).putInt(22, promised);
        final Path file = WavBuilder.write(m_folder.resolve("clip"), flac);
        assertThat(AudioFiles.readInfo(file)).isEqualTo(new AudioInfo(16000, 1, 16,
            promised == 0 ? 6000 : Math.min(6000, promised), promised == 0 ? 6000 : promised));
        if (promised > 1) {
            assertThat(AudioFiles.read(Section.whole(file), ChannelChoice.MEAN, 16000, 0, info -> { }))
                .hasSize(Math.min(6000, promised));
        }
    }

    @Test
    void mp3IsReadBehindItsTags() throws AsdException {
        final byte[] whole = resource("mono.mp3");
        final byte[] tagged = new byte[whole.length + 1000];
        System.arraycopy(new byte[]{'I', 'D', '3', 4, 0, 0, 0, 0, 990 >> 7, 990 & 0x7F}, 0, tagged, 0, 10);
        System.arraycopy(whole, 0, tagged, 1000, whole.length);
        final Path file = WavBuilder.write(m_folder.resolve("clip"), tagged);
        assertThat(AudioFiles.readInfo(file).frames()).isEqualTo(6000);
    }
}
