package org.geco.asd.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.WholeFile;
import org.geco.asd.learn.MethodSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * A training in a folder that a cluster sees: a file with its settings, the names of its clips and the model that it
 * starts from, if there is one, and beside it the clips' spectrograms. What is read trains what was written does, bit
 * for bit.
 *
 * @param every epochs from one checkpoint to the next
 */
public record HandedTraining<S extends MethodSettings, M extends Model>(S settings, int every, ClipSource clips,
    Optional<M> start) {
    private static final String HANDED = "training.zip";
    private static final String CLIPS = "spectrograms";
    private static final String START = "start";

    /** All but the model. */
    private record Content<S>(S settings, int every, boolean isStarted, List<Clip> clips) { }

    private record Clip(String name, MachineId machine, String recording, boolean isHeldOut) { }

    /** Writes all of it; the progress is asked whether it is still wanted. */
    public void write(final ClusterMethod<S, M> method, final Path folder, final ProgressMonitor progress)
        throws AsdException, IOException {
        final SpectrogramFiles files =
            new SpectrogramFiles(Files.createDirectories(folder.resolve(CLIPS)).toString());
        for (int i = 0; i < clips.size(); i++) {
            progress.checkCanceled();
            progress.report((double)i / clips.size(), "Handing over clip " + (i + 1) + " of " + clips.size());
            files.write(String.valueOf(i), clips.load(i));
        }
        final List<Clip> names = IntStream.range(0, clips.size()).mapToObj(i -> new Clip(clips.name(i),
            clips.machine(i), String.valueOf(clips.recording(i)), clips.isHeldOut(i))).toList();
        WholeFile.write(folder.resolve(HANDED), out -> {
            try (ArchiveWriter archive = new ArchiveWriter(out)) {
                archive.settings(kind(method), new Content<>(settings, every, start.isPresent(), names));
                if (start.isPresent()) {
                    archive.nested(START, start.get()::write);
                }
            }
        });
    }

    /** @return what was written; fails if it cannot be read here, or not by this version */
    @SuppressWarnings("unchecked") // the class of a record with a parameter
    public static <S extends MethodSettings, M extends Model> HandedTraining<S, M> read(
        final ClusterMethod<S, M> method, final Path folder) throws AsdException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(HANDED)))) {
            final Archive archive = Archive.read(in);
            final Content<S> content = archive.settings(kind(method), Content.class, method.settings());
            final Optional<M> start = content.isStarted()
                ? Optional.of(method.reader().read(archive.nested(START))) : Optional.empty();
            return new HandedTraining<>(content.settings(), content.every(), new Handed(content.clips(),
                new SpectrogramFiles(folder.resolve(CLIPS).toString())), start);
        } catch (final IOException e) {
            throw new AsdException("The training in '" + folder + "' cannot be read: " + e.getMessage(), e,
                "Check that the driver and each worker have the folder mounted under the same path.",
                "Take geco-spark.jar and geco-engine of the version of the program that wrote it.");
        }
    }

    private static String kind(final ClusterMethod<?, ?> method) {
        return method.name() + " training";
    }

    private record Handed(List<Clip> clips, SpectrogramFiles files) implements ClipSource {
        @Override
        public int size() {
            return clips.size();
        }

        @Override
        public MachineId machine(final int index) {
            return clips.get(index).machine();
        }

        @Override
        public String name(final int index) {
            return clips.get(index).name();
        }

        @Override
        public Object recording(final int index) {
            return clips.get(index).recording();
        }

        @Override
        public boolean isHeldOut(final int index) {
            return clips.get(index).isHeldOut();
        }

        @Override
        public Spectrogram load(final int index) throws AsdException {
            return files.read(String.valueOf(index));
        }
    }
}
