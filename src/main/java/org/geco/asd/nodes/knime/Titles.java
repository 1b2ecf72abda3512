package org.geco.asd.nodes.knime;

/**
 * The titles of the settings that messages of our nodes name. A setting and the messages about it share the constant,
 * so that a message never sends the user to a setting that its dialog calls something else.
 */
public final class Titles {

    /** Which rows a node uses. */
    public static final String ROWS = "Rows to use";

    /** The column that decides. */
    public static final String ROWS_COLUMN = "Column that selects the rows";

    /** The texts, one of which a used row has there. */
    public static final String ROWS_VALUES = "Values of the rows to use";

    /** Which clips a training is measured on. */
    public static final String HELD_OUT = "Held-out clips";

    /** The column that says which rows are held out. */
    public static final String HELD_OUT_COLUMN = "Column with the split";

    /** Column of spectrograms. */
    public static final String SPECTROGRAMS = "Spectrograms";

    /** Column of paths of sound files. */
    public static final String PATH = "Column with the paths";

    /** Column of machine types. */
    public static final String MACHINE_TYPE = "Machine type";

    /** Column of machine IDs. */
    public static final String MACHINE_ID = "Machine ID";

    /** Column of labels. */
    public static final String LABEL = "Label column";

    /** What normal clips have in it. */
    public static final String NORMAL_LABEL = "Value of normal clips";

    /** What anomalous clips have in it. */
    public static final String ANOMALY_LABEL = "Value of anomalous clips";

    /** Columns of scores. */
    public static final String SCORES = "Score columns";

    /** Name of an appended column of scores. */
    public static final String SCORE_COLUMN = "Name of the score column";

    /** Name of an appended column of embeddings. */
    public static final String EMBEDDING = "Append the embedding as";

    /** A folder that clips are read from or written to. */
    public static final String FOLDER = "Folder";

    /** The end of the pAUC. */
    public static final String MAX_FPR = "Highest false-positive rate of the pAUC";

    /** What a network computes on. */
    public static final String DEVICE = "Device";

    /** Memory of a training. */
    public static final String MEMORY_BUDGET = "Memory budget (MB)";

    private Titles() {
    }
}
