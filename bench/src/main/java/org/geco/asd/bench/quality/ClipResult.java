package org.geco.asd.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.dataset.Split;

/** One clip's score in a file of scores. */
record ClipResult(MachineId machine, boolean heldOut, Label label, double score, String path) {
    private static final String HEADER = "type,id,held-out,label,score,path";

    /** @return the scores of a fold's scored clips, in their order */
    static List<ClipResult> of(final Fold fold, final double[] scores) {
        final int[] clips = fold.scored();
        return IntStream.range(0, scores.length).mapToObj(i -> {
            final SoundClip clip = fold.clips().get(clips[i]);
            return new ClipResult(clip.machine(), clip.split() == Split.HELD_OUT, clip.label(), scores[i],
                fold.set().path(clip));
        }).toList();
    }

    /** The file is there as a whole or not at all. */
    static void write(final Path file, final List<ClipResult> results) throws IOException {
        Files.createDirectories(file.getParent());
        final Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, HEADER + "\n" + String.join("", results.stream().map(ClipResult::line).toList()));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static List<ClipResult> read(final Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(ClipResult::parse).toList();
    }

    /** The path comes last: it may hold commas. */
    private String line() {
        return String.join(",", machine.type(), machine.id(), String.valueOf(heldOut), label.name(),
            String.valueOf(score), path) + "\n";
    }

    private static ClipResult parse(final String line) {
        final String[] cells = line.split(",", 6);
        return new ClipResult(new MachineId(cells[0], cells[1]), Boolean.parseBoolean(cells[2]),
            Label.valueOf(cells[3]), Double.parseDouble(cells[4]), cells[5]);
    }
}
