package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;

/** The clips of a data set, sorted by path, and the sound files that are none: their names don't fit the scheme. */
public record Dataset(List<SoundClip> clips, List<Path> unmatched, String scheme) {
    /** @return the schemes of the public data sets, for data whose scheme is not told; balanced is for MIMII */
    public static List<NamingScheme> publicSchemes(final boolean balanced) {
        return List.of(PublicScheme.DCASE2020, PublicScheme.DCASE2021, new MimiiScheme(balanced));
    }

    /** @return whether a file's name is that of a sound file that can be read */
    public static boolean isSoundFile(final String name) {
        return DatasetFiles.isReadable(name);
    }

    /**
     * Finds the clips, at least one, of a folder (the data set, one machine type or one split of it) by their names; no
     * file is opened.
     *
     * @param warnings hears of sound files that can't be read and of folders that may not be
     * @throws AsdException if the folder cannot be read, holds no sound files, or none fits the scheme
     */
    public static Dataset scan(final Path folder, final List<NamingScheme> schemes, final ProgressMonitor progress,
        final Consumer<String> warnings) throws AsdException {
        final Path root = folder.toAbsolutePath().normalize();
        final DatasetFiles found = DatasetFiles.find(root, progress);
        Checks.require(!found.files().isEmpty(), "The folder '" + root + "' holds no sound files that can be read ("
            + DatasetFiles.READABLE + ")." + found.others().map(others -> " " + others).orElse(""),
            "Set the folder to the one that holds the data set.");
        found.others().ifPresent(warnings);
        found.closedFolders().ifPresent(warnings);
        return read(root, found.files(), schemes);
    }

    /**
     * Reads the names of files, at least one; no file is opened. Relative paths start at the files' common folder.
     *
     * @throws AsdException if no file fits the scheme
     */
    public static Dataset of(final List<Path> files, final List<NamingScheme> schemes) throws AsdException {
        final List<Path> sorted =
            DatasetFiles.sorted(files.stream().map(f -> f.toAbsolutePath().normalize()).distinct().toList());
        return read(commonFolder(sorted), sorted, schemes);
    }

    /** By the scheme that most files fit, the first of equals. */
    private static Dataset read(final Path root, final List<Path> files, final List<NamingScheme> schemes)
        throws AsdException {
        List<SoundClip> best = List.of();
        NamingScheme chosen = schemes.get(0);
        for (final NamingScheme scheme : schemes) {
            final List<SoundClip> clips = new ArrayList<>();
            for (final Path file : files) {
                scheme.parse(root, file).ifPresent(clips::add);
            }
            if (clips.size() > best.size()) {
                best = clips;
                chosen = scheme;
            }
        }
        Checks.require(!best.isEmpty(), "None of the " + files.size() + " sound files has a name as in "
                + schemes.stream().map(NamingScheme::title).collect(Collectors.joining(", ")) + ": found for example '"
                + files.get(0) + "', expected for example "
                + schemes.stream().map(NamingScheme::expects).collect(Collectors.joining(" or ")) + ".",
            "Choose the naming scheme of your data set.",
            "Or give your own naming pattern, a regular expression with the named groups type, id, split, label.");
        final Set<Path> matched = best.stream().map(SoundClip::path).collect(Collectors.toSet());
        return new Dataset(chosen.complete(List.copyOf(best)),
            files.stream().filter(file -> !matched.contains(file)).toList(), chosen.title());
    }

    /**
     * Marks a share, 0 to below 1, of each machine's training files, one at least, never the only one; a file may be
     * there several times, for each clip that it is cut into ({@link HeldOut}). Known anomalies are never among them,
     * and machines that have held-out clips already stay as they are.
     *
     * @return the same clips in the same order
     */
    public Dataset withHeldOut(final double share, final long seed, final Consumer<String> warnings)
        throws AsdException {
        HeldOut.check(share);
        final Set<MachineId> done = clips.stream().filter(clip -> clip.split() == Split.HELD_OUT)
            .map(SoundClip::machine).collect(Collectors.toSet());
        final int[] candidates = IntStream.range(0, clips.size()).filter(i -> clips.get(i).split() == Split.TRAIN
            && clips.get(i).label() != Label.ANOMALY && !done.contains(clips.get(i).machine())).toArray();
        final boolean[] chosen = HeldOut.choose(candidates.length, i -> clips.get(candidates[i]).machine(),
            i -> clips.get(candidates[i]).path(), share, new Seeds(seed), warnings);
        final List<SoundClip> marked = new ArrayList<>(clips);
        IntStream.range(0, candidates.length).filter(i -> chosen[i]).map(i -> candidates[i])
            .forEach(clip -> marked.set(clip, clips.get(clip).withSplit(Split.HELD_OUT)));
        return new Dataset(List.copyOf(marked), unmatched, scheme);
    }

    /**
     * Adds what a challenge published later about clips without label, and attributes that only files beside the clips
     * tell.
     *
     * @param list its {@code eval_data_list_<year>.csv}, if it is to be read
     * @param warnings hears of clips without label that the list does not have
     * @return the same clips in the same order
     * @throws AsdException if the list cannot be read, or has none of the clips without label
     */
    public Dataset told(final Optional<Path> list, final Consumer<String> warnings) throws AsdException {
        final AttributeFiles files = new AttributeFiles();
        final List<SoundClip> told = new ArrayList<>(clips.stream().map(files::complete).toList());
        if (list.isPresent()) {
            tell(told, EvaluationList.read(list.get()), warnings);
        }
        return new Dataset(List.copyOf(told), unmatched, scheme);
    }

    private static void tell(final List<SoundClip> clips, final EvaluationList list, final Consumer<String> warnings)
        throws AsdException {
        final List<SoundClip> missing = new ArrayList<>();
        int unknown = 0;
        for (int i = 0; i < clips.size(); i++) {
            final SoundClip clip = clips.get(i);
            if (clip.label() == Label.UNKNOWN && clip.split() == Split.TEST) {
                unknown++;
                final Optional<SoundClip> told = list.told(clip);
                clips.set(i, told.orElse(clip));
                if (told.isEmpty()) {
                    missing.add(clip);
                }
            }
        }
        Checks.require(unknown > missing.size(), "The evaluation list '" + list.file() + "' has none of the "
            + unknown + " test clips without label.", "Choose the list of the data set's year.");
        if (!missing.isEmpty()) {
            warnings.accept(missing.size() + " of " + unknown + " test clips without label are not in the "
                + "evaluation list, for example '" + missing.get(0).path() + "'.");
        }
    }

    private static Path commonFolder(final List<Path> files) {
        Path common = files.get(0).getParent();
        for (final Path file : files) {
            while (common.getParent() != null && !file.startsWith(common)) {
                common = common.getParent();
            }
        }
        return common;
    }
}
