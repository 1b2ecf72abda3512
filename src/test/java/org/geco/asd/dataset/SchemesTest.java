package org.geco.asd.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemesTest {

    private static final Path ROOT = Path.of("/data/set").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({"fan/train/normal_id_00_00000012.wav,fan,00,TRAIN,NORMAL",
        "fan/test/normal_id_02_00000000.wav,fan,02,TEST,NORMAL",
        "ToyCar/test/anomaly_id_04_00000001.WAV,ToyCar,04,TEST,ANOMALY",
        "fan/test/id_01_00000000.wav,fan,01,TEST,UNKNOWN",
        "dev_data/fan/fan/test/anomaly_id_00_00000001.wav,fan,00,TEST,ANOMALY"})
    void dcase2020(final String path, final String type, final String id, final Split split, final Label label)
        throws AsdException {
        check(PublicScheme.DCASE2020, path, type, id, split, label);
        assertThat(parse(PublicScheme.DCASE2021, path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fan/train/section_00_source_train_normal_0000_strength_1_ambient.wav,fan,00,TRAIN,NORMAL",
        "gearbox/target_test/section_02_target_test_anomaly_0009.wav,gearbox,02,TEST,ANOMALY",
        "valve/source_test/section_01_source_test_normal_0000.wav,valve,01,TEST,NORMAL",
        "bearing/test/section_00_target_test_anomaly_0049_vel_6_loc_B.wav,bearing,00,TEST,ANOMALY",
        "bearing/test/section_03_0049.wav,bearing,03,TEST,UNKNOWN",
        "fan/source_test/section_03_source_test_0000.wav,fan,03,TEST,UNKNOWN"})
    void dcase2021(final String path, final String type, final String id, final Split split, final Label label)
        throws AsdException {
        check(PublicScheme.DCASE2021, path, type, id, split, label);
        assertThat(parse(PublicScheme.DCASE2020, path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fan/id_00/normal/00000001.wav,fan,00,TRAIN,NORMAL",
        "6_dB_pump/pump/id_06/abnormal/00000001.wav,pump,06,TEST,ANOMALY",
        "id_02/normal/00000001.wav,set,02,TRAIN,NORMAL"})
    void mimii(final String path, final String type, final String id, final Split split, final Label label)
        throws AsdException {
        check(new MimiiScheme(true), path, type, id, split, label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fan/training/normal_id_00_00000012.wav", "fan/train/normal_id_00.wav",
        "fan/train/strange_id_00_1.wav", "normal_id_00_00000012.wav", "fan/train/sub/normal_id_00_00000012.wav"})
    void namesThatDoNotFit(final String path) throws AsdException {
        assertThat(parse(PublicScheme.DCASE2020, path)).isEmpty();
        assertThat(parse(PublicScheme.DCASE2021, path)).isEmpty();
    }

    @Test
    void aPatternWithAllGroups() throws AsdException {
        final PatternScheme scheme =
            new PatternScheme("^(?<type>\\w+)-(?<id>\\w+)/(?<split>\\w+)/(?<label>[a-z]+)\\d*\\.wav$");
        check(scheme, "press-B7/training/ok12.wav", "press", "B7", Split.TRAIN, Label.NORMAL);
        check(scheme, "press-B7/eval/faulty1.wav", "press", "B7", Split.TEST, Label.ANOMALY);
        assertThat(parse(scheme, "other/press-B7/training/ok12.wav")).isEmpty();
    }

    @Test
    void aPatternWithoutSomeGroupsFallsBackAsDocumented() throws AsdException {
        check(new PatternScheme("(?<label>ok|bad)"), "x/ok1.wav", "set", "00", Split.TRAIN, Label.NORMAL);
        check(new PatternScheme("(?<label>ok|bad)"), "x/bad1.wav", "set", "00", Split.TEST, Label.ANOMALY);
        check(new PatternScheme("(?<split>train|test)"), "train/1.wav", "set", "00", Split.TRAIN, Label.NORMAL);
        check(new PatternScheme("(?<split>held-out)"), "held-out/1.wav", "set", "00", Split.HELD_OUT, Label.NORMAL);
        check(new PatternScheme("(?<split>train|test)"), "test/1.wav", "set", "00", Split.TEST, Label.UNKNOWN);
        check(new PatternScheme("m(?<id>\\d)(?<label>bad)?"), "m3.wav", "set", "3", Split.TEST, Label.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        (?<type>[a-z | is not a regular expression: Unclosed character class at position
        [a-z]+       | has none of the named groups
        ''           | it is empty
        """)
    void aBadPatternIsAClearError(final String regex, final String message) {
        assertThatThrownBy(() -> new PatternScheme(regex)).isInstanceOf(AsdException.class)
            .hasMessageContaining("naming pattern").hasMessageContaining(message);
    }

    @Test
    void aGroupThatFindsNonsenseIsAClearError() throws AsdException {
        final PatternScheme scheme = new PatternScheme("(?<split>[a-z]+)/");
        assertThatThrownBy(() -> parse(scheme, "winter/1.wav")).isInstanceOf(AsdException.class)
            .hasMessageContaining("\"split\"").hasMessageContaining("\"winter\"").hasMessageContaining("1.wav");
    }

    @ParameterizedTest
    @CsvSource({"fan/source_test/section_00_source_test_normal_0000.wav, source, ''",
        "car/test/section_00_target_test_anomaly_0049_car_A2_spd_28V_mic_1.wav, target, car_A2_spd_28V_mic_1",
        "fan/train/section_00_source_train_normal_0000_.wav, source, ''", "fan/test/section_03_0000.wav, '', ''",
        "fan/test/section_00_source_test_normal_0012_m-n_W.wav, source, m-n_W"})
    void namesTellDomainAndAttributes(final String path, final String domain, final String attributes) {
        final SoundClip clip = PublicScheme.DCASE2021.parse(ROOT, ROOT.resolve(path)).orElseThrow();
        assertThat(clip.domain()).isEqualTo(Domain.named(domain));
        assertThat(clip.attributes()).isEqualTo(attributes);
    }

    private static void check(final NamingScheme scheme, final String path, final String type, final String id,
        final Split split, final Label label) throws AsdException {
        assertThat(parse(scheme, path).map(clip -> clip.withAttributes("")))
            .contains(new SoundClip(ROOT.resolve(path), new MachineId(type, id), split, label));
    }

    private static Optional<SoundClip> parse(final NamingScheme scheme, final String path) throws AsdException {
        return scheme.parse(ROOT, ROOT.resolve(path));
    }

    @Test
    void foldersAreMachinesWithAllThatIsBelowThem() throws AsdException {
        final NamingScheme scheme = PlainScheme.folders(Split.TRAIN);
        assertThat(parse(scheme, "pump7/2026-11-26/0830.wav"))
            .contains(new SoundClip(ROOT.resolve("pump7/2026-11-26/0830.wav"), new MachineId("pump7", "00"),
                Split.TRAIN, Label.NORMAL));
        assertThat(parse(scheme, "0830.wav")).map(SoundClip::machine)
            .contains(new MachineId(ROOT.getFileName().toString(), "00"));
        assertThat(parse(PlainScheme.folders(Split.TEST), "pump7/a.wav")).map(SoundClip::label).contains(Label.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25/pump7/0830.wav, pump7", "20261125/pump7/2026-11-26/a.wav, pump7",
        "2026/11/25/pump7/a.wav, pump7", "2026-11-25T03-15/pump7/a.wav, pump7", "2001/a.wav, 2001",
        "2013/11/a.wav, 2013", "pump7/2026-11-25/2026-11-26/a.wav, pump7"})
    void aFolderForEachDayIsNoMachine(final String path, final String machine) throws AsdException {
        assertThat(parse(PlainScheme.folders(Split.TRAIN), path)).map(clip -> clip.machine().type()).contains(machine);
    }

    @Test
    void whereAllFoldersAreDatesTheFolderAroundThemIsTheMachine() throws AsdException {
        final NamingScheme scheme = PlainScheme.folders(Split.TRAIN);
        assertThat(parse(scheme, "2026-11-25/a.wav")).map(clip -> clip.machine().type())
            .contains(ROOT.getFileName().toString());
        final java.nio.file.Path day = ROOT.resolve("pump7/2026-11-25");
        assertThat(scheme.parse(day, day.resolve("a.wav"))).map(clip -> clip.machine().type()).contains("pump7");
    }

    @ParameterizedTest
    @CsvSource({"{pump7}_2026-11-26.wav, press-B_2027-01-02.flac, press-B", "rec_{a}.wav, mic_pump 7.wav, pump 7",
        "{x}, anything.mp3, anything", "{x}_1.wav, a_2026_5.wav, a_2026", "2026 ({m}).wav, 2027 (fan).wav, fan"})
    void anExampleShowsWhereTheMachineStands(final String example, final String name, final String machine)
        throws AsdException {
        assertThat(parse(PlainScheme.example(example, Split.TRAIN), "x/" + name)).map(clip -> clip.machine().type())
            .contains(machine);
        assertThat(parse(PlainScheme.example("{a}_12-b.wav", Split.TRAIN), "x/" + name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pump7.wav", "{}.wav", "{a}_{b}.wav"})
    void anExampleMarksOneMachine(final String example) {
        assertThatThrownBy(() -> PlainScheme.example(example, Split.TRAIN)).isInstanceOf(AsdException.class)
            .hasMessageContaining("does not mark one machine");
    }
}
