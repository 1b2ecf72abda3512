package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;

/** Finds out which public scheme a data set follows: the one that most of its files fit. */
final class AutomaticScheme {
    private AutomaticScheme() {
    }

    /** @return the scheme that most files fit, the first of equals; if none fits any, a scheme that says so */
    static NamingScheme choose(final Path root, final List<Path> files, final MimiiScheme.NormalClips normals)
        throws AsdException {
        final List<NamingScheme> schemes = new ArrayList<>(List.of(PublicScheme.values()));
        schemes.add(new MimiiScheme(normals));
        NamingScheme best = new None(List.copyOf(schemes));
        long most = 0;
        for (final NamingScheme scheme : schemes) {
            long fits = 0;
            for (final Path file : files) {
                fits += scheme.parse(root, file).isPresent() ? 1 : 0;
            }
            if (fits > most) {
                most = fits;
                best = scheme;
            }
        }
        return best;
    }

    /** Fits no file, and can say what was tried. */
    private record None(List<NamingScheme> tried) implements NamingScheme {
        @Override
        public String title() {
            return tried.stream().map(NamingScheme::title).collect(Collectors.joining(", "));
        }

        @Override
        public String expects() {
            return tried.stream().map(NamingScheme::expects).collect(Collectors.joining(" or "));
        }

        @Override
        public Optional<SoundClip> parse(final Path root, final Path file) {
            return Optional.empty();
        }
    }
}
