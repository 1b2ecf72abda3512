package org.geco.asd.methods.pae;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.mel.MelSettings;

/** Trained PAEs, one for each machine type. Immutable; scoring with it needs a {@link PaeScorer}. */
public final class PaeModel implements Model {

    private final MelSettings m_mel;

    private final PaeSettings m_settings;

    private final SortedMap<String, TypeModel> m_types;

    PaeModel(final MelSettings mel, final PaeSettings settings, final Map<String, TypeModel> types) {
        m_mel = mel;
        m_settings = settings;
        m_types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }

    @Override
    public String method() {
        return "PAE";
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

    /** @return the machine types, ascending */
    public Set<String> machineTypes() {
        return m_types.keySet();
    }

    /**
     * @param machineType one of {@link #machineTypes()}
     * @return IDs of the machines that its PAE was trained on, ascending
     * @throws AsdException if there is no PAE for the machine type
     */
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
        PaeModelFormat.write(this, out);
    }

    /**
     * Reads what {@link #write} wrote. The stream stays open.
     *
     * @param in where from
     * @return the same model, bit for bit
     * @throws AsdException if it is damaged or of a later version
     * @throws IOException if reading fails
     */
    public static PaeModel read(final InputStream in) throws IOException, AsdException {
        return PaeModelFormat.read(in);
    }
}
