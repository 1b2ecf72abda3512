package org.geco.asd.nodes.reader;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** How file names are read. The names are stored in workflows. */
enum NamingSchemeChoice {
    @Label(value = "Automatic", description = "Whichever of the public schemes most files follow.")
    AUTOMATIC,

    @Label(value = "DCASE 2020", description = "<tt>fan/train/normal_id_00_00000000.wav</tt>")
    DCASE2020,

    @Label(value = "DCASE 2021 and later", description = """
        <tt>fan/train/section_00_source_train_normal_0000.wav</tt>; the section becomes the machine ID.
        """)
    DCASE2021,

    @Label(value = "MIMII", description = """
        <tt>fan/id_00/normal/00000000.wav</tt>; <tt>abnormal</tt> clips are anomalies. If several
        signal-to-noise ratios are read at once (<tt>-6_dB_fan</tt>), they become part of the machine ID.
        """)
    MIMII,

    @Label(value = "Machine = folder", description = """
        Any file names: the folders in the chosen folder are the machines, with all that is below them
        (<tt>pump7/2026-11-26/0830.wav</tt>).
        """)
    FOLDERS,

    @Label(value = "Machine in the file name", description = """
        One file name as an example shows where the machine stands: <tt>{pump7}_2026-11-26_0830.wav</tt>.
        """)
    EXAMPLE,

    @Label(value = "Own pattern", description = "A regular expression of your own.")
    PATTERN;

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<NamingSchemeChoice> { }

    /** The user writes a pattern. */
    static final class IsPattern implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(PATTERN);
        }
    }

    /** The user gives an example. */
    static final class IsExample implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(EXAMPLE);
        }
    }

    /** The paths tell neither split nor label. */
    static final class IsPlain implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(FOLDERS, EXAMPLE);
        }
    }

    /** The files are, or may turn out to be, those of a DCASE challenge. */
    static final class MayBeDcase implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(AUTOMATIC, DCASE2020, DCASE2021);
        }
    }

    /** The files are, or may turn out to be, those of MIMII. */
    static final class MayBeMimii implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(AUTOMATIC, MIMII);
        }
    }
}
