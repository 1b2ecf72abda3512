package org.geco.asd.nn.classify;

import java.util.Optional;

import org.geco.asd.nn.layers.Targets;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A batch: standardised originals, then what was made of them (reconstructions), then mixed originals, which without
 * reconstructions take the place of the others, [batch, frames, mels, 1], until the next; the originals' classes.
 */
public record Sample(INDArray patches, int[] classes, Optional<Mixup.Pairs> mixed) {
    /** Nothing is mixed. */
    public Sample(final INDArray patches, final int[] classes) {
        this(patches, classes, Optional.empty());
    }

    /** @return the class of each row; what was made of originals has theirs */
    int[] rows() {
        final int[] rows = new int[(int)patches.size(0)];
        java.util.Arrays.setAll(rows, i -> classes[i % classes.length]);
        return rows;
    }

    /** @return the classes of the rows that are not mixed */
    public int[] unmixed() {
        return java.util.Arrays.copyOf(rows(), (int)patches.size(0) - (mixed.isPresent() ? classes.length : 0));
    }

    Targets targets() {
        return mixed.map(pairs -> pairs.targets(rows())).orElseGet(() -> Targets.of(rows()));
    }
}
