package org.geco.asd.methods.autoencoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.SafeName;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.tensor.Weights;

/** Trained autoencoders, one for each machine type. Immutable; scoring with it needs an {@link AutoencoderScorer}. */
public final class AutoencoderModel implements Model {
    static final String METHOD = "autoencoder";

    private static final String KIND = "autoencoder model";

    private final MelSettings m_mel;
    private final AutoencoderSettings m_settings;
    private final SortedMap<String, Type> m_types;
    private final Optional<Provenance> m_provenance;

    /** The autoencoder of one machine type, and the IDs of the machines, ascending, that it was trained on. */
    record Type(List<String> ids, Weights weights) { }

    /** All but the weights, as it is written. */
    private record Content(MelSettings features, AutoencoderSettings settings, Map<String, List<String>> types) { }

    AutoencoderModel(final MelSettings mel, final AutoencoderSettings settings, final Map<String, Type> types,
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
    public AutoencoderSettings settings() {
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

    /** @return machine type → its autoencoder, ascending, unmodifiable */
    SortedMap<String, Type> types() {
        return m_types;
    }

    @Override
    public int leastFrames() {
        return m_settings.frames();
    }

    @Override
    public void checkMachine(final MachineId machine) throws AsdException {
        Checks.require(m_types.containsKey(machine.type()), "The autoencoder model was not trained on machine type "
            + machine.type() + ", only on " + String.join(", ", m_types.keySet()) + ".",
            "Train an autoencoder with normal clips of machine type " + machine.type() + ".",
            "Or leave the clips of this machine type out before they are predicted.");
    }

    @Override
    public void write(final OutputStream out) throws IOException {
        final Map<String, List<String>> types = new TreeMap<>();
        m_types.forEach((name, type) -> types.put(name, type.ids()));
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(KIND, new Content(m_mel, m_settings, types));
            if (m_provenance.isPresent()) {
                archive.json(Provenance.ENTRY, m_provenance.get());
            }
            for (final Map.Entry<String, Type> type : m_types.entrySet()) {
                type.getValue().weights().write(archive, folder(type.getKey()));
            }
        }
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    public static AutoencoderModel read(final InputStream in) throws IOException, AsdException {
        return Archive.read(KIND, in, archive -> {
            final Content content = archive.settings(KIND, Content.class);
            final Map<String, Type> types = new TreeMap<>();
            for (final Map.Entry<String, List<String>> type : content.types().entrySet()) {
                types.put(type.getKey(), new Type(type.getValue(), Weights.read(archive, folder(type.getKey()))));
            }
            return new AutoencoderModel(content.features(), content.settings(), types,
                archive.json(Provenance.ENTRY, Provenance.class));
        });
    }

    private static String folder(final String machineType) {
        return "weights/" + SafeName.of(machineType) + "/";
    }
}
