package org.geco.asd.methods.geco;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.Tensor;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.tensor.Weights;

/** A trained GeCo model. Immutable; scoring with it needs a {@link GecoScorer}. */
public final class GecoModel implements Model {

    static final String METHOD = "GeCo";

    private static final String KIND = "GeCo model";

    private static final String WEIGHTS = "weights/";

    private static final String STATISTICS = "statistics/";

    private static final String BAND_MEAN = "bands.mean";

    private static final String BAND_DEVIATION = "bands.deviation";

    private static final String CENTRES = "centres";

    private final MelSettings m_mel;

    private final GecoSettings m_settings;

    private final List<MachineId> m_machines;

    private final Standardisation m_bands;

    private final Weights m_weights;

    private final float[][] m_centres;

    private final boolean m_withPae;

    private final Optional<Provenance> m_provenance;

    /** All but the arrays, as it is written. */
    private record Content(MelSettings features, GecoSettings settings, List<MachineId> machines, boolean withPae) {
    }

    GecoModel(final MelSettings mel, final GecoSettings settings, final List<MachineId> machines,
        final Standardisation bands, final Weights weights, final float[][] centres, final boolean withPae) {
        this(mel, settings, machines, bands, weights, centres, withPae, Optional.empty());
    }

    private GecoModel(final MelSettings mel, final GecoSettings settings, final List<MachineId> machines,
        final Standardisation bands, final Weights weights, final float[][] centres, final boolean withPae,
        final Optional<Provenance> provenance) {
        m_mel = mel;
        m_settings = settings;
        m_machines = List.copyOf(machines);
        m_bands = bands;
        m_weights = weights;
        m_centres = centres;
        m_withPae = withPae;
        m_provenance = provenance;
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public MelSettings mel() {
        return m_mel;
    }

    /** @return how the model was trained */
    public GecoSettings settings() {
        return m_settings;
    }

    @Override
    public String training() {
        return (m_withPae ? "GeCo, maximal λ " + m_settings.lambda().max() : "plain ResNet-18 without PAE") + ", "
            + m_settings.training().inWords();
    }

    @Override
    public List<MachineId> machines() {
        return m_machines;
    }

    /** @return true if trained with a PAE's reconstructions, false for the plain ResNet-18 baseline */
    public boolean withPae() {
        return m_withPae;
    }

    @Override
    public Optional<Provenance> provenance() {
        return m_provenance;
    }

    Standardisation bands() {
        return m_bands;
    }

    Weights weights() {
        return m_weights;
    }

    float[][] centres() {
        return m_centres;
    }

    GecoModel withCentres(final float[][] centres) {
        return new GecoModel(m_mel, m_settings, m_machines, m_bands, m_weights, centres, m_withPae,
            m_provenance);
    }

    /** @return this model, which says where it comes from */
    public GecoModel with(final Provenance provenance) {
        return new GecoModel(m_mel, m_settings, m_machines, m_bands, m_weights, m_centres, m_withPae,
            Optional.of(provenance));
    }

    /** @return the place of a machine in {@link #machines()}; an AsdException if the model does not know it */
    int indexOf(final MachineId machine) throws AsdException {
        final int index = m_machines.indexOf(machine);
        if (index < 0) {
            throw new AsdException("The GeCo model was not trained on machine " + machine + ", only on "
                + m_machines.stream().map(MachineId::toString).collect(Collectors.joining(", ")) + ".",
                "Train GeCo with normal clips of machine " + machine + ".",
                "Or leave the clips of this machine out before they are predicted.");
        }
        return index;
    }

    @Override
    public int leastFrames() {
        return m_settings.architecture().patchFrames();
    }

    @Override
    public void checkMachine(final MachineId machine) throws AsdException {
        indexOf(machine);
    }

    @Override
    public void write(final OutputStream out) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(KIND, new Content(m_mel, m_settings, m_machines, m_withPae));
            if (m_provenance.isPresent()) {
                archive.json(Provenance.ENTRY, m_provenance.get());
            }
            m_weights.write(archive, WEIGHTS);
            statistics().write(archive, STATISTICS);
        }
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    public static GecoModel read(final InputStream in) throws IOException, AsdException {
        return Archive.read(KIND, in, archive -> {
            final Content content = archive.settings(KIND, Content.class);
            final Weights statistics = Weights.read(archive, STATISTICS);
            final Standardisation bands = new Standardisation(statistics.get(BAND_MEAN).values(),
                statistics.get(BAND_DEVIATION).values());
            return new GecoModel(content.features(), content.settings(), content.machines(), bands,
                Weights.read(archive, WEIGHTS), rows(statistics.get(CENTRES)), content.withPae(),
                archive.json(Provenance.ENTRY, Provenance.class));
        });
    }

    private Weights statistics() {
        final int size = m_centres[0].length;
        final float[] centres = new float[m_centres.length * size];
        for (int c = 0; c < m_centres.length; c++) {
            System.arraycopy(m_centres[c], 0, centres, c * size, size);
        }
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(BAND_MEAN, new Tensor(new long[]{m_mel.mels()}, m_bands.mean()));
        tensors.put(BAND_DEVIATION, new Tensor(new long[]{m_mel.mels()}, m_bands.deviation()));
        tensors.put(CENTRES, new Tensor(new long[]{m_centres.length, size}, centres));
        return Weights.of(tensors);
    }

    private static float[][] rows(final Tensor matrix) {
        final int size = (int)matrix.shape()[1];
        final float[][] rows = new float[(int)matrix.shape()[0]][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = Arrays.copyOfRange(matrix.values(), r * size, (r + 1) * size);
        }
        return rows;
    }
}
