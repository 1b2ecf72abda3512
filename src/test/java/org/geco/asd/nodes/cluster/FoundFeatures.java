package org.geco.asd.nodes.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.geco.asd.audio.Section;
import org.geco.asd.audio.SoundFacts;
import org.geco.asd.cluster.FeatureCells;
import org.geco.asd.common.Outcome;
import org.geco.asd.files.Csv;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.Spectrogram;

/** What this computer finds of sounds, as the lines of a job's results. */
public final class FoundFeatures {
    private FoundFeatures() { }

    /** @return the values in a list */
    public static List<Float> boxed(final float[] values) {
        final List<Float> list = new ArrayList<>();
        for (final float value : values) {
            list.add(value);
        }
        return list;
    }

    /** @param cell what the job writes of a spectrogram */
    public static List<String> lines(final Features features, final List<String> sounds,
        final Function<Spectrogram, String> cell) throws Exception {
        final List<String> lines = new ArrayList<>(List.of(Csv.line(FeatureCells.header())));
        final Features.Extractor extractor = new Features.Extractor(features);
        for (final String sound : sounds) {
            final AtomicReference<SoundFacts> facts = new AtomicReference<>();
            final Outcome<Spectrogram> found = Outcome.attempt(
                () -> extractor.of(Section.of(Path.of(Section.path(sound)), sound), facts::set));
            final List<String> line = new ArrayList<>(List.of(sound, "", "", found.isPresent()
                ? cell.apply(found.value()) : ""));
            for (int i = 0; i < FeatureCells.FACTS.size(); i++) {
                line.add(facts.get() == null ? "" : FeatureCells.facts(facts.get()).get(i).toString());
            }
            line.add(found.isPresent() ? "" : found.reason());
            lines.add(Csv.line(line));
        }
        return lines;
    }
}
