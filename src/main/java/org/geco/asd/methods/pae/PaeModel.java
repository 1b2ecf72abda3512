package org.geco.asd.methods.pae;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.SafeName;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.tensor.Weights;

/** Trained PAEs, one for each machine type. Immutable; scoring with it needs a {@link PaeScorer}. */
public final class PaeModel implements Model {
    static final String METHOD = "PAE";

    private static final String KIND = "PAE model";

    private final MelSettings m_mel;
    private final PaeSettings m_settings;
    private final SortedMap<String, TypeModel> m_types;
    private final Optional<Provenance> m_provenance;

    /** All but the weights, as it is written. */
    private record Content(MelSettings features, PaeSettings settings, Map<String, TypeContent> types) { }

    private record TypeContent(List<String> ids, int clips, float mean, float deviation) { }

    PaeModel(final MelSettings mel, final PaeSettings settings, final Map<String, TypeModel> types) {
        this(mel, settings, types, Optional.empty());
    }

    private PaeModel(final MelSettings mel, final PaeSettings settings, final Map<String, TypeModel> types,
        final Optional<Provenance> provenance) {
        m_mel = mel;
        m_settings = settings;
        m_types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
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
    public PaeSettings settings() {
        return m_settings;
    }

    @Override
    public String training() {
        return m_settings.training().inWords();
    }

    @Override
    public List<MachineId> machines() {
        return m_types.entrySet().stream()
            .flatMap(type -> type.getValue().ids().stream().map(id -> new MachineId(type.getKey(), id))).toList();
    }

    @Override
    public Optional<Provenance> provenance() {
        return m_provenance;
    }

    /** @return this model, which says where it comes from */
    public PaeModel with(final Provenance provenance) {
        return new PaeModel(m_mel, m_settings, m_types, Optional.of(provenance));
    }

    /** @return the machine types, ascending */
    public Set<String> machineTypes() {
        return m_types.keySet();
    }

    /** @return IDs of the machines, ascending, that a type's PAE was trained on; an AsdException if there is none */
    public List<String> machineIds(final String machineType) throws AsdException {
        return type(machineType).ids();
    }

    TypeModel type(final String machineType) throws AsdException {
        final TypeModel type = m_types.get(machineType);
        if (type == null) {
            throw new AsdException("The PAE model was not trained on machine type " + machineType + ", only on "
                + String.join(", ", m_types.keySet()) + ".",
                "Train a PAE with normal clips of machine type " + machineType + ".",
                "Or leave the clips of this machine type out before they are predicted.");
        }
        return type;
    }

    SortedMap<String, TypeModel> types() {
        return m_types;
    }

    @Override
    public int leastFrames() {
        return m_settings.architecture().blockFrames();
    }

    @Override
    public void checkMachine(final MachineId machine) throws AsdException {
        type(machine.type());
    }

    @Override
    public void write(final OutputStream out) throws IOException {
        final Map<String, TypeContent> types = new LinkedHashMap<>();
        m_types.forEach((name, type) -> types.put(name,
            new TypeContent(type.ids(), type.clips(), type.standardisation().mean()[0],
                type.standardisation().deviation()[0])));
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(KIND, new Content(m_mel, m_settings, types));
            if (m_provenance.isPresent()) {
                archive.json(Provenance.ENTRY, m_provenance.get());
            }
            for (final Map.Entry<String, TypeModel> type : m_types.entrySet()) {
                type.getValue().weights().write(archive, folder(type.getKey()));
            }
        }
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    public static PaeModel read(final InputStream in) throws IOException, AsdException {
        return Archive.read(KIND, in, archive -> {
            final Content content = archive.settings(KIND, Content.class);
            final Map<String, TypeModel> types = new LinkedHashMap<>();
            for (final Map.Entry<String, TypeContent> type : content.types().entrySet()) {
                types.put(type.getKey(), new TypeModel(type.getValue().ids(), type.getValue().clips(),
                    Standardisation.of(type.getValue().mean(), type.getValue().deviation()),
                    Weights.read(archive, folder(type.getKey()))));
            }
            return new PaeModel(content.features(), content.settings(), types,
                archive.json(Provenance.ENTRY, Provenance.class));
        });
    }

    private static String folder(final String machineType) {
        return "weights/" + SafeName.of(machineType) + "/";
    }
}
