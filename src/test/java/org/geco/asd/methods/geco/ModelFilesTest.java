package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance;
import org.geco.asd.files.NumPy;
import org.geco.asd.learn.Training;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.Synthetic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of both methods as files: for us, and for Python. */
class ModelFilesTest {

    private static GecoModel geco;

    private static byte[] pae;

    @TempDir
    private Path m_folder;

    @BeforeAll
    static void train() throws Exception {
        geco = TinyGeco.train(TinyGeco.settings(2, 1), TinyGeco.source());
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        Training.run(new PaeLearner(Synthetic.settings(2, 3)), Synthetic.source(4, "fan", "../*\u00fc"),
            ProgressMonitor.NONE, report -> { }).write(out);
        pae = out.toByteArray();
    }

    @Test
    void aModelReadAgainIsWrittenAsTheSameBytes() throws Exception {
        final PaeModel read = PaeModel.read(new ByteArrayInputStream(pae));
        final ByteArrayOutputStream again = new ByteArrayOutputStream();
        read.write(again);
        assertThat(again.toByteArray()).isEqualTo(pae);
        assertThat(read.settings()).isEqualTo(Synthetic.settings(2, 3));
        assertThat(read.types().keySet()).containsExactly("../*\u00fc", "fan");
    }

    @Test
    void provenanceIsKept() throws Exception {
        final Provenance provenance = Provenance.now(Optional.of(geco.mel()),
            List.of(new Provenance.Clips(new MachineId("fan", "00"), 5, "1a2b")),
            List.of(new Provenance.Part("", 1, 2, 2, 3, 4.5, 6, "all 2 epochs done")));
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        geco.with(provenance).write(file);
        assertThat(GecoModel.read(new ByteArrayInputStream(file.toByteArray())).provenance()).contains(provenance);
    }

    @Test
    void theModelOfAnotherMethodIsCalledByItsName() {
        assertThatThrownBy(() -> GecoModel.read(new ByteArrayInputStream(pae))).isInstanceOf(AsdException.class)
            .hasMessage("This is a PAE model, not a GeCo model.");
        assertThatThrownBy(() -> PaeModel.read(new ByteArrayInputStream(TinyGeco.bytes(geco))))
            .isInstanceOf(AsdException.class).hasMessage("This is a GeCo model, not a PAE model.");
    }

    /** The snippet of docs/models.md, as it stands there. */
    @Test
    void numPyOpensTheWeightsAsDocumented() throws Exception {
        NumPy.assumeInstalled();
        final String page = Files.readString(Path.of("docs", "models.md"));
        final String snippet = page.substring(page.indexOf("```python") + 9, page.lastIndexOf("```"));
        final Path file = Files.write(m_folder.resolve("geco-model"), TinyGeco.bytes(geco));
        final List<String> lines = NumPy.run(snippet, file.toString());
        assertThat(lines).hasSize(1 + geco.members().get(0).weights().names().size() + 3).startsWith("GeCo model 16000")
            .contains("statistics/centres (1, 3, 1, 16) float32", "weights/classifier.weight (16, 3) float32")
            .allMatch(line -> line.startsWith("GeCo") || line.endsWith(" float32"));
        final float[] classifier = geco.members().get(0).weights().get("classifier.weight").values();
        assertThat(NumPy.run(snippet + "\nprint(arrays['weights/classifier.weight'].view('<i4').ravel().tolist())",
            file.toString())).last().isEqualTo(Arrays.toString(bits(classifier)));
        final Path other = Files.write(m_folder.resolve("pae-model"), pae);
        assertThat(NumPy.run(snippet, other.toString())).first().isEqualTo("PAE model 16000");
    }

    private static int[] bits(final float[] values) {
        final int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }
}
