package org.geco.asd.methods.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.patches.PatchesModel;

/** Trained classifiers of machines. Immutable; scoring with it needs a {@link ClassifierScorer}. */
public final class ClassifierModel extends PatchesModel<ClassifierSettings> {
    static final String METHOD = "classifier";

    ClassifierModel(final Content<ClassifierSettings> content, final Networks networks,
        final Optional<Provenance> provenance) {
        super(METHOD, content, networks, provenance);
    }

    @Override
    protected String kind() {
        return settings().network() + " with " + settings().head().inWords();
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    public static ClassifierModel read(final InputStream in) throws IOException, AsdException {
        return read(METHOD, ClassifierSettings.class, ClassifierModel::new, in);
    }
}
