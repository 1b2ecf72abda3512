package org.geco.asd.devicecheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Learned;
import org.geco.asd.detect.Scorer;
import org.geco.asd.detect.SoftwareVersion;
import org.geco.asd.files.Json;
import org.geco.asd.files.WholeFile;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.types.TypesLearner;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.GecoMetrics;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.runtime.device.ComputeDevice;
import org.geco.asd.nn.runtime.device.DeviceChoice;

/** A process that computes on one device, and writes what it computed. */
final class DeviceWork {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Set<String> LOSSES = Set.of(TypesLearner.LOSS, GecoMetrics.CE_LOSS, GecoMetrics.CON_LOSS);

    private final CheckSize m_size;
    private final Path m_folder;
    private final CheckClips m_clips;
    private final Map<String, Computed.Method> m_methods = new LinkedHashMap<>();

    private DeviceWork(final CheckSize size, final Path folder) throws AsdException {
        m_size = size;
        m_folder = folder;
        m_clips = CheckClips.simulate(size, folder.resolve("clips"));
    }

    /** {@code DEVICE SIZE FOLDER RESULT}: the models that are to be scored with are in the folder, or will be. */
    public static void main(final String[] arguments) throws IOException {
        final Path result = Path.of(arguments[3]);
        Computed computed;
        try {
            Nd4jRuntime.start(DeviceChoice.parse(arguments[0], "device to check"));
            computed = new DeviceWork(CheckSize.valueOf(arguments[1]), Path.of(arguments[2])).compute();
        } catch (final AsdException e) {
            computed = Computed.nothing(e.oneLine(), facts(List.of()));
        }
        WholeFile.write(result, Json.text(computed));
        System.exit(0); // native threads may still wait
    }

    private Computed compute() throws AsdException, IOException {
        final Course paeCourse = new Course();
        final PaeModel pae = Training.run(new PaeLearner(m_size.pae()), m_clips, ProgressMonitor.NONE, paeCourse);
        final PaeModel sharedPae = shared(pae, PaeModel::read);
        try (PaeScorer scorer = new PaeScorer(sharedPae)) {
            m_methods.put(sharedPae.method(), scored(scorer, paeCourse));
        }
        final Course gecoCourse = new Course();
        final GecoModel geco;
        try (PaeReconstructor reconstructor = new PaeReconstructor(sharedPae)) {
            geco = Training.run(new GecoLearner(m_size.geco(), Optional.of(reconstructor)), m_clips,
                ProgressMonitor.NONE, gecoCourse);
        }
        try (GecoScorer scorer = new GecoScorer(shared(geco, GecoModel::read))) {
            m_methods.put(geco.method(), scored(scorer, gecoCourse));
        }
        return new Computed(Optional.empty(), facts(List.of(Nd4jRuntime.describe())), m_methods);
    }

    /** What a training tells of its epochs. */
    private static final class Course implements TrainingListener {
        private final List<double[]> m_losses = new ArrayList<>();
        private final List<Long> m_ends = new ArrayList<>();

        @Override
        public void epochEnded(final EpochReport report) {
            m_losses.add(report.metrics().entrySet().stream().filter(metric -> LOSSES.contains(metric.getKey()))
                .mapToDouble(Map.Entry::getValue).toArray());
            m_ends.add(System.nanoTime());
        }

        double[][] losses() {
            return m_losses.toArray(double[][]::new);
        }

        /** @return the median without the first epoch, which also reads the clips, and is a GPU's first time */
        double epochSeconds() {
            final long[] nanos = IntStream.range(1, m_ends.size())
                .mapToLong(i -> m_ends.get(i) - m_ends.get(i - 1)).sorted().toArray();
            return nanos[nanos.length / 2] / NANOS_PER_SECOND;
        }
    }

    /** Reads a model. */
    @FunctionalInterface
    private interface Reading<M> {
        M read(InputStream in) throws IOException, AsdException;
    }

    /** @return the model that the first device trained: weights that differ give no scores to compare */
    private <M extends Learned> M shared(final M model, final Reading<M> reading) throws IOException, AsdException {
        final Path file = m_folder.resolve(model.method() + ".model");
        if (!Files.exists(file)) {
            WholeFile.write(file, model::write);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return reading.read(in);
        }
    }

    private Computed.Method scored(final Scorer scorer, final Course course) throws AsdException {
        scorer.score(m_clips.clips()); // a GPU's first time is not like the others
        final long start = System.nanoTime();
        final List<Outcome<ClipScore>> all = scorer.score(m_clips.clips());
        final double clipSeconds = (System.nanoTime() - start) / NANOS_PER_SECOND / all.size();
        final double[] scores = new double[all.size()];
        final float[][] places = new float[all.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = all.get(i).get().score();
            places[i] = all.get(i).get().embedding().orElse(new float[0]);
        }
        return new Computed.Method(course.losses(), course.epochSeconds(), clipSeconds, scores, places);
    }

    private static Map<String, String> facts(final List<String> computing) {
        final Map<String, String> facts = new LinkedHashMap<>();
        computing.forEach(what -> facts.put("Computes on", what));
        try {
            for (final ComputeDevice device : Nd4jRuntime.report().devices()) {
                facts.put("Device " + device.choice(), Stream.of(device.name(), device.megabytes() + " MB",
                    device.details(), device.reasons()).filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", ")));
            }
        } catch (final AsdException e) {
            facts.put("Devices", e.oneLine());
        }
        facts.put("Extension", SoftwareVersion.get());
        facts.put("Java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
            + System.getProperty("os.arch"));
        facts.put("Memory of the process at most (Linux)", peakMemory());
        return facts;
    }

    private static String peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
                .findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
        } catch (final IOException e) { // NOSONAR: another system
            return "unknown";
        }
    }
}
