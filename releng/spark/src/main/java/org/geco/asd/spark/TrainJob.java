package org.geco.asd.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.apache.spark.sql.Row;
import org.geco.asd.cluster.Hashes;
import org.geco.asd.cluster.SpectrogramFiles;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.detect.Learned;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.files.WholeFile;
import org.geco.asd.statistics.StatisticsSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a detector like another one on other recordings. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Trains a detector like another one, with all of its settings, on other normal recordings:"
        + " OUT/plant.detector.")
final class TrainJob implements Callable<Integer> {
    private static final String DETECTOR = "plant.detector";

    @Option(names = "--like", required = true, paramLabel = "FILE", description = "A detector that the node Detector"
        + " Writer or the workflow \"train\" wrote; what is trained has its features, methods, settings and seeds.")
    private String m_like;

    @Option(names = "--held-out", paramLabel = "SHARE", defaultValue = "0.2", description = "Share of each machine's"
        + " recordings that nothing is trained on: what is usual for them and the thresholds come from their scores"
        + " (${DEFAULT-VALUE}).")
    private double m_heldOut;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0",
        description = "Which recordings are held out (${DEFAULT-VALUE}).")
    private long m_seed;

    @Option(names = "--pae-epochs", paramLabel = "N", description = "Epochs of GeCo's PAE, if the detector has none;"
        + " if not given, and all else, as the node PAE Learner chooses by the number of clips.")
    private Optional<Integer> m_paeEpochs = Optional.empty();

    @Option(names = "--checkpoint-every", paramLabel = "N", defaultValue = "1",
        description = "Epochs from one checkpoint to the next: what the loss of a worker costs (${DEFAULT-VALUE}).")
    private int m_every;

    @Mixin
    private JobOptions m_options = new JobOptions();

    @Override
    public Integer call() throws AsdException {
        final Path folder = m_options.mounted();
        final byte[] file = m_options.read(m_like);
        final Detector like = JobOptions.detector(m_like, file);
        Checks.range(m_every >= 1, "--checkpoint-every", m_every, "1 or more");
        try {
            final SpectrogramFiles files =
                new SpectrogramFiles(Files.createDirectories(folder.resolve("spectrograms")).toString());
            final PreparedClips clips = prepared(like, files, folder);
            final Path detector = folder.resolve(DETECTOR);
            same(folder.resolve("training.txt"), "like detector " + Hashes.sha256(file) + " on " + clips.fingerprint()
                + m_paeEpochs.map(epochs -> ", PAE for " + epochs + " epochs").orElse(""));
            if (Files.exists(detector)) {
                m_options.tell("The detector is there: '" + detector + "'");
                return 0;
            }
            final NewDetector composed = new NewDetector(like, clips);
            composed.check();
            final Networks networks = new DetectorNetworks(JobOptions.spark().broadcast(file),
                JobOptions.spark().broadcast(clips.training(files)), folder, m_paeEpochs);
            networks.create();
            new NetworkRounds(JobOptions.spark(), networks, m_options::tell, m_options::tell).run(m_every);
            final Detector made = composed.of(joined(networks), this::scores);
            WholeFile.write(detector, made::write);
            m_options.tell("The detector is written: '" + detector + "'");
            return 0;
        } catch (final IOException e) {
            throw new AsdException("The folder '" + folder + "' cannot be used: " + e.getMessage(), e,
                "Check that you may write there, and that there is room.");
        }
    }

    private PreparedClips prepared(final Detector like, final SpectrogramFiles files, final Path folder)
        throws AsdException {
        final ArrayList<StatisticsSettings> statistics = new ArrayList<>();
        for (final Part part : like.parts()) {
            if (part instanceof final Part.Statistics of) {
                statistics.add(of.statistics());
            }
        }
        final List<NamedClip> clips = m_options.normalClips();
        final Results results =
            m_options.run(new PrepareWork(like.features(), statistics, m_options.cut(), files), clips,
                folder.resolve("clips").toUri().toString());
        return PreparedClips.of(results.rows(clips), m_heldOut, m_seed, m_options::tell);
    }

    /** Networks of another training must not be taken for those of this one. */
    private static void same(final Path file, final String training) throws AsdException, IOException {
        if (Files.exists(file)) {
            Checks.require(Files.readString(file).equals(training), "The folder '" + file.getParent()
                + "' has a training of other clips or another detector: " + Files.readString(file) + ".",
                "Choose another folder for this one.");
        } else {
            WholeFile.write(file, training);
        }
    }

    private static Map<Integer, Learned> joined(final Networks networks) throws AsdException {
        final Map<Integer, Learned> models = new HashMap<>();
        for (final Networks.Of model : networks.models()) {
            if (!model.isPaeOfGeco()) {
                models.put(model.part(), networks.joined(model));
            }
        }
        return models;
    }

    private List<Row> scores(final Detector detector, final List<NamedClip> clips) throws AsdException {
        m_options.tell("Scoring " + clips.size() + " normal clips");
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            detector.write(file);
        } catch (final IOException e) {
            throw new IllegalStateException("Memory can be written to", e);
        }
        return m_options.once(new ScoreWork(JobOptions.spark().broadcast(file.toByteArray()), detector.scores(),
            new Cut(null)), clips);
    }
}
