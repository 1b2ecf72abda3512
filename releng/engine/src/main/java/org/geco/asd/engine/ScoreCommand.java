package org.geco.asd.engine;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.geco.asd.files.WholeFile;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.runtime.device.DeviceChoice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges the recordings of a folder. */
@Command(name = "score", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Judges the recordings of a folder with a detector: one line of CSV for each.")
final class ScoreCommand implements Callable<Integer> {
    @Option(names = "--detector", required = true, paramLabel = "FILE",
        description = "A file that the node Detector Writer or the workflow \"train\" wrote.")
    private Path m_detector;

    @Option(names = "--clips", required = true, paramLabel = "FOLDER", description = "The folder of recordings.")
    private Path m_clips;

    @Option(names = "--names", paramLabel = "SCHEME", defaultValue = Names.AUTOMATIC, description = Names.DESCRIPTION)
    private String m_names;

    @Mixin
    private CutOptions m_cut = new CutOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the CSV goes; to the console if not given.")
    private Optional<Path> m_out = Optional.empty();

    @Option(names = "--device", defaultValue = "auto", description = "auto, cpu, or gpu:0 with the GPU's number.")
    private String m_device;

    @Option(names = "--alarm", description = "Exit code 4 if a recording is anomalous.")
    private boolean m_alarm;

    @Spec
    private CommandSpec m_spec;

    @Override
    public Integer call() throws AsdException {
        final Detector detector = Detector.read(m_detector);
        final Dataset dataset = Dataset.scan(m_clips, Names.schemes(m_names), ProgressMonitor.NONE, this::tell);
        if (!dataset.unmatched().isEmpty()) {
            tell(dataset.unmatched().size() + " of the sound files are left out, named differently from "
                + dataset.scheme() + ", for example '" + dataset.unmatched().get(0) + "'");
        }
        Nd4jRuntime.start(DeviceChoice.parse(m_device, "--device"));
        Nd4jRuntime.warning().ifPresent(this::tell);
        final Counts counts = new Counts();
        final Recordings recordings = new Recordings(
            dataset.clips().stream().map(clip -> new NamedClip(clip.path().toString(), clip.machine().type(),
                clip.machine().id())).toList(),
            path -> Outcome.of(Path.of(path)), m_cut.cutting());
        if (m_out.isPresent()) {
            written(m_out.get(), detector, recordings, counts);
        } else {
            judge(detector, recordings, m_spec.commandLine().getOut(), counts);
        }
        tell(counts.toString());
        return m_alarm && counts.anomalous() > 0 ? Engine.ALARM : 0;
    }

    private static void written(final Path file, final Detector detector, final Recordings recordings,
        final Counts counts) throws AsdException {
        final Path absolute = file.toAbsolutePath();
        try {
            WholeFile.write(absolute, out -> {
                final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                try {
                    judge(detector, recordings, writer, counts);
                } catch (final AsdException e) {
                    throw new IOException(e);
                }
                writer.flush();
            });
        } catch (final IOException e) {
            if (e.getCause() instanceof final AsdException known) {
                throw known;
            }
            throw new AsdException("The file '" + absolute + "' cannot be written: " + e.getMessage(), e,
                "Check that its folder exists, that you may write there, and that the disk is not full.");
        }
    }

    private static void judge(final Detector detector, final Recordings recordings, final Writer to,
        final Counts counts) throws AsdException {
        final PrintWriter out = new PrintWriter(to);
        out.print(JudgedCsv.header(detector.scores()));
        try (DetectorScorer scorer = new DetectorScorer(detector)) {
            scorer.judge(recordings, (piece, detection) -> {
                final Judged judged = Judged.of(piece.clip(), detection);
                out.print(JudgedCsv.line(judged));
                counts.add(judged);
            }, ProgressMonitor.NONE);
        }
        if (out.checkError()) {
            throw new AsdException("The results cannot be written.", "Check that the disk is not full.");
        }
    }

    private void tell(final String text) {
        m_spec.commandLine().getErr().println(text);
    }
}
