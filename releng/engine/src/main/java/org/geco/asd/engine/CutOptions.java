package org.geco.asd.engine;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.Cutting;

import picocli.CommandLine.Option;

/** How long recordings are cut into clips, on the command line. */
public final class CutOptions {
    @Option(names = "--clip-length", paramLabel = "SECONDS", description = "Cuts recordings into clips of this length,"
        + " named path#t=start,end. Not given: each recording is a clip.")
    private Optional<Double> m_length = Optional.empty();

    @Option(names = "--hop", paramLabel = "SECONDS",
        description = "From the start of a clip to that of the next; the clip length if not given.")
    private Optional<Double> m_hop = Optional.empty();

    /** @return how recordings are cut, if they are; an AsdException if a length cannot be used */
    public Optional<Cutting> cutting() throws AsdException {
        if (m_length.isEmpty()) {
            return Optional.empty();
        }
        final Cutting cutting = new Cutting(m_length.get(), m_hop.orElse(m_length.get()));
        cutting.check();
        return Optional.of(cutting);
    }
}
