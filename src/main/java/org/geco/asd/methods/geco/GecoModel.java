package org.geco.asd.methods.geco;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.tensor.Weights;

/** A trained GeCo model. Immutable; scoring with it needs a {@link GecoScorer}. */
public final class GecoModel implements Model {

    private final MelSettings m_mel;

    private final GecoSettings m_settings;

    private final List<MachineId> m_machines;

    private final BandStandardisation m_bands;

    private final Weights m_weights;

    private final float[][] m_centres;

    private final boolean m_withPae;

    GecoModel(final MelSettings mel, final GecoSettings settings, final List<MachineId> machines,
        final BandStandardisation bands, final Weights weights, final float[][] centres, final boolean withPae) {
        m_mel = mel;
        m_settings = settings;
        m_machines = List.copyOf(machines);
        m_bands = bands;
        m_weights = weights;
        m_centres = centres;
        m_withPae = withPae;
    }

    @Override
    public String method() {
        return "GeCo";
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

    BandStandardisation bands() {
        return m_bands;
    }

    Weights weights() {
        return m_weights;
    }

    float[][] centres() {
        return m_centres;
    }

    GecoModel withCentres(final float[][] centres) {
        return new GecoModel(m_mel, m_settings, m_machines, m_bands, m_weights, centres, m_withPae);
    }

    /**
     * @param machine a machine
     * @return its place in {@link #machines()}
     * @throws AsdException if the model does not know it
     */
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
        GecoModelFormat.write(this, out);
    }

    /**
     * Reads what {@link #write} wrote. The stream stays open.
     *
     * @param in where from
     * @return the same model, bit for bit
     * @throws AsdException if it is damaged or of a later version
     * @throws IOException if reading fails
     */
    public static GecoModel read(final InputStream in) throws IOException, AsdException {
        return GecoModelFormat.read(in);
    }
}
