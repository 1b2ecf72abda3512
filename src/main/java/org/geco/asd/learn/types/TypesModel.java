package org.geco.asd.learn.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.SafeName;
import org.geco.asd.learn.MemberWeights;
import org.geco.asd.learn.MethodSettings;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.MelSettings;

/** Trained networks, one for each machine type, or as many as there are members. Immutable. */
public abstract class TypesModel<S extends MethodSettings> implements Model {
    private final String m_method;
    private final MelSettings m_mel;
    private final S m_settings;
    private final SortedMap<String, TypeModel> m_types;
    private final Optional<Provenance> m_provenance;

    /** All but the weights, as it is written. */
    private record Content<S>(MelSettings features, S settings, Map<String, TypeContent> types) { }

    private record TypeContent(List<String> ids, int clips, float mean, float deviation, int members) { }

    /** Makes the model of a method. */
    @FunctionalInterface
    protected interface Factory<S, M> {
        /** @return the model */
        M create(MelSettings mel, S settings, Map<String, TypeModel> types, Optional<Provenance> provenance);
    }

    /** A model of the method with this name. */
    protected TypesModel(final String method, final MelSettings mel, final S settings,
        final Map<String, TypeModel> types, final Optional<Provenance> provenance) {
        m_method = method;
        m_mel = mel;
        m_settings = settings;
        m_types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        m_provenance = provenance;
    }

    @Override
    public final String method() {
        return m_method;
    }

    @Override
    public final MelSettings mel() {
        return m_mel;
    }

    @Override
    public final S settings() {
        return m_settings;
    }

    @Override
    public final String training() {
        return m_settings.trainingInWords();
    }

    @Override
    public final Differences differences() {
        return m_settings.differences(m_mel, m_provenance);
    }

    @Override
    public final int leastFrames() {
        return m_settings.leastFrames();
    }

    @Override
    public final List<MachineId> machines() {
        return m_types.entrySet().stream()
            .flatMap(type -> type.getValue().ids().stream().map(id -> new MachineId(type.getKey(), id))).toList();
    }

    @Override
    public final Optional<Provenance> provenance() {
        return m_provenance;
    }

    /** @return machine type → what was learned of it, ascending, unmodifiable */
    public final SortedMap<String, TypeModel> types() {
        return m_types;
    }

    /** @return what was learned of a machine type; an AsdException if there is nothing */
    public final TypeModel type(final String machineType) throws AsdException {
        final TypeModel type = m_types.get(machineType);
        if (type == null) {
            throw new AsdException("The " + m_method + " model was not trained on machine type " + machineType
                + ", only on " + String.join(", ", m_types.keySet()) + ".",
                "Train a model with normal clips of machine type " + machineType + ".",
                "Or leave the clips of this machine type out before they are predicted.");
        }
        return type;
    }

    @Override
    public final void checkMachine(final MachineId machine) throws AsdException {
        type(machine.type());
    }

    @Override
    public final void write(final OutputStream out) throws IOException {
        final Map<String, TypeContent> types = new LinkedHashMap<>();
        m_types.forEach((name, type) -> types.put(name, new TypeContent(type.ids(), type.clips(),
            type.standardisation().mean()[0], type.standardisation().deviation()[0], type.members().size())));
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(kind(m_method), new Content<>(m_mel, m_settings, types));
            if (m_provenance.isPresent()) {
                archive.json(Provenance.ENTRY, m_provenance.get());
            }
            for (final Map.Entry<String, TypeModel> type : m_types.entrySet()) {
                MemberWeights.write(type.getValue().members(), archive, folder(type.getKey()));
            }
        }
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    @SuppressWarnings("unchecked") // the class of a record with a parameter
    protected static <S, M> M read(final String method, final Class<S> settings, final Factory<S, M> create,
        final InputStream in) throws IOException, AsdException {
        return Archive.read(kind(method), in, archive -> {
            final Content<S> content = archive.settings(kind(method), Content.class, settings);
            final Map<String, TypeModel> types = new LinkedHashMap<>();
            for (final Map.Entry<String, TypeContent> type : content.types().entrySet()) {
                final TypeContent known = type.getValue();
                types.put(type.getKey(), new TypeModel(known.ids(), known.clips(),
                    Standardisation.of(known.mean(), known.deviation()),
                    MemberWeights.read(known.members(), archive, folder(type.getKey()))));
            }
            return create.create(content.features(), content.settings(), types,
                archive.json(Provenance.ENTRY, Provenance.class));
        });
    }

    private static String kind(final String method) {
        return method + " model";
    }

    private static String folder(final String machineType) {
        return "weights/" + SafeName.of(machineType) + "/";
    }
}
