package org.geco.asd.nodes.knime;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.geco.asd.dataset.Split;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** The names of the columns that our nodes hand on to each other, and the search for a column that a user chose. */
public final class Columns {
    public static final String PATH = "Path";
    public static final String MACHINE_TYPE = "Machine type";
    public static final String MACHINE_ID = "Machine ID";
    public static final String SPLIT = "Split";
    public static final String DOMAIN = "Domain";
    public static final String ATTRIBUTES = "Attributes";

    /** {@link #NORMAL} or {@link #ANOMALY}; missing if unknown. */
    public static final String LABEL = "Label";
    public static final String SECONDS = "Seconds";

    /** Where a clip that is a section of a file starts and ends in it, in s. With the path, its start identifies it. */
    public static final String START = "Start (s)";
    public static final String END = "End (s)";

    /** The local time at which a clip starts, as text of ISO 8601. */
    public static final String RECORDED_AT = "Recorded at";

    /** Sample rate of a clip in Hz. */
    public static final String SAMPLE_RATE = "Sample rate";
    public static final String CHANNELS = "Channels";
    public static final String LOG_MEL = "Log-Mel";

    /** Prediction error of the PAE in dB². */
    public static final String PAE_SCORE = "PAE score";

    /** Reconstruction error of the autoencoder in dB². */
    public static final String AUTOENCODER_SCORE = "Autoencoder score";

    /** 1 − cosine to the centre of the machine. */
    public static final String GECO_SCORE = "GeCo score";
    public static final String GECO_EMBEDDING = "GeCo embedding";

    /** How little the machine of a clip is recognised. */
    public static final String CLASSIFIER_SCORE = "Classifier score";

    /** Mean squared error of the PAE in each mel band, as 10·log10 of dB². */
    public static final String PAE_BAND_ERRORS = "PAE errors by band";

    /** Vectors of statistics of spectrograms. */
    public static final String STATISTICS = "Statistics";

    /** How far a vector lies from the normal ones of its machine. */
    public static final String OUTLIER_SCORE = "Outlier score";

    /** The fused score, paper's Eqn (4). */
    public static final String ANOMALY_SCORE = "Anomaly score";

    /** The share of normal clips that seem as anomalous as a clip. */
    public static final String P_VALUE = "p-value";

    /** A day, e.g. 2026-11-26, of a machine's trend. */
    public static final String DAY = "Day";

    /** How far a day's median score lies above the usual, in standard deviations. */
    public static final String DEVIATION = "Deviation";

    /** The score above which a clip is called anomalous. */
    public static final String THRESHOLD = "Threshold";

    /** Whether a clip is called anomalous. */
    public static final String ANOMALOUS = "Anomalous";

    /** The begin of the confirmed event that a clip belongs to. */
    public static final String EVENT = "Event";

    /** Size and date of a clip's file when it was found. */
    public static final String FILE_STATE = "File state";

    public static final String TRAIN = Split.TRAIN.text();
    public static final String HELD_OUT = Split.HELD_OUT.text();
    public static final String TEST = Split.TEST.text();
    public static final String NORMAL = "normal";
    public static final String ANOMALY = "anomaly";

    private Columns() { }

    /** @return the position of the column that a setting of this title names; fails if there is none of that type */
    public static int require(final DataTableSpec spec, final String setting, final String column,
        final Class<? extends DataValue> type) throws InvalidSettingsException {
        return require(spec, setting, column, given -> given.isCompatible(type));
    }

    /** The same for a type that passes a test. */
    public static int require(final DataTableSpec spec, final String setting, final String column,
        final Predicate<DataType> type) throws InvalidSettingsException {
        final int index = spec.findColumnIndex(column);
        if (index < 0) {
            throw failure("There is no column \"" + column + "\" (setting \"" + setting + "\"). The table has: "
                + names(spec) + ".", setting);
        }
        final DataColumnSpec found = spec.getColumnSpec(index);
        if (!type.test(found.getType())) {
            throw failure("The column \"" + column + "\" (setting \"" + setting + "\") holds " + found.getType()
                + ", which is not what this node reads there.", setting);
        }
        return index;
    }

    /** @return the position of a column with a usual name that a table may lack, or hold as another type: then −1 */
    public static int find(final DataTableSpec spec, final String column, final Class<? extends DataValue> type) {
        final int index = spec.findColumnIndex(column);
        return index >= 0 && spec.getColumnSpec(index).getType().isCompatible(type) ? index : -1;
    }

    /** @return the column to be appended; fails if the setting of this title gives no name or one that is taken */
    public static DataColumnSpec newColumn(final DataTableSpec spec, final String setting, final String name,
        final DataType type) throws InvalidSettingsException {
        if (name == null || name.isBlank()) {
            throw NodeFailures.settings("The new column has no name (setting \"" + setting + "\").",
                "Enter a name in the setting \"" + setting + "\".");
        }
        if (spec.containsName(name)) {
            throw NodeFailures.settings("The table already has a column \"" + name + "\".",
                "Rename or remove that column, or choose another name in the setting \"" + setting + "\".");
        }
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** @return a column with the texts that it can hold: dialogs of later nodes offer them before any execution */
    public static DataColumnSpec choice(final String name, final String... values) {
        final DataColumnDomainCreator domain = new DataColumnDomainCreator();
        final Set<DataCell> cells = new LinkedHashSet<>();
        for (final String value : values) {
            cells.add(new StringCell(value));
        }
        domain.setValues(cells);
        final DataColumnSpecCreator column = new DataColumnSpecCreator(name, StringCell.TYPE);
        column.setDomain(domain.createDomain());
        return column.createSpec();
    }

    private static InvalidSettingsException failure(final String summary, final String setting) {
        return NodeFailures.settings(summary,
            "Choose another column in the setting \"" + setting + "\", or connect a table that has it.");
    }

    private static String names(final DataTableSpec spec) {
        return spec.stream().map(DataColumnSpec::getName).collect(Collectors.joining(", "));
    }
}
