package org.geco.asd.nodes.reader;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.Cutting;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.HeldOut;
import org.geco.asd.dataset.MimiiScheme;
import org.geco.asd.dataset.NamingScheme;
import org.geco.asd.dataset.PatternScheme;
import org.geco.asd.dataset.PlainScheme;
import org.geco.asd.dataset.PublicScheme;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Titles;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the node Sound Clip Reader. */
final class SoundClipReaderNodeParameters implements NodeParameters {
    private static final double USUAL_SHARE = 0.2;

    /** The files are named by a table instead of being looked for in a folder. */
    static final class HasTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(context -> context.getInPortSpec(0).isPresent());
        }
    }

    @Section(title = "Files")
    interface Files { }

    @Section(title = "Names")
    @After(Files.class)
    interface Names { }

    @Section(title = "Long recordings")
    @After(Names.class)
    interface Cuts { }

    @Section(title = "Splits")
    @After(Cuts.class)
    interface Splits { }

    /** That of most data sets, in s. */
    static final class UsualLength implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput context) {
            return 10.0;
        }
    }

    /** A fifth. */
    static final class UsualShare implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput context) {
            return USUAL_SHARE;
        }
    }

    @Widget(title = Titles.FOLDER, description = """
            The folder of the data set, of one machine type, or of one split: an absolute path, or a URL such as
            <i>knime://knime.workflow/../sounds</i>. Folders in it are searched, too. Not needed if a table with paths
            is connected.
            """)
    @TextInputWidget(placeholder = "/data/machines or knime://knime.workflow/../sounds",
        patternValidation = Limits.IsNamed.class)
    @Effect(predicate = HasTable.class, type = EffectType.HIDE)
    @Layout(Files.class)
    String m_folder = "";

    @Widget(title = Titles.PATH, description = """
            If a table is connected: its column with the paths of the sound files, which are read instead of a folder's.
            """)
    @ChoicesProvider(InputColumns.Paths.class)
    @Effect(predicate = HasTable.class, type = EffectType.SHOW)
    @Layout(Files.class)
    String m_path = Columns.PATH;

    @Widget(title = "Naming scheme", description = """
            How machine type, machine ID, split and label are written into the paths.
            """)
    @ValueReference(NamingSchemeChoice.Ref.class)
    @Layout(Names.class)
    NamingSchemeChoice m_scheme = NamingSchemeChoice.AUTOMATIC;

    @Widget(title = "Example of a file name", description = """
            One of the file names, with the part that tells the machine in braces, for example
            <tt>{pump7}_2026-11-26_0830.wav</tt>. Beside the braces letters stand for any letters, digits for any
            digits, and everything else for itself.
            """)
    @TextInputWidget(placeholder = "{pump7}_2026-11-26_0830.wav", patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = NamingSchemeChoice.IsExample.class, type = EffectType.SHOW)
    @Layout(Names.class)
    String m_example = "";

    @Widget(title = "Own pattern", description = """
            A regular expression that is looked for in the path relative to the folder, with / between its parts. Its
            named groups <i>type</i>, <i>id</i>, <i>split</i> (train, held-out or test) and <i>label</i> (normal or
            anomaly) say what a clip is, for example
            <tt>(?&lt;type&gt;[^/]+)/(?&lt;id&gt;[^/]+)/(?&lt;label&gt;ok|faulty)</tt>. A group that is absent is
            replaced: <i>type</i> by the name of the folder, <i>id</i> by 00, <i>split</i> by train for normal clips
            and test for all others, <i>label</i> by unknown for test clips and normal for others.
            """)
    @TextInputWidget(placeholder = "(?<type>[^/]+)/(?<id>[^/]+)/(?<label>ok|faulty)",
        patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = NamingSchemeChoice.IsPattern.class, type = EffectType.SHOW)
    @Layout(Names.class)
    String m_pattern = "";

    @Layout(Names.class)
    ChallengeParameters m_challenge = new ChallengeParameters();

    @Widget(title = "Time of recording", description = """
            What tells when a recording was made; the column <i>Recorded at</i> has it, as text of ISO 8601, for each
            clip the time of its start.
            """)
    @Layout(Names.class)
    RecordedAt m_recordedAt = RecordedAt.AUTOMATIC;

    @Widget(title = "Clip length (s)", description = """
            Recordings are cut into clips of this length, one a row; the columns <i>Start (s)</i> and <i>End (s)</i>
            tell where in the file a clip is, and later nodes read only that. What is left at the end becomes a shorter
            clip if it is at least 90 % of the length, otherwise it is left out, and a warning counts that. Unticked or
            0: every file is one clip.
            """)
    @OptionalWidget(defaultProvider = UsualLength.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Cuts.class)
    Optional<Double> m_clipLength = Optional.empty();

    @Widget(title = "Hop (s)", description = """
            From the start of a clip to the start of the next. Less than the length: clips overlap, and a short event is
            in the middle of one of them. Unticked: the clip length.
            """)
    @OptionalWidget(defaultProvider = UsualLength.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(Cuts.class)
    Optional<Double> m_hop = Optional.empty();

    @Widget(title = "The clips are", description = "What all clips are for: their paths don't tell it.")
    @Effect(predicate = NamingSchemeChoice.IsPlain.class, type = EffectType.SHOW)
    @Layout(Splits.class)
    PlainClips m_clips = PlainClips.TRAIN;

    @Widget(title = "Normal test clips of MIMII", description = """
            MIMII has no split: abnormal clips are for the test, and of the normal ones these. More of them make the
            test more reliable and leave fewer to learn from.
            """)
    @Effect(predicate = NamingSchemeChoice.MayBeMimii.class, type = EffectType.SHOW)
    @Layout(Splits.class)
    MimiiNormalClips m_mimiiNormals = MimiiNormalClips.BALANCED;

    @Widget(title = "Held-out share", description = """
            Share of each machine's normal training clips that no learner trains on: their split becomes
            <i>held-out</i>. They tell when a training should stop, what scores are usual for a healthy machine and from
            which score on to raise an alarm, without a single faulty clip. One clip at least, but never a machine's
            only one. Clips cut from one file go the same way, for neighbours sound alike: the share is one of files;
            of a machine's only file the last clips are held out. Unticked: all are trained on, and those nodes have
            nothing to go by.
            """)
    @OptionalWidget(defaultProvider = UsualShare.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.BelowOne.class)
    @Layout(Splits.class)
    Optional<Double> m_heldOutShare = Optional.of(USUAL_SHARE);

    @Widget(title = "Random seed", description = """
            Seed of the choice of held-out clips. The same seed holds out the same clips of a machine, whatever other
            machines there are.
            """)
    @Layout(Splits.class)
    @Advanced
    int m_seed;

    void check() throws AsdException {
        schemes();
        HeldOut.check(m_heldOutShare.orElse(0.0));
        final Optional<Cutting> cutting = cutting();
        if (cutting.isPresent()) {
            cutting.get().check();
        }
    }

    /** @return how recordings are cut; empty if every file is a clip */
    Optional<Cutting> cutting() {
        return m_clipLength.filter(length -> length != 0)
            .map(length -> new Cutting(length, m_hop.orElse(length)));
    }

    Dataset withHeldOut(final Dataset dataset, final Consumer<String> warnings) throws AsdException {
        return dataset.withHeldOut(m_heldOutShare.orElse(0.0), m_seed, warnings);
    }

    List<NamingScheme> schemes() throws AsdException {
        return switch (m_scheme) {
            case AUTOMATIC -> Dataset.publicSchemes(m_mimiiNormals == MimiiNormalClips.BALANCED);
            case DCASE2020 -> List.of(PublicScheme.DCASE2020);
            case DCASE2021 -> List.of(PublicScheme.DCASE2021);
            case MIMII -> List.of(new MimiiScheme(m_mimiiNormals == MimiiNormalClips.BALANCED));
            case FOLDERS -> List.of(PlainScheme.folders(m_clips.split()));
            case EXAMPLE -> List.of(PlainScheme.example(m_example, m_clips.split()));
            case PATTERN -> List.of(new PatternScheme(m_pattern));
        };
    }
}
