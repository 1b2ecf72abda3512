package org.geco.asd.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SectionTest {

    @TempDir
    private Path m_folder;

    static Stream<String> files() {
        return Stream.concat(CodecsTest.files(), Stream.of("shorts", "floats", "24 bits"));
    }

    private Path file(final String name) {
        final WavBuilder wav = name.equals("floats") ? new WavBuilder().floats(32)
            : new WavBuilder().pcm(name.equals("shorts") ? 16 : 24).notes(999);
        return WavBuilder.write(m_folder.resolve("clip"), name.contains(".") ? CodecsTest.resource(name)
            : wav.bytes(6000, 2, i -> new double[]{Math.sin(i * 0.01), Math.cos(i * 0.013)}));
    }

    /** Not to the bit: an overlapping transform adds what it finds in memory in another order. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aSectionIsPartOfTheWhole(final String name) throws AsdException {
        final Path file = file(name);
        final float[] whole = AudioFiles.read(file, ChannelChoice.MEAN, 16000);
        for (final int[] part : new int[][]{{0, 1600}, {1, 4711}, {3200, 6000}, {5990, 6000}}) {
            final float[] section = AudioFiles.read(new Section(file, part[0] / 16000.0, part[1] / 16000.0),
                ChannelChoice.MEAN, 16000);
            assertThat(section).hasSize(part[1] - part[0]);
            for (int i = 0; i < section.length; i++) {
                assertThat((double)section[i]).isCloseTo(whole[part[0] + i], within(1e-6));
            }
        }
    }

    @Test
    void aSectionIsIdentifiedByItsPathAndItsSeconds() {
        final Path file = Path.of("/a b/pump7.flac");
        for (final Section section : new Section[]{Section.whole(file), new Section(file, 0, 10),
            new Section(file, 0.1 * 3, 4.4), new Section(file, 86390, 86400), new Section(file, 1e-3, 1.0 / 3)}) {
            final Section read = Section.of(file, section.toString());
            assertThat(Section.path(section.toString())).isEqualTo("/a b/pump7.flac");
            assertThat(read.start()).isCloseTo(section.start(), within(1e-6));
            assertThat(read.isWhole() ? 0 : read.end()).isCloseTo(section.isWhole() ? 0 : section.end(), within(1e-6));
        }
        assertThat(new Section(file, 600, 610.5)).hasToString("/a b/pump7.flac#t=600,610.5");
    }

    @Test
    void whatIsNotThereIsSaid() {
        final Path file = WavBuilder.write(m_folder.resolve("clip"), new WavBuilder().bytes(16000, 1,
            i -> new double[]{i < 8000 ? 0 : Math.sin(i)}));
        assertThatThrownBy(() -> AudioFiles.read(new Section(file, 1, 2), ChannelChoice.MEAN, 16000))
            .isInstanceOf(AsdException.class).hasMessageContaining("clip#t=1,2' is not there: the file is shorter");
        assertThatThrownBy(() -> AudioFiles.read(new Section(file, 0, 0.5), ChannelChoice.MEAN, 16000))
            .isInstanceOf(AsdException.class).hasMessageContaining("clip#t=0,0.5' is digital silence");
        final Path cut = WavBuilder.write(m_folder.resolve("cut"), Arrays.copyOf(new WavBuilder().bytes(16000, 1,
            i -> new double[]{Math.sin(i)}), 20044));
        assertThatThrownBy(() -> AudioFiles.read(new Section(cut, 0.5, 1), ChannelChoice.MEAN, 16000))
            .isInstanceOf(AsdException.class).hasMessageContaining("cut#t=0.5,1' is cut off")
            .hasMessageContaining("only 2000 (0.1 s) are there");
    }

    @Test
    void aBroadcastFileTellsWhenItWasRecorded() {
        final byte[] wav = new WavBuilder().notes(602).bytes(100, 1, i -> new double[]{0.1});
        final Path silent = WavBuilder.write(m_folder.resolve("zeros.wav"), wav);
        System.arraycopy("2026:11:2503-15-07".getBytes(StandardCharsets.US_ASCII), 0, wav, 20 + 320, 18);
        assertThat(AudioFiles.recordedAt(WavBuilder.write(m_folder.resolve("b.wav"), wav)))
            .contains(LocalDateTime.of(2026, 11, 25, 3, 15, 7));
        assertThat(AudioFiles.recordedAt(silent)).isEmpty();
        assertThat(AudioFiles.recordedAt(file("mono.ogg"))).isEmpty();
    }
}
