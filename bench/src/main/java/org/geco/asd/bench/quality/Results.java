package org.geco.asd.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.geco.asd.bench.CpuClock;
import org.geco.asd.common.AsdException;

/** The scores in a folder, {@code SET/METHOD-SEED.csv}; those that are missing are computed. */
record Results(Path folder, Methods methods) {
    private Path file(final String set, final String method, final long seed) {
        return folder.resolve(set).resolve(method + "-" + seed + ".csv");
    }

    boolean has(final String set, final String method, final long seed) {
        return Files.exists(file(set, method, seed));
    }

    List<ClipResult> read(final String set, final String method, final long seed) throws IOException {
        return ClipResult.read(file(set, method, seed));
    }

    List<ClipResult> of(final Fold fold, final String method) throws AsdException, IOException {
        if (!has(fold.set().name(), method, fold.seed())) {
            final CpuClock clock = new CpuClock();
            final double[] scores = methods.of(method).score(fold, other -> of(fold, other));
            ClipResult.write(file(fold.set().name(), method, fold.seed()), ClipResult.of(fold, scores));
            System.out.printf(Locale.ROOT, "%s, %s, seed %d: %.0f s%n", fold.set().name(), method, fold.seed(),
                clock.wall());
        }
        return read(fold.set().name(), method, fold.seed());
    }
}
