package org.geco.asd.methods.geco;

/** The form of the contrastive loss L_con (paper, section 2.2). */
public enum ContrastiveForm {
    /**
     * The binary cross entropy that the paper trains with: two weight vectors a class in place of z_p and z̃_i, logit
     * z·(w_p − w_n) on the sample's own class, 1 for an original, 0 for a reconstruction.
     */
    BINARY_CROSS_ENTROPY,

    /** Equation (2) itself over the batch, with embeddings of length 1 and a temperature. */
    SUPERVISED_CONTRASTIVE,

    /** No contrastive loss: the plain classifier that the paper calls its baseline. */
    NONE
}
