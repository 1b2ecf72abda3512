package org.geco.asd.learn.patches;

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
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.Tensor;
import org.geco.asd.learn.MemberWeights;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.tensor.Weights;

/** Networks that recognise machines in patches, with the centre of each machine. Immutable. */
public abstract class PatchesModel<S extends PatchSettings> implements Model {
    private static final String WEIGHTS = "weights/";
    private static final String STATISTICS = "statistics/";
    private static final String BAND_MEAN = "bands.mean";
    private static final String BAND_DEVIATION = "bands.deviation";
    private static final String CENTRES = "centres";

    private final String m_method;
    private final Content<S> m_content;
    private final Networks m_networks;
    private final Optional<Provenance> m_provenance;

    /**
     * All but the arrays, as it is written.
     *
     * @param traits what else decided what was learned, e.g. another model: name → a short text
     */
    public record Content<S>(MelSettings features, S settings, List<MachineId> machines, Map<String, String> traits) { }

    /**
     * One network of the ensemble.
     *
     * @param weights of the network
     * @param centres of its embeddings of each machine, of length 1 [machine][centre][channel]
     */
    public record Member(Weights weights, float[][][] centres) { }

    /** What was learned: how each band is standardised, and the networks. */
    public record Networks(Standardisation bands, List<Member> members) {
        /** Copies the list. */
        public Networks {
            members = List.copyOf(members);
        }
    }

    /** Makes the model of a method. */
    @FunctionalInterface
    public interface Factory<S, M> {
        /** @return the model */
        M create(Content<S> content, Networks networks, Optional<Provenance> provenance);
    }

    /** A model of the method with this name. */
    protected PatchesModel(final String method, final Content<S> content, final Networks networks,
        final Optional<Provenance> provenance) {
        m_method = method;
        m_content = content;
        m_networks = networks;
        m_provenance = provenance;
    }

    /** @return what kind of network was trained, in a few words */
    protected abstract String kind();

    @Override
    public final String method() {
        return m_method;
    }

    @Override
    public final MelSettings mel() {
        return m_content.features();
    }

    @Override
    public final S settings() {
        return m_content.settings();
    }

    @Override
    public final String training() {
        return kind() + ", " + settings().trainingInWords();
    }

    @Override
    public final List<MachineId> machines() {
        return m_content.machines();
    }

    @Override
    public Differences differences() {
        return settings().differences(mel(), m_provenance);
    }

    /** @return what else decided what was learned */
    protected final Map<String, String> traits() {
        return m_content.traits();
    }

    @Override
    public final Optional<Provenance> provenance() {
        return m_provenance;
    }

    /** @return how each band is standardised */
    public final Standardisation bands() {
        return m_networks.bands();
    }

    /** @return the networks */
    public final List<Member> members() {
        return m_networks.members();
    }

    /** @return this model, which says where it comes from */
    protected final <M> M with(final Provenance provenance, final Factory<S, M> create) {
        return create.create(m_content, m_networks, Optional.of(provenance));
    }

    /** @return the model of all members of models of the same clips, in their order */
    static <S extends PatchSettings, M extends PatchesModel<S>> M joined(final List<M> models,
        final Factory<S, M> create) {
        final PatchesModel<S> first = models.get(0);
        return create.create(first.m_content,
            new Networks(first.bands(), models.stream().flatMap(model -> model.members().stream()).toList()),
            Optional.of(Provenance.joined(Optional.of(first.mel()),
                models.stream().flatMap(model -> model.provenance().stream()).toList())));
    }

    /** @return the place of a machine in {@link #machines()}; an AsdException if the model does not know it */
    public final int indexOf(final MachineId machine) throws AsdException {
        final int index = machines().indexOf(machine);
        if (index < 0) {
            throw new AsdException("The " + m_method + " model was not trained on machine " + machine + ", only on "
                + machines().stream().map(MachineId::toString).collect(Collectors.joining(", ")) + ".",
                "Train a model with normal clips of machine " + machine + ".",
                "Or leave the clips of this machine out before they are predicted.");
        }
        return index;
    }

    @Override
    public final boolean hearsWaveforms() {
        return settings().hearsWaveforms();
    }

    @Override
    public final int leastFrames() {
        return settings().leastFrames();
    }

    @Override
    public final void checkMachine(final MachineId machine) throws AsdException {
        indexOf(machine);
    }

    @Override
    public final void write(final OutputStream out) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(kind(m_method), m_content);
            if (m_provenance.isPresent()) {
                archive.json(Provenance.ENTRY, m_provenance.get());
            }
            MemberWeights.write(members().stream().map(Member::weights).toList(), archive, WEIGHTS);
            statistics().write(archive, STATISTICS);
        }
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    @SuppressWarnings("unchecked") // the class of a record with a parameter
    protected static <S extends PatchSettings, M> M read(final String method, final Class<S> settings,
        final Factory<S, M> create, final InputStream in) throws IOException, AsdException {
        return Archive.read(kind(method), in, archive -> {
            final Content<S> content = archive.settings(kind(method), Content.class, settings);
            final Weights statistics = Weights.read(archive, STATISTICS);
            final Standardisation bands = new Standardisation(statistics.get(BAND_MEAN).values(),
                statistics.get(BAND_DEVIATION).values());
            final List<Weights> weights =
                MemberWeights.read((int)statistics.get(CENTRES).shape()[0], archive, WEIGHTS);
            final List<Member> members = new ArrayList<>();
            for (int i = 0; i < weights.size(); i++) {
                members.add(new Member(weights.get(i), centres(statistics.get(CENTRES), i)));
            }
            return create.create(content, new Networks(bands, members),
                archive.json(Provenance.ENTRY, Provenance.class));
        });
    }

    private static String kind(final String method) {
        return method + " model";
    }

    private Weights statistics() {
        final int each = settings().scoring().centres();
        final int size = members().get(0).centres()[0][0].length;
        final float[] centres = new float[members().size() * machines().size() * each * size];
        int at = 0;
        for (final Member member : members()) {
            for (final float[][] machine : member.centres()) {
                for (final float[] centre : machine) {
                    System.arraycopy(centre, 0, centres, at, size);
                    at += size;
                }
            }
        }
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(BAND_MEAN, new Tensor(new long[]{mel().mels()}, bands().mean()));
        tensors.put(BAND_DEVIATION, new Tensor(new long[]{mel().mels()}, bands().deviation()));
        tensors.put(CENTRES, new Tensor(new long[]{members().size(), machines().size(), each, size}, centres));
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
