package org.geco.asd.outlier;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.ensemble.Combination;

/**
 * How far is far.
 *
 * @param method what a vector is compared with
 * @param scaling what vectors are made before
 * @param parts number of parts of equal length that a vector is cut into, each compared alone: the score is the
 *            {@link Combination#EXCESS} of their distances, standardised on those of normal clips; 1 for the vector as
 *            a whole
 * @param neighbours number of nearest neighbours whose distances are averaged; all, where a machine has fewer
 * @param localDensity whether a neighbour's distance is divided by the mean distance to its own neighbours
 * @param shrinkage of the covariance towards a multiple of the identity, 0 to 1; empty for Ledoit and Wolf's estimate
 * @param components of the Gaussian mixture; as many as vectors, where a machine has fewer
 * @param ownSpreadFrom a machine with this many vectors has a covariance or deviation of its own; with fewer, that of
 *            all machines of its type together, each around its own mean
 * @param seed of the mixture's start
 */
public record OutlierSettings(Method method, Scaling scaling, int parts, int neighbours,
    boolean localDensity, Optional<Double> shrinkage, int components, int ownSpreadFrom, long seed) {
    /** What a vector is compared with. */
    public enum Method {
        /** The mean of the machine's vectors, by the Mahalanobis distance. */
        MAHALANOBIS,
        /** The nearest of the machine's vectors, by the Euclidean distance. */
        NEAREST_NEIGHBOURS,
        /** A mixture of Gaussians with diagonal covariances: minus the logarithm of its density. */
        GAUSSIAN_MIXTURE
    }

    /** What vectors are made before they are compared. */
    public enum Scaling {
        /** Nothing. */
        NONE,
        /** Each value is divided by its deviation. */
        DEVIATION,
        /** The vector is divided by its length, so that only its direction counts: for embeddings. */
        UNIT_LENGTH
    }

    /** @throws AsdException naming what is out of its range */
    public void check() throws AsdException {
        Checks.range(parts >= 1, "The number of parts of a vector", parts, "1 or more");
        Checks.range(neighbours >= 1, "The number of nearest neighbours", neighbours, "1 or more");
        Checks.range(components >= 1, "The number of the mixture's components", components, "1 or more");
        Checks.range(ownSpreadFrom >= 2, "The number of clips from which a machine has a spread of its own",
            ownSpreadFrom, "2 or more");
        if (shrinkage.isPresent()) {
            Checks.range(shrinkage.get() >= 0 && shrinkage.get() <= 1, "The shrinkage of the covariance",
                shrinkage.get(), "0 to 1");
        }
    }

    /** @return the method in words */
    String inWords() {
        return methodInWords() + (parts == 1 ? "" : ", " + parts + " parts on one scale");
    }

    private String methodInWords() {
        return switch (method) {
            case MAHALANOBIS -> "Mahalanobis distance, shrinkage "
                + shrinkage.map(String::valueOf).orElse("by Ledoit and Wolf");
            case NEAREST_NEIGHBOURS -> "distance to the nearest " + (neighbours == 1 ? "vector" : neighbours
                + " vectors") + (localDensity ? ", scaled by local density" : "");
            case GAUSSIAN_MIXTURE -> "mixture of " + components + " Gaussians";
        };
    }
}
