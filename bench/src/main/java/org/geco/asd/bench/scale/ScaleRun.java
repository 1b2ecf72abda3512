package org.geco.asd.bench.scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.geco.asd.nodes.geco.GecoLearnerNodeFactory;
import org.geco.asd.nodes.geco.GecoPredictorNodeFactory;
import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.pae.PaeLearnerNodeFactory;
import org.geco.asd.nodes.pae.PaePredictorNodeFactory;
import org.geco.asd.nodes.reader.SoundClipReaderNodeFactory;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.runner.registry.Plugins;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.util.FileUtil;
import org.knime.node.DefaultNodeFactory;

/**
 * Many clips through the nodes, a tenth of them first. Prints for each node how fast it was and what the process held
 * at each tenth of its work, and a table for docs/performance.md at the end. Arguments: a folder for the data (some
 * GB), clips for reader and extractor, clips for learners and predictors (0 leaves a part out), epochs of the learners,
 * seconds of a clip, preset of the learners.
 */
public final class ScaleRun {

    /** Every 5th frame starts a training window: an epoch has each frame about once. */
    private static final int WINDOW_STRIDE = 5;

    /** From so many clips on memory is looked at after every tenth. */
    private static final int OFTEN = 5000;

    private final Path m_folder;

    private final ClipFolder m_clips;

    private final Results m_results = new Results();

    private final String m_preset;

    private ScaleRun(final Path folder, final double clipSeconds, final String preset) throws Exception {
        m_folder = folder;
        m_clips = new ClipFolder(folder, clipSeconds);
        m_preset = preset;
    }

    /**
     * @param args folder, clips of the extractor, clips of the models, epochs, seconds of a clip, preset
     * @throws Exception if anything fails
     */
    public static void main(final String[] args) throws Exception {
        Plugins.find(ScaleRun.class.getClassLoader()).register();
        final Path folder = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        final ScaleRun run = new ScaleRun(folder, Double.parseDouble(args[4]), args[5]);
        final int many = Integer.parseInt(args[1]);
        final int some = Integer.parseInt(args[2]);
        if (many > 0) {
            run.extract(many / 2, false);
            run.extract(many / 10, true);
            run.extract(many, true);
        }
        if (some > 0) {
            run.models(some, Integer.parseInt(args[3]));
        }
        System.out.println(run.m_results.table());
        FileUtil.deleteRecursively(folder.toFile());
        System.exit(0);
    }

    private void extract(final int clips, final boolean counts) throws Exception {
        try (DataRepository repository = new DataRepository(m_folder.resolve("data"))) {
            spectrograms(clips, repository, counts);
        }
    }

    private PortObject spectrograms(final int clips, final DataRepository repository, final boolean counts)
        throws Exception {
        final Path set = m_folder.resolve("clips-" + clips);
        final Path folder = Files.exists(set) ? set : m_clips.of(clips);
        final PortObject list = execute(new SoundClipReaderNodeFactory(),
            settings -> settings.addString("folder", folder.toString()), clips, counts, repository, (PortObject)null);
        return execute(new LogMelExtractorNodeFactory(), settings -> { }, clips, counts, repository, list);
    }

    private void models(final int clips, final int epochs) throws Exception {
        try (DataRepository repository = new DataRepository(m_folder.resolve("data"))) {
            final PortObject tenth = spectrograms(clips / 10, repository, false);
            final PortObject all = spectrograms(clips, repository, false);
            final PortObject pae = execute(new PaeLearnerNodeFactory(), settings -> {
                settings.addString("preset", m_preset);
                settings.addInt("epochs", epochs);
                settings.addInt("windowStride", WINDOW_STRIDE);
            }, clips, true, repository, all, null);
            final PortObject geco = execute(new GecoLearnerNodeFactory(), settings -> {
                settings.addString("preset", m_preset);
                settings.addInt("epochs", epochs);
            }, clips, true, repository, all, pae, null);
            score(new GecoPredictorNodeFactory(), geco, tenth, all, clips, repository);
            score(new PaePredictorNodeFactory(), pae, tenth, all, clips, repository);
        }
    }

    private void score(final DefaultNodeFactory factory, final PortObject model, final PortObject tenth,
        final PortObject all, final int clips, final DataRepository repository) throws Exception {
        final Consumer<NodeSettings> everyRow = settings -> {
            final NodeSettings rows = settings.addNodeSettings("rows");
            rows.addString("use", "ALL");
            rows.addString("column", "");
            rows.addStringArray("values");
        };
        execute(factory, everyRow, clips / 10, false, repository, model, tenth);
        execute(factory, everyRow, clips / 10, true, repository, model, tenth);
        execute(factory, everyRow, clips, true, repository, model, all);
    }

    private PortObject execute(final DefaultNodeFactory factory, final Consumer<NodeSettings> settings,
        final int clips, final boolean counts, final DataRepository repository, final PortObject... inputs)
        throws Exception {
        final NodeUnderTest node = new NodeUnderTest(factory, settings);
        final Tenths tenths = new Tenths(clips >= OFTEN ? 1 : 10);
        final PortObject output = node.execute(repository, tenths, inputs);
        final List<Tenths.Point> points = tenths.points();
        System.out.printf(Locale.ROOT, "%s, %d clips%s: %.1f s, %.1f s CPU%n", node.name(), clips,
            counts ? "" : " (warm-up)", points.get(points.size() - 1).seconds(),
            points.get(points.size() - 1).cpu());
        points.forEach(point -> System.out.printf(Locale.ROOT, "  %3d %% %9.1f s %9.1f s CPU  %s%n",
            10 * point.tenths(), point.seconds(), point.cpu(), point.memory()));
        if (counts) {
            m_results.add(node.name(), clips, points);
        }
        return output;
    }
}
