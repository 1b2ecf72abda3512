package org.geco.asd.spark;

import java.io.Serializable;
import java.util.Optional;

import org.geco.asd.dataset.Cutting;

/**
 * How recordings are cut into clips, as it is sent to workers.
 *
 * @param cuttingOrNull null, which can be sent where no value cannot, if each recording is a clip
 */
record Cut(Cutting cuttingOrNull) implements Serializable {
    Optional<Cutting> cutting() {
        return Optional.ofNullable(cuttingOrNull);
    }

    @Override
    public String toString() {
        return cuttingOrNull == null ? "" : ", " + cuttingOrNull;
    }
}
