package org.geco.asd.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections of files that are longer than what is searched at once. */
class LongRecordingTest {

    private static final int DAY = 24 * 3600;

    @TempDir
    private Path m_folder;

    @Test
    void ofAWholeDayTenSecondsTakeTheMemoryOfTenSeconds() throws Exception {
        assumeFalse(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win"), "no sparse files");
        final short[] tone = new short[480000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short)(10000 * Math.sin(i * 0.01));
        }
        final Path file =
            LongFiles.sparseWav(m_folder.resolve("day.wav"), DAY * 48000L, (DAY - 10) * 48000L, tone);
        assertThat(AudioFiles.readInfo(file)).isEqualTo(new AudioInfo(48000, 2, 16, DAY * 48000L));
        final var threads = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        final float[] heard = AudioFiles.read(new Section(file, DAY - 10, DAY), ChannelChoice.single(1), 48000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 * 480000 + (1 << 20));
        assertThat(heard).hasSize(480000);
        for (int i = 0; i < heard.length; i += 97) {
            assertThat(heard[i]).isEqualTo(tone[i] / 32768f);
        }
    }

    @Test
    void ofAWholeDayPeopleHearTheFirstMinuteWhichAloneIsRead() throws Exception {
        assumeFalse(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win"), "no sparse files");
        final Path file = LongFiles.sparseWav(m_folder.resolve("day.wav"), DAY * 8000L, 8000, new short[]{20000, 1});
        final var threads = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        final Heard heard = Heard.of(Section.whole(file), ChannelChoice.single(1), 48000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 * 60 * 48000 + (1 << 20));
        assertThat(heard.samples()).hasSize(60 * 48000);
        assertThat(heard.seconds()).isEqualTo(DAY / 6.0);
        assertThat(Heard.of(new Section(file, 0, 10), ChannelChoice.single(1), 48000).samples()).hasSize(10 * 48000);
    }

    /** Noise holds bytes that look like the start of a frame. */
    @Test
    void sectionsOfFlacAreFoundByBisection() throws AsdException {
        final short[] noise = new short[16000 * 120];
        final Random random = new Random(7);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short)random.nextInt();
        }
        final Path file = WavBuilder.write(m_folder.resolve("noise.flac"), LongFiles.flac(noise));
        assertThat(AudioFiles.readInfo(file)).isEqualTo(new AudioInfo(16000, 1, 16, noise.length));
        for (int start = 0; start < 120; start++) {
            final float[] heard = AudioFiles.read(new Section(file, start, start + 1), ChannelChoice.MEAN, 16000);
            assertThat(heard).hasSize(16000);
            for (int i = 0; i < heard.length; i++) {
                assertThat(heard[i]).isEqualTo(noise[start * 16000 + i] / 32768f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono.ogg", "stereo.ogg", "mono.mp3", "stereo.mp3"})
    void sectionsOfOverlappingCodecsAreThoseOfTheWhole(final String name) throws Exception {
        final byte[] once = CodecsTest.resource(name);
        final Path file = WavBuilder.write(m_folder.resolve(name), name.endsWith("ogg")
            ? LongFiles.ogg(once, 300, name.startsWith("mono") ? 1 : 2, m_folder) : LongFiles.mp3(once, 300));
        final float[] whole = AudioFiles.read(file, ChannelChoice.MEAN, 16000);
        assertThat(whole.length).isGreaterThan(16000 * 50);
        for (int start = 0; start < whole.length / 16000; start += 7) {
            final float[] heard = AudioFiles.read(new Section(file, start, start + 1), ChannelChoice.MEAN, 16000);
            assertThat(heard).hasSize(16000);
            for (int i = 0; i < heard.length; i++) {
                assertThat((double)heard[i]).isCloseTo(whole[start * 16000 + i], within(1e-5));
            }
        }
    }
}
