package org.geco.asd.methods.autoencoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.types.TypeModel;
import org.geco.asd.learn.types.TypesModel;
import org.geco.asd.mel.MelSettings;

/** Trained autoencoders, one for each machine type. Immutable; scoring with it needs an {@link AutoencoderScorer}. */
public final class AutoencoderModel extends TypesModel<AutoencoderSettings> {
    static final String METHOD = "autoencoder";

    AutoencoderModel(final MelSettings mel, final AutoencoderSettings settings, final Map<String, TypeModel> types,
        final Optional<Provenance> provenance) {
        super(METHOD, mel, settings, types, provenance);
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    public static AutoencoderModel read(final InputStream in) throws IOException, AsdException {
        return read(METHOD, AutoencoderSettings.class, AutoencoderModel::new, in);
    }
}
