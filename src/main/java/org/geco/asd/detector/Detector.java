package org.geco.asd.detector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Learned;
import org.geco.asd.detect.Provenance;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.DamagedException;
import org.geco.asd.mel.Features;

/**
 * All that was trained: features, what scores them, how scores are combined, thresholds. Each part is optional but one.
 * Clips are judged by a {@link DetectorScorer}. Immutable.
 */
public final class Detector implements Learned {
    private static final String KIND = "detector";
    private static final String PARTS = "parts/";
    private static final String ENSEMBLE = "ensemble";
    private static final String THRESHOLDS = "thresholds";

    private final Features m_features;
    private final List<Part> m_parts;
    private final List<Combined> m_combined;
    private final Optional<ThresholdModel> m_thresholds;
    private final Provenance m_provenance;

    /** The detector without what was learned, as it is written. */
    private record Content(Features features, List<Part.Use> parts, List<Combined.Use> combined, boolean decides) { }

    private Detector(final Features features, final List<Part> parts, final List<Combined> combined,
        final Optional<ThresholdModel> thresholds, final Provenance provenance) {
        m_features = features;
        m_parts = List.copyOf(parts);
        m_combined = List.copyOf(combined);
        m_thresholds = thresholds;
        m_provenance = provenance;
    }

    /**
     * Composes what was learned; an AsdException names what does not fit together.
     *
     * @param combined scores that are made of others: of the parts, or of those before them
     */
    public static Detector of(final Features features, final List<Part> parts, final List<Combined> combined,
        final Optional<ThresholdModel> thresholds) throws AsdException {
        final Detector detector =
            new Detector(features, parts, combined, thresholds, Provenance.joined(Optional.of(features.mel()),
                parts.stream().flatMap(part -> part.learned().provenance().stream()).toList()));
        detector.check();
        return detector;
    }

    private void check() throws AsdException {
        Checks.require(!m_parts.isEmpty(), "A detector needs at least one model, and there is none.",
            "Connect a PAE, GeCo, autoencoder, sound classifier or outlier model.");
        final List<String> scores = scores();
        Checks.require(new HashSet<>(scores).size() == scores.size(),
            "Two scores have the same name: " + String.join(", ", scores) + ".", "Give each score a name of its own.");
        for (final Part part : m_parts) {
            part.check(m_features.mel());
        }
        for (final Combined combined : m_combined) {
            combined.check(scores.subList(0, scores.indexOf(combined.score())));
        }
        if (m_thresholds.isPresent()) {
            Checks.require(scores.contains(mainScore()), "The thresholds were learned from the score \"" + mainScore()
                + "\", and there are: " + String.join(", ", scores) + ".",
                "Connect the model or the ensemble that gives it, or give a score this name.");
        }
    }

    /** @return what is heard of recordings */
    public Features features() {
        return m_features;
    }

    /** @return what gives scores */
    public List<Part> parts() {
        return m_parts;
    }

    /** @return what combines the scores */
    public List<Combined> combined() {
        return m_combined;
    }

    /** @return what decides, if anything does */
    public Optional<ThresholdModel> thresholds() {
        return m_thresholds;
    }

    /** @return all that was learned: what gives scores, combines them, decides */
    public List<Learned> learned() {
        return Stream.of(m_parts.stream().map(Part::learned), ensembles(), m_thresholds.stream())
            .<Learned> flatMap(each -> each).toList();
    }

    private Stream<ScoreEnsemble> ensembles() {
        return m_combined.stream().filter(Combined.Ensemble.class::isInstance)
            .map(each -> ((Combined.Ensemble)each).learned());
    }

    /** @return this with thresholds that verdicts refined; the scores stay */
    public Detector refined(final ThresholdModel thresholds) {
        return new Detector(m_features, m_parts, m_combined, Optional.of(thresholds),
            Provenance.now(m_provenance.features(), m_provenance.clips(), m_provenance.parts()));
    }

    /** @return what the history calls this detector, and those before it that gave the same scores */
    public List<String> ids() {
        return Stream.concat(m_thresholds.flatMap(ThresholdModel::refinement).stream()
            .flatMap(refinement -> refinement.detectors().stream()), Stream.of(m_provenance.id())).toList();
    }

    /** @return names of the scores: of the parts in their order, then the combined ones */
    public List<String> scores() {
        return Stream.concat(m_parts.stream().map(Part::score), m_combined.stream().map(Combined::score)).toList();
    }

    /** @return name of the score that is judged; without thresholds the last */
    public String mainScore() {
        return m_thresholds.map(thresholds -> thresholds.settings().score())
            .orElseGet(() -> scores().get(scores().size() - 1));
    }

    @Override
    public String method() {
        return KIND;
    }

    @Override
    public List<MachineId> machines() {
        return m_parts.stream().flatMap(part -> part.learned().machines().stream()).distinct().sorted().toList();
    }

    @Override
    public String training() {
        return String.join(", ", scores()) + m_thresholds.map(thresholds -> "; decides by \"" + mainScore()
            + "\" at a false-alarm rate of " + thresholds.settings().rate()
            + thresholds.refinement().map(refinement -> ", " + refinement).orElse("")).orElse("; decides nothing");
    }

    @Override
    public Record settings() {
        return new Content(m_features, m_parts.stream().map(Part::use).toList(),
            m_combined.stream().map(Combined::use).toList(), m_thresholds.isPresent());
    }

    @Override
    public Optional<Provenance> provenance() {
        return Optional.of(m_provenance);
    }

    @Override
    public void write(final OutputStream out) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(KIND, settings());
            archive.json(Provenance.ENTRY, m_provenance);
            for (int i = 0; i < m_parts.size(); i++) {
                archive.nested(PARTS + i, m_parts.get(i).learned()::write);
            }
            for (final ScoreEnsemble ensemble : ensembles().toList()) {
                archive.nested(ENSEMBLE, ensemble::write);
            }
            if (m_thresholds.isPresent()) {
                archive.nested(THRESHOLDS, m_thresholds.get()::write);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote, bit for bit. The stream stays open.
     *
     * @throws AsdException if it is damaged, something else or of a later version
     */
    public static Detector read(final InputStream in) throws IOException, AsdException {
        return Archive.read(KIND, in, archive -> {
            final Content content = archive.settings(KIND, Content.class);
            final List<Part> parts = new ArrayList<>();
            for (final Part.Use use : content.parts()) {
                parts.add(whole(archive, PARTS + parts.size(), file -> Part.read(use, file)));
            }
            final List<Combined> combined = new ArrayList<>();
            for (final Combined.Use use : content.combined()) {
                combined.add(use.fusion().isPresent() ? use.fusion().get()
                    : new Combined.Ensemble(use.score(), whole(archive, ENSEMBLE, ScoreEnsemble::read)));
            }
            final Optional<ThresholdModel> thresholds = content.decides()
                ? Optional.of(whole(archive, THRESHOLDS, ThresholdModel::read)) : Optional.empty();
            final Detector detector = new Detector(content.features(), parts, combined, thresholds,
                archive.json(Provenance.ENTRY, Provenance.class)
                    .orElseThrow(() -> new IllegalArgumentException("it has no " + Provenance.ENTRY)));
            detector.check();
            return detector;
        });
    }

    /** The same of a file; what goes wrong names it. */
    public static Detector read(final Path file) throws AsdException {
        Checks.require(Files.isRegularFile(file), "There is no file '" + file + "'.", "Check the path.",
            "Or write the detector first.");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        } catch (final AsdException e) {
            throw new AsdException("'" + file + "': " + e.getMessage(), e, e.resolutions().toArray(String[]::new));
        } catch (final IOException e) {
            throw new AsdException("The file '" + file + "' cannot be read: " + e.getMessage(), e,
                "Check that you may read it.");
        }
    }

    @FunctionalInterface
    private interface Inner<T> {
        T read(InputStream in) throws IOException, AsdException;
    }

    private static <T> T whole(final Archive archive, final String name, final Inner<T> inner)
        throws DamagedException, AsdException {
        try {
            return inner.read(archive.nested(name));
        } catch (final DamagedException e) {
            throw e;
        } catch (final IOException e) {
            throw new DamagedException(name + " cannot be read: " + e.getMessage());
        }
    }
}
