package org.geco.asd.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationListTest {
    @TempDir
    Path m_folder;

    private final List<String> m_warnings = new ArrayList<>();
    private Path m_list;

    @BeforeEach
    void list() {
        m_list = m_folder.resolve("list.csv");
    }

    private List<SoundClip> told(final String list, final String... clips) throws AsdException, IOException {
        Files.writeString(m_list, list);
        final List<Path> paths = new ArrayList<>();
        for (final String clip : clips) {
            paths.add(m_folder.resolve(clip));
        }
        return Dataset.of(paths, Dataset.publicSchemes(true)).told(Optional.of(m_list), m_warnings::add).clips();
    }

    @Test
    void tellsLabelDomainAndAttributesOfEachMachineType() throws Exception {
        final List<SoundClip> clips = told("""
            fan
            section_00_0000.wav,section_00_target_test_anomaly_0012_id_C1_spd_2.wav
            valve
            section_00_0000.wav,section_00_source_test_normal_0031_noAttribute.wav
            """, "fan/test/section_00_0000.wav", "valve/test/section_00_0000.wav", "valve/test/section_00_0001.wav",
            "valve/train/section_00_source_train_normal_0000_id_A.wav");

        assertThat(clips).extracting(SoundClip::label).containsExactly(Label.ANOMALY, Label.NORMAL, Label.UNKNOWN,
            Label.NORMAL);
        assertThat(clips.get(0).domain()).contains(Domain.TARGET);
        assertThat(clips.get(0).attributes()).isEqualTo("id_C1_spd_2");
        assertThat(clips.get(0).path()).isEqualTo(m_folder.resolve("fan/test/section_00_0000.wav"));
        assertThat(clips.get(1).domain()).contains(Domain.SOURCE);
        assertThat(m_warnings).singleElement().asString().startsWith("1 of 3 test clips without label are not in")
            .contains("section_00_0001.wav");
    }

    @Test
    void readsTheListsOf2020And2021() throws Exception {
        assertThat(told("fan\r\nid_01_00000000.wav,anomaly_id_01_00000005.wav,1\r\n",
            "fan/test/id_01_00000000.wav").get(0).label()).isEqualTo(Label.ANOMALY);
        final SoundClip clip = told("fan\nsection_03_source_test_0000.wav,section_03_source_test_anomaly_0000.wav\n",
            "fan/source_test/section_03_source_test_0000.wav").get(0);
        assertThat(clip.label()).isEqualTo(Label.ANOMALY);
        assertThat(clip.domain()).contains(Domain.SOURCE);
    }

    @Test
    void fieldsMayStandInQuotesAsATableProgramWritesThem() throws Exception {
        final SoundClip clip = told("""
            "fan"
            "section_00_0000.wav","section_00_target_test_anomaly_0012_spd_2, fast.wav"

            """, "fan/test/section_00_0000.wav").get(0);
        assertThat(clip.label()).isEqualTo(Label.ANOMALY);
        assertThat(clip.attributes()).isEqualTo("spd_2, fast");
        final Path fan = Files.createDirectories(m_folder.resolve("fan"));
        Files.writeString(fan.resolve("attributes_00.csv"), """
            "file_name","d1p","d1v"\r
            "fan/train/section_00_source_train_normal_0000_.wav","noise","hall, loud"\r
            """);
        assertThat(Dataset.of(List.of(fan.resolve("train/section_00_source_train_normal_0000_.wav")),
            Dataset.publicSchemes(true)).told(Optional.empty(), m_warnings::add).clips())
            .extracting(SoundClip::attributes).containsExactly("noise_hall, loud");
    }

    @Test
    void whatIsNoListOfTheseClipsSaysSo() {
        assertThatThrownBy(() -> told("a.wav,normal_id_00_0.wav\n", "fan/test/id_01_00000000.wav"))
            .isInstanceOf(AsdException.class).hasMessageContaining("Line 1 of").hasMessageContaining("before any");
        assertThatThrownBy(() -> told("fan\na.wav,b.wav\n", "fan/test/id_01_00000000.wav"))
            .isInstanceOf(AsdException.class).hasMessageContaining("Line 2 of")
            .hasMessageContaining("neither normal nor anomaly");
        assertThatThrownBy(() -> told("", "fan/test/id_01_00000000.wav")).isInstanceOf(AsdException.class)
            .hasMessageContaining("lists no clips");
        assertThatThrownBy(() -> told("fan\nid_02_0.wav,normal_id_02_0.wav\n", "fan/test/id_01_00000000.wav"))
            .isInstanceOf(AsdException.class).hasMessageContaining("none of the 1 test clips without label");
        assertThatThrownBy(() -> Dataset.of(List.of(m_folder.resolve("fan/test/id_01_0.wav")),
            Dataset.publicSchemes(true)).told(Optional.of(m_folder.resolve("nowhere.csv")), m_warnings::add))
            .isInstanceOf(AsdException.class).hasMessageContaining("there is no such file");
    }

    @Test
    void attributesThatNamesLackAreReadFromTheFilesBesideTheClips() throws Exception {
        final Path fan = Files.createDirectories(m_folder.resolve("fan"));
        Files.writeString(fan.resolve("attributes_00.csv"), """
            file_name,d1p,d1v,d2p,d2v
            fan/train/section_00_source_train_normal_0000_.wav,m-n,W,spd,2
            fan/train/section_00_source_train_normal_0001_.wav,m-n,X,,
            """);
        final List<SoundClip> clips = Dataset.of(List.of(fan.resolve("train/section_00_source_train_normal_0000_.wav"),
            fan.resolve("train/section_00_source_train_normal_0001_.wav"),
            fan.resolve("train/section_00_source_train_normal_0002_.wav")), Dataset.publicSchemes(true))
            .told(Optional.empty(), m_warnings::add).clips();
        assertThat(clips).extracting(SoundClip::attributes).containsExactly("m-n_W_spd_2", "m-n_X", "");
    }
}
