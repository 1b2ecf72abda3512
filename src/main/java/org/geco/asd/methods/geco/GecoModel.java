package org.geco.asd.methods.geco;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
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

    private final Content m_content;
    private final Standardisation m_bands;
    private final List<Member> m_members;
    private final Optional<Provenance> m_provenance;

    /** All but the arrays, as it is written. */
    private record Content(MelSettings features, GecoSettings settings, List<MachineId> machines, boolean withPae) { }

    /**
     * One network of the ensemble.
     *
     * @param weights of the network
     * @param centres of its embeddings of each machine, of length 1 [machine][centre][channel]
     */
    record Member(Weights weights, float[][][] centres) { }

    GecoModel(final MelSettings mel, final GecoSettings settings, final List<MachineId> machines,
        final Standardisation bands, final List<Member> members, final boolean withPae) {
        this(new Content(mel, settings, List.copyOf(machines), withPae), bands, members, Optional.empty());
    }

    private GecoModel(final Content content, final Standardisation bands, final List<Member> members,
        final Optional<Provenance> provenance) {
        m_content = content;
        m_bands = bands;
        m_members = List.copyOf(members);
        m_provenance = provenance;
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public MelSettings mel() {
        return m_content.features();
    }

    @Override
    public GecoSettings settings() {
        return m_content.settings();
    }

    @Override
    public String training() {
        final int members = m_members.size();
        return (withPae() ? "GeCo, maximal λ " + settings().lambda().max() : "plain ResNet-18 without PAE") + ", "
            + settings().training().inWords() + (members == 1 ? "" : ", mean of " + members + " networks");
    }

    @Override
    public List<MachineId> machines() {
        return m_content.machines();
    }

    /** @return true if trained with a PAE's reconstructions, false for the plain ResNet-18 baseline */
    public boolean withPae() {
        return m_content.withPae();
    }

    @Override
    public Optional<Provenance> provenance() {
        return m_provenance;
    }

    Standardisation bands() {
        return m_bands;
    }

    List<Member> members() {
        return m_members;
    }

    /** @return this model, which says where it comes from */
    public GecoModel with(final Provenance provenance) {
        return new GecoModel(m_content, m_bands, m_members, Optional.of(provenance));
    }

    /** @return the place of a machine in {@link #machines()}; an AsdException if the model does not know it */
    int indexOf(final MachineId machine) throws AsdException {
        final int index = machines().indexOf(machine);
        if (index < 0) {
            throw new AsdException("The GeCo model was not trained on machine " + machine + ", only on "
                + machines().stream().map(MachineId::toString).collect(Collectors.joining(", ")) + ".",
                "Train GeCo with normal clips of machine " + machine + ".",
                "Or leave the clips of this machine out before they are predicted.");
        }
        return index;
    }

    @Override
    public int leastFrames() {
        return settings().leastFrames();
    }

    @Override
    public void checkMachine(final MachineId machine) throws AsdException {
        indexOf(machine);
    }

    @Override
    public void write(final OutputStream out) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(KIND, m_content);
            if (m_provenance.isPresent()) {
                archive.json(Provenance.ENTRY, m_provenance.get());
            }
            for (int i = 0; i < m_members.size(); i++) {
                m_members.get(i).weights().write(archive, folder(i, m_members.size()));
            }
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
            final int count = content.settings().members();
            final List<Member> members = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                members.add(new Member(Weights.read(archive, folder(i, count)), centres(statistics.get(CENTRES), i)));
            }
            return new GecoModel(content, bands, members, archive.json(Provenance.ENTRY, Provenance.class));
        });
    }

    /** Where the weights of a member are. */
    private static String folder(final int member, final int members) {
        return members == 1 ? WEIGHTS : WEIGHTS + (member + 1) + "/";
    }

    private Weights statistics() {
        final int each = settings().scoring().centres();
        final int size = m_members.get(0).centres()[0][0].length;
        final float[] centres = new float[m_members.size() * machines().size() * each * size];
        int at = 0;
        for (final Member member : m_members) {
            for (final float[][] machine : member.centres()) {
                for (final float[] centre : machine) {
                    System.arraycopy(centre, 0, centres, at, size);
                    at += size;
                }
            }
        }
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(BAND_MEAN, new Tensor(new long[]{mel().mels()}, m_bands.mean()));
        tensors.put(BAND_DEVIATION, new Tensor(new long[]{mel().mels()}, m_bands.deviation()));
        tensors.put(CENTRES, new Tensor(new long[]{m_members.size(), machines().size(), each, size}, centres));
        return Weights.of(tensors);
    }

    /** One member's of all centres [member, machine, centre, channel]. */
    private static float[][][] centres(final Tensor all, final int member) {
        final int size = (int)all.shape()[3];
        final float[][][] centres = new float[(int)all.shape()[1]][(int)all.shape()[2]][];
        int at = member * all.values().length / (int)all.shape()[0];
        for (final float[][] machine : centres) {
            for (int c = 0; c < machine.length; c++) {
                machine[c] = Arrays.copyOfRange(all.values(), at, at + size);
                at += size;
            }
        }
        return centres;
    }
}
