package org.geco.asd.nodes.cluster;

import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NoFile;
import org.geco.asd.nodes.knime.NodeFailures;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Which computers work on recordings. */
public final class PlaceParameters implements NodeParameters {
    /** The title of the section of a dialog that they are in. */
    public static final String SECTION = "Where it runs";

    private static final String SHARED = "Shared folder";

    /** Which computers. The names are stored in workflows. */
    enum RunOn {
        @Label(value = "This computer", description = "All cores of this computer, or its GPU.")
        THIS_COMPUTER,

        @Label(value = "Apache Spark", description = """
            A cluster (Spark 3.5, Scala 2.12): for more recordings than one computer gets through in a night, or which
            lie on a cluster's storage. What comes out is the same, bit for bit.
            """)
        SPARK
    }

    /** The choice, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<RunOn> { }

    /** A cluster is asked for. */
    static final class OnSpark implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(RunOn.SPARK);
        }
    }

    @Widget(title = "Run on", description = """
        Which computers work on the recordings. See docs/spark.md for how a cluster is made ready, and for one on this
        computer.
        """)
    @ValueSwitchWidget
    @ValueReference(Ref.class)
    RunOn m_runOn = RunOn.THIS_COMPUTER;

    @Widget(title = "Master", description = """
        The cluster, as <i>spark-submit</i> takes it: <i>spark://HOST:7077</i>, <i>yarn</i>,
        <i>k8s://https://HOST:6443</i>, or <i>local-cluster[2,1,1100]</i> for two workers with one core and 1100 MB each
        on this computer. The job's driver runs on this computer. Credentials are no settings: the cluster's client
        finds them in the environment that KNIME was started in.
        """)
    @TextInputWidget(placeholder = "spark://HOST:7077", patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = OnSpark.class, type = EffectType.SHOW)
    String m_master = "local-cluster[2,1,1100]";

    @Widget(title = SHARED, description = """
        A folder that this computer and each worker know by the same path. The job's files go into a folder of their own
        in it, which is removed when the results have been read, and stays with Spark's log if the job fails.
        """)
    @TextInputWidget(placeholder = "/shared/jobs", patternValidation = Limits.IsNamed.class)
    @Effect(predicate = OnSpark.class, type = EffectType.SHOW)
    String m_shared = "";

    @Widget(title = "Spark's folder", description = """
        The folder of an installed Spark, with <i>bin/spark-submit</i>, or one that has no more than its jars, in
        <i>jars</i>. Unticked, or empty in a flow variable: that in the environment variable SPARK_HOME.
        """)
    @OptionalWidget(defaultProvider = NoFile.class)
    @TextInputWidget(placeholder = "/opt/spark")
    @Effect(predicate = OnSpark.class, type = EffectType.SHOW)
    Optional<String> m_home = Optional.empty();

    @Widget(title = "Jar of the job", description = """
        <i>geco-spark.jar</i>, which the build of this extension makes; the folder <i>geco-engine</i> has to be beside
        it. Unticked, or empty in a flow variable: that in the environment variable GECO_SPARK_JAR.
        """)
    @OptionalWidget(defaultProvider = NoFile.class)
    @TextInputWidget(placeholder = "/opt/geco/geco-spark.jar")
    @Effect(predicate = OnSpark.class, type = EffectType.SHOW)
    Optional<String> m_jar = Optional.empty();

    @Widget(title = "Properties", description = """
        Further properties of Spark, one a line, for example <tt>spark.executor.memory=2g</tt>. The workflow keeps them
        as they are, so no passwords.
        """)
    @TextAreaWidget
    @Effect(predicate = OnSpark.class, type = EffectType.SHOW)
    String m_properties = "";

    /** Fails if what is set cannot be right; no file is looked at. */
    public void check() throws AsdException, InvalidSettingsException {
        if (isCluster()) {
            if (m_shared.isBlank()) {
                throw NodeFailures.settings("It is not chosen where the job's files go.",
                    "Name a folder that each worker knows by the same path in the setting \"" + SHARED + "\".");
            }
            ClusterSettings.check(m_master, ClusterSettings.lines(m_properties));
        }
    }

    /** @return whether a cluster works on them */
    public boolean isCluster() {
        return m_runOn == RunOn.SPARK;
    }

    /** @return the cluster, if one works on them */
    public Optional<ClusterSettings> cluster() throws AsdException {
        return !isCluster() ? Optional.empty()
            : Optional.of(new ClusterSettings(path(m_home), m_master, Locations.toPath(m_shared), path(m_jar),
                ClusterSettings.lines(m_properties)));
    }

    private static Optional<Path> path(final Optional<String> text) throws AsdException {
        return text.isEmpty() || text.get().isBlank() ? Optional.empty() : Optional.of(Locations.toPath(text.get()));
    }
}
