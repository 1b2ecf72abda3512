package org.geco.embedded.runner.testnodes;

import java.util.Base64;

import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Makes an image of one black pixel. */
public final class PictureNodeFactory extends DefaultNodeFactory {

    /** The image. */
    public static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklE"
        + "QVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg==");

    private static final ImagePortObjectSpec SPEC = new ImagePortObjectSpec(PNGImageContent.TYPE);

    private static final DefaultNode NODE = DefaultNode.create().name("Picture").icon("none.png")
        .shortDescription("Makes an image.").fullDescription("Makes an image.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputPort("Picture", "A picture", ImagePortObject.TYPE))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpecs(SPEC))
            .execute((i, o) -> o.setOutData(new ImagePortObject(new PNGImageContent(PNG), SPEC))));

    /** Creates the factory. */
    public PictureNodeFactory() {
        super(NODE);
    }
}
