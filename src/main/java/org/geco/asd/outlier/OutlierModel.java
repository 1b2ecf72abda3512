package org.geco.asd.outlier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Learned;
import org.geco.asd.detect.Provenance;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.SafeName;
import org.geco.asd.files.Tensor;

/** What normal vectors of each machine are like. Immutable. */
public final class OutlierModel implements Learned {
    private static final String KIND = "outlier model";
    private static final String FACTORS = "factors";

    private final OutlierSettings m_settings;
    private final int m_length;
    private final SortedMap<MachineId, Outcome<Machine>> m_machines;
    private final KnownClips m_known;
    private final Optional<Provenance> m_provenance;

    /**
     * One machine.
     *
     * @param factors what each value is multiplied by before
     * @param parts what each part of the vector is compared with then
     */
    record Machine(double[] factors, List<Reference> parts) {
        double[] distances(final double[] vector) {
            return IntStream.range(0, parts.size())
                .mapToDouble(part -> parts.get(part).score(Vectors.part(vector, part, parts.size()))).toArray();
        }
    }

    /** All but the arrays, as it is written; a machine without arrays has the reason why nothing was learned of it. */
    private record Content(OutlierSettings settings, int length, List<Entry> machines, List<KnownClips.Clip> clips) {
        private record Entry(MachineId machine, Optional<String> reason) { }
    }

    OutlierModel(final OutlierSettings settings, final int length, final Map<MachineId, Outcome<Machine>> machines,
        final List<KnownClips.Clip> clips, final Optional<Provenance> provenance) throws AsdException {
        m_settings = settings;
        m_length = length;
        m_machines = Collections.unmodifiableSortedMap(new TreeMap<>(machines));
        m_known = new KnownClips(clips, settings.parts());
        m_provenance = provenance;
    }

    @Override
    public OutlierSettings settings() {
        return m_settings;
    }

    /** @return number of values of a vector */
    public int length() {
        return m_length;
    }

    @Override
    public String method() {
        return "outlier";
    }

    @Override
    public List<MachineId> machines() {
        return m_machines.entrySet().stream().filter(machine -> machine.getValue().isPresent()).map(Map.Entry::getKey)
            .toList();
    }

    @Override
    public String training() {
        return m_settings.inWords() + ", vectors of " + m_length + " values";
    }

    @Override
    public Optional<Provenance> provenance() {
        return m_provenance;
    }

    /**
     * @param id whose vector it is
     * @param vector its values
     * @return how far it lies from the machine's normal ones, finite: the distance, or, of several parts, 0 for what is
     *         usual and 1 for a deviation more; that of a clip that was learned from is as if it had not been (a
     *         mixture is fitted without a twentieth of the clips at once, and deviations that values are divided by are
     *         those of all); missing, with the reason, if the machine is unknown or had too few clips, or if the vector
     *         is of another length or not all numbers
     */
    public Outcome<Double> score(final MachineId id, final double[] vector) {
        final Outcome<Machine> machine = m_machines.get(id);
        if (machine == null) {
            return Outcome.failed("The outlier model was not trained on machine " + id
                + ". Train it with normal clips of this machine.");
        }
        return machine.flatMap(known -> check(vector, m_length).flatMap(right -> m_known.score(id, right).orElseGet(
            () -> scaled(right, m_settings, known.factors())
                .flatMap(v -> Outcome.number(m_known.combined(id, known.distances(v)))))));
    }

    /**
     * @return whether how normal clips of a machine vary was taken from all machines of its type; empty if the distance
     *         knows no such spread
     */
    public Optional<Boolean> isPooled(final MachineId id) {
        return m_settings.method() == OutlierSettings.Method.MAHALANOBIS
            || m_settings.scaling() == OutlierSettings.Scaling.DEVIATION
                ? Optional.of(m_known.count(id) < m_settings.ownSpreadFrom()) : Optional.empty();
    }

    /**
     * One part of a vector.
     *
     * @param distance how far it lies from normal ones, before parts are put on one scale
     * @param usual the mean distance of the machine's clips that were learned from, each from the others; if known
     * @param contributions of each of its values, see {@link Reference#contributions}
     */
    public record Part(double distance, Optional<Double> usual, double[] contributions) { }

    /**
     * @return what the score of a vector is made of, part by part; missing, with the reason, where there is no score,
     *         and for a clip that was learned from, which the model takes for usual
     */
    public Outcome<List<Part>> explain(final MachineId id, final double[] vector) {
        return score(id, vector).flatMap(score -> m_known.score(id, vector).isPresent()
            ? Outcome.failed("The model was learned from this clip, so it says nothing of what is unusual about it.")
            : parts(id, m_machines.get(id).value(), vector));
    }

    private Outcome<List<Part>> parts(final MachineId id, final Machine machine, final double[] vector) {
        final Optional<double[]> usual = m_known.usual(id);
        return scaled(vector, m_settings, machine.factors()).map(values -> {
            final double[] distances = machine.distances(values);
            return IntStream.range(0, distances.length).mapToObj(part -> new Part(distances[part],
                usual.map(of -> of[part]), machine.parts().get(part)
                    .contributions(Vectors.part(values, part, distances.length)))).toList();
        });
    }

    static Outcome<double[]> check(final double[] vector, final int length) {
        if (vector.length != length) {
            return Outcome.failed("The vector has " + vector.length + " values, those of the training have " + length
                + ".");
        }
        return Arrays.stream(vector).allMatch(Double::isFinite) ? Outcome.of(vector)
            : Outcome.failed("The vector holds values that are not numbers.");
    }

    static Outcome<double[]> scaled(final double[] vector, final OutlierSettings settings, final double[] factors) {
        final double unit = settings.scaling() == OutlierSettings.Scaling.UNIT_LENGTH
            ? Math.sqrt(Vectors.dot(vector, vector)) : 1;
        if (!(unit > 0)) {
            return Outcome.failed("The vector has length 0, so it has no direction.");
        }
        final double[] scaled = new double[vector.length];
        Arrays.setAll(scaled, i -> vector[i] / unit * factors[i]);
        return Outcome.of(scaled);
    }

    @Override
    public void write(final OutputStream out) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(KIND, new Content(m_settings, m_length,
                m_machines.entrySet().stream().map(machine -> new Content.Entry(machine.getKey(),
                    machine.getValue().isPresent() ? Optional.empty() : Optional.of(machine.getValue().reason())))
                    .toList(), m_known.clips()));
            if (m_provenance.isPresent()) {
                archive.json(Provenance.ENTRY, m_provenance.get());
            }
            for (final MachineId id : machines()) {
                final Machine machine = m_machines.get(id).value();
                archive.array(folder(id) + FACTORS, Vectors.tensor(machine.factors()));
                for (int part = 0; part < machine.parts().size(); part++) {
                    final Map<String, Tensor> arrays = new TreeMap<>(machine.parts().get(part).arrays());
                    for (final Map.Entry<String, Tensor> array : arrays.entrySet()) {
                        archive.array(folder(id, part) + array.getKey(), array.getValue());
                    }
                }
            }
        }
    }

    /**
     * Reads what {@link #write} wrote. The stream stays open.
     *
     * @param in where from
     * @return the same model, bit for bit
     * @throws AsdException if it is damaged, something else or of a later version
     * @throws IOException if reading fails
     */
    public static OutlierModel read(final InputStream in) throws IOException, AsdException {
        return Archive.read(KIND, in, archive -> {
            final Content content = archive.settings(KIND, Content.class);
            final Map<MachineId, Outcome<Machine>> machines = new TreeMap<>();
            for (final Content.Entry entry : content.machines()) {
                machines.put(entry.machine(), entry.reason().map(Outcome::<Machine> failed).orElseGet(
                    () -> Outcome.of(machine(archive, entry.machine(), content.settings()))));
            }
            return new OutlierModel(content.settings(), content.length(), machines, content.clips(),
                archive.json(Provenance.ENTRY, Provenance.class));
        });
    }

    private static Machine machine(final Archive archive, final MachineId id, final OutlierSettings settings) {
        final Map<String, Tensor> own = archive.arrays(folder(id));
        if (!own.containsKey(FACTORS)) {
            throw new IllegalArgumentException("a machine has no arrays");
        }
        return new Machine(Vectors.rows(own.get(FACTORS))[0],
            IntStream.range(0, settings.parts()).mapToObj(part -> part(archive.arrays(folder(id, part)), settings))
                .toList());
    }

    private static Reference part(final Map<String, Tensor> arrays, final OutlierSettings settings) {
        return switch (settings.method()) {
            case MAHALANOBIS -> Mahalanobis.of(arrays);
            case NEAREST_NEIGHBOURS -> NearestNeighbours.of(arrays, settings.neighbours());
            case GAUSSIAN_MIXTURE -> GaussianMixture.of(arrays);
        };
    }

    private static String folder(final MachineId machine, final int part) {
        return folder(machine) + part + "/";
    }

    private static String folder(final MachineId machine) {
        return "machines/" + SafeName.of(machine.type()) + "/" + SafeName.of(machine.id()) + "/";
    }
}
