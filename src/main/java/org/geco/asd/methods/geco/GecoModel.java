package org.geco.asd.methods.geco;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.patches.PatchesModel;

/** A trained GeCo model. Immutable; scoring with it needs a {@link GecoScorer}. */
public final class GecoModel extends PatchesModel<GecoSettings> {
    static final String METHOD = "GeCo";

    /** What else decided what was learned. */
    static final String PAE = "PAE model";
    static final String NO_PAE = "none";

    /** In what its PAEs were trained otherwise than the paper's, or that there is none. */
    static final String PAE_DIFFERENCES = "PAE's differences from the paper";

    GecoModel(final Content<GecoSettings> content, final Networks networks, final Optional<Provenance> provenance) {
        super(METHOD, content, networks, provenance);
    }

    @Override
    protected String kind() {
        return withPae() ? "GeCo, maximal λ " + settings().lambda().max() : "plain ResNet-18 without PAE";
    }

    @Override
    public Differences differences() {
        return super.differences().and(
            Optional.ofNullable(traits().get(PAE_DIFFERENCES)).filter(text -> !text.isEmpty()).stream().toList());
    }

    /** @return true if trained with a PAE's reconstructions, false for the plain ResNet-18 baseline */
    public boolean withPae() {
        return !NO_PAE.equals(traits().get(PAE));
    }

    /** @return this model, which says where it comes from */
    public GecoModel with(final Provenance provenance) {
        return with(provenance, GecoModel::new);
    }

    /** @return what {@link #write} wrote, bit for bit; fails if it is damaged, something else or of a later version */
    public static GecoModel read(final InputStream in) throws IOException, AsdException {
        return read(METHOD, GecoSettings.class, GecoModel::new, in);
    }
}
