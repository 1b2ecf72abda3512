package org.geco.asd.methods.pae;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.types.TypeModel;
import org.geco.asd.learn.types.TypesModel;
import org.geco.asd.mel.MelSettings;

/** Trained PAEs, one for each machine type. Immutable; scoring with it needs a {@link PaeScorer}. */
public final class PaeModel extends TypesModel<PaeSettings> {
    static final String METHOD = "PAE";

    PaeModel(final MelSettings mel, final PaeSettings settings, final Map<String, TypeModel> types,
        final Optional<Provenance> provenance) {
        super(METHOD, mel, settings, types, provenance);
    }

    /** @return this model, which says where it comes from */
    public PaeModel with(final Provenance provenance) {
        return new PaeModel(mel(), settings(), types(), Optional.of(provenance));
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    public static PaeModel read(final InputStream in) throws IOException, AsdException {
        return read(METHOD, PaeSettings.class, PaeModel::new, in);
    }
}
