package org.geco.asd.nodes.knime;

/**
 * The titles of the settings that messages of our nodes name. A setting and the messages about it share the constant,
 * so that a message never sends the user to a setting that its dialog calls something else.
 */
public final class Titles {
    public static final String ROWS = "Rows to use";
    public static final String ROWS_COLUMN = "Column that selects the rows";
    public static final String ROWS_VALUES = "Values of the rows to use";
    public static final String HELD_OUT = "Held-out clips";
    public static final String HELD_OUT_COLUMN = "Column with the split";
    public static final String SPECTROGRAMS = "Spectrograms";
    public static final String PATH = "Column with the paths";
    public static final String MACHINE_TYPE = "Machine type";
    public static final String MACHINE_ID = "Machine ID";
    public static final String LABEL = "Label column";
    public static final String NORMAL_LABEL = "Value of normal clips";
    public static final String ANOMALY_LABEL = "Value of anomalous clips";
    public static final String SCORES = "Score columns";
    public static final String SCORE_COLUMN = "Name of the score column";
    public static final String EMBEDDING = "Append the embedding as";

    /** In the dialog of the PAE's predictor. */
    public static final String BAND_ERRORS = "Append the errors by band as";
    public static final String FOLDER = "Folder";
    public static final String MAX_FPR = "Highest false-positive rate of the pAUC";
    public static final String DEVICE = "Device";
    public static final String MEMORY_BUDGET = "Memory budget (MB)";

    private Titles() { }
}
