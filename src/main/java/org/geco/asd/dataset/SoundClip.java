package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One recording and what its place in the data set says about it. Its absolute path alone identifies it, for data sets
 * number train and test clips separately. The attributes are the words at the end of a name of DCASE from 2021 on,
 * which tell how the machine worked ({@code car_A2_spd_28V}); empty if nothing tells them.
 */
public record SoundClip(Path path, MachineId machine, Split split, Label label, Optional<Domain> domain,
    String attributes) {
    /** A clip of a data set that tells no attributes; the domain is what the path tells. */
    public SoundClip(final Path path, final MachineId machine, final Split split, final Label label) {
        this(path, machine, split, label, Domain.of(path.toString()), "");
    }

    SoundClip withSplit(final Split other) {
        return new SoundClip(path, machine, other, label, domain, attributes);
    }

    SoundClip withAttributes(final String others) {
        return new SoundClip(path, machine, split, label, domain, others);
    }
}
