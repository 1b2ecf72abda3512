package org.geco.asd.nn.classify;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * How machines are recognised from embeddings, for L_CE.
 *
 * @param form linear as in the paper, or of cosines
 * @param margin m of ArcFace, in radians
 * @param scale s of ArcFace
 * @param adaptive true if the scale of AdaCos follows the training, false if it stays at its start
 * @param subClusters centres of each machine in sub-cluster AdaCos
 */
public record HeadSettings(Form form, double margin, double scale, boolean adaptive, int subClusters) {
    /** What recognises machines. */
    public enum Form {
        /** z·W + b. */
        LINEAR,

        /** Additive angular margin (Deng et al. 2019). */
        ARC_FACE,

        /** Cosines with a scale that needs no setting (Zhang et al. 2019). */
        ADA_COS,

        /** AdaCos with several centres of a machine (Wilkinghoff 2021). */
        SUB_CLUSTER_ADA_COS;
    }

    /** A linear layer; margin and scale are ArcFace's, the sub-clusters those of Wilkinghoff. */
    public static final HeadSettings PAPER = new HeadSettings(Form.LINEAR, 0.5, 64, true, 16);

    private static final int MOST_SUB_CLUSTERS = 1000;

    /** @return centres of a class */
    public int centres() {
        return form == Form.SUB_CLUSTER_ADA_COS ? subClusters : 1;
    }

    /** @return true if the scale is AdaCos' */
    boolean isAdaCos() {
        return form == Form.ADA_COS || form == Form.SUB_CLUSTER_ADA_COS;
    }

    /** @return the form in words */
    public String inWords() {
        return switch (form) {
            case LINEAR -> "a linear layer";
            case ARC_FACE -> "ArcFace";
            case ADA_COS -> "AdaCos";
            case SUB_CLUSTER_ADA_COS -> "AdaCos with " + subClusters + " sub-clusters";
        };
    }

    /** Fails naming what is out of its range, and whose it is, e.g. "GeCo's". */
    public void check(final String whose) throws AsdException {
        Checks.range(margin >= 0 && margin < Math.PI / 2, whose + " margin of ArcFace", margin,
            "an angle in radians from 0 to below 1.57, e.g. 0.5");
        Checks.range(scale > 0 && scale < Double.POSITIVE_INFINITY, whose + " scale of ArcFace", scale,
            "a positive number, e.g. 64");
        Checks.range(subClusters >= 2 && subClusters <= MOST_SUB_CLUSTERS, whose + " number of sub-clusters",
            subClusters, "2 to " + MOST_SUB_CLUSTERS + ", e.g. 16");
    }

    /** Fails for fewer machines than the scale of AdaCos is defined for: its start would be 0 or less. */
    public void check(final String whose, final int machines) throws AsdException {
        Checks.require(!isAdaCos() || machines * centres() > 2, whose + " AdaCos needs three machines or more, "
            + "and there are clips of " + machines + ".", "Choose a linear layer or ArcFace.",
            "Or choose AdaCos with sub-clusters.");
    }
}
