package org.geco.asd.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many clips a recording gives, from where to where, and what is left of it. */
class CuttingTest {
    private static final Path FILE = Path.of("pump.flac");

    private static String text(final List<Section> sections) {
        return sections.stream().map(section -> Math.round(section.start() * 100) / 100.0 + "-"
            + Math.round(section.end() * 100) / 100.0).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"10 | 10 | 30 | 0.0-10.0 10.0-20.0 20.0-30.0 | 0",
        "10 | 10 | 29 | 0.0-10.0 10.0-20.0 20.0-29.0 | 0", "10 | 10 | 28.9 | 0.0-10.0 10.0-20.0 | 8.9",
        "10 | 10 | 9 | 0.0-9.0 | 0", "10 | 10 | 8.99 |  | 8.99", "10 | 5 | 20 | 0.0-10.0 5.0-15.0 10.0-20.0 | 0",
        "10 | 5 | 19.5 | 0.0-10.0 5.0-15.0 10.0-19.5 | 0", "2 | 5 | 12 | 0.0-2.0 5.0-7.0 10.0-12.0 | 0",
        "2 | 5 | 11 | 0.0-2.0 5.0-7.0 | 1", "10 | 10 | 20.05 | 0.0-10.0 10.0-20.0 | 0",
        "10 | 10 | 20.1 | 0.0-10.0 10.0-20.0 | 0.1"})
    void theLastClipIsShorterButNeverByMoreThanATenth(final double length, final double hop, final double seconds,
        final String clips, final double left) {
        final Cutting cutting = new Cutting(length, hop);
        final List<Section> sections = cutting.sections(FILE, seconds);
        assertThat(text(sections)).isEqualTo(clips == null ? "" : clips);
        assertThat(sections).extracting(Section::file).allMatch(FILE::equals);
        assertThat(cutting.left(sections, seconds)).isCloseTo(left, within(1e-9));
    }

    @Test
    void lengthsOfAHundredthOfASecondAreTheLeast() {
        assertThatCode(() -> new Cutting(0.01, 0.01).check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Cutting(0.009, 1).check()).isInstanceOf(AsdException.class)
            .hasMessageContaining("clip length");
        assertThatThrownBy(() -> new Cutting(1, 0.009).check()).isInstanceOf(AsdException.class)
            .hasMessageContaining("hop");
    }
}
