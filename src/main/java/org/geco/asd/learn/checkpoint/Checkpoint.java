package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.Best;
import org.geco.asd.nn.tensor.Weights;

/**
 * A training after a whole number of epochs. Random numbers need no place here: every epoch has a stream of its own.
 *
 * @param finished true if training has ended: then {@code weights} are the model's
 * @param weights parameters and optimiser state, all that it takes to go on
 * @param best the best epoch so far, if training looks for it
 */
public record Checkpoint(Fingerprint training, int epochs, boolean finished, Weights weights, Optional<Best> best,
    List<EpochReport> history) {
    private static final String KIND = "checkpoint";
    private static final String WEIGHTS = "weights/";
    private static final String BEST = "best/";

    /** Copies the history. */
    public Checkpoint {
        history = List.copyOf(history);
    }

    /** All but the weights. */
    private record Content(Fingerprint training, int epochs, boolean finished, Optional<BestEpoch> best,
        List<EpochReport> history) {
    }

    private record BestEpoch(int epoch, double loss) { }

    void write(final OutputStream out) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(KIND, new Content(training, epochs, finished,
                best.map(b -> new BestEpoch(b.epoch(), b.loss())), history));
            weights.write(archive, WEIGHTS);
            if (best.isPresent()) {
                best.get().weights().write(archive, BEST);
            }
        }
    }

    /** @throws IOException also if it is not, or no longer, a whole checkpoint */
    static Checkpoint read(final InputStream in) throws IOException, AsdException {
        final Archive archive = Archive.read(in);
        final Content content = archive.settings(KIND, Content.class);
        Optional<Best> best = Optional.empty();
        if (content.best().isPresent()) {
            final BestEpoch epoch = content.best().get();
            best = Optional.of(new Best(epoch.epoch(), epoch.loss(), Weights.read(archive, BEST)));
        }
        return new Checkpoint(content.training(), content.epochs(), content.finished(), Weights.read(archive, WEIGHTS),
            best, content.history());
    }
}
