package org.geco.asd.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance.Clips;
import org.geco.asd.detect.Provenance.Part;
import org.geco.asd.files.Json;
import org.geco.asd.mel.MelSettings;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    private static Provenance now() {
        return Provenance.now(Optional.of(MelSettings.PAPER),
            List.of(new Clips(new MachineId("fan", "00"), 12, "1a2b3c4d")),
            List.of(new Part("fan", 7, 60, 60, 12, 34.5, 99, "all 60 epochs done")));
    }

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        final Provenance provenance = now();
        assertThat(Json.read(Json.text(provenance), Provenance.class)).isEqualTo(provenance);
        assertThat(Json.text(provenance)).contains("\"sampleRate\" : 16000", "\"type\" : \"fan\"", "\"seed\" : 7");
    }

    @Test
    void tellsTheVersionInTheManifestAndTheTime() {
        assertThat(now().software()).matches("\\d+\\.\\d+\\.\\d+\\..+");
        assertThat(now().made()).isBeforeOrEqualTo(Instant.now()).isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void theSameTrainingRunTwiceHasTheSameRepeatablePart() {
        final Provenance first = now();
        final Provenance later = new Provenance("9.9", Instant.MAX, first.features(), first.clips(),
            List.of(new Part("fan", 7, 60, 60, 12, 99, 99, "all 60 epochs done")));
        assertThat(later.repeatable()).isEqualTo(first.repeatable());
    }
}
