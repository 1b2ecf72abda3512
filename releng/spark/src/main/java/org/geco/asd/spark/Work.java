package org.geco.asd.spark;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.geco.asd.common.AsdException;
import org.geco.asd.engine.NamedClip;

/** What workers do with recordings; sent to them. */
interface Work extends Serializable {
    String PATH = "Path";
    String TYPE = "Machine type";
    String ID = "Machine ID";
    String REASON = "Reason";

    /** @return what tells results from those of other settings, so that they are never mixed */
    String fingerprint();

    /** @return columns of the results; the first is the recording's path, the last why something is missing */
    StructType columns();

    /** On a worker: gives a row for each recording, in their order. */
    void rows(List<NamedClip> recordings, Consumer<Row> to) throws AsdException;

    /** @return the columns that every result begins with */
    static StructType recording() {
        return new StructType().add(PATH, DataTypes.StringType, false).add(TYPE, DataTypes.StringType, false)
            .add(ID, DataTypes.StringType, false);
    }
}
