package org.geco.asd.nodes.monitor;

import java.util.Optional;

import org.geco.asd.monitor.FileState;
import org.geco.asd.monitor.History;

/** Tells whether clips are to be judged. */
final class Newness {
    private final String m_detector;
    private final long m_now;
    private final long m_quiet;

    private int m_written;
    private int m_future;

    /** @param now in ms since 1970; a file must not have changed for so many ms */
    Newness(final String detector, final long now, final long quiet) {
        m_detector = detector;
        m_now = now;
        m_quiet = quiet;
    }

    /** @return why a clip is not to be judged now; empty if it is */
    Optional<String> reason(final Optional<History.Known> known, final FileState state) {
        if (known.isPresent() && known.get().equals(new History.Known(state, m_detector))) {
            return Optional.of("It was judged before.");
        }
        final long age = m_now - state.modified();
        if (Math.abs(age) < m_quiet) {
            m_written++;
            return Optional.of("Its file may still be written.");
        }
        m_future += age < 0 ? 1 : 0;
        return Optional.empty();
    }

    /** @return what the user should know of the clips */
    Optional<String> warning() {
        final String written = m_written == 0 ? "" : "Files that were modified just now may still be written: "
            + m_written + " clips are left for the next run (setting \"" + HistoryFilterNodeParameters.QUIET + "\").";
        final String future = m_future == 0 ? "" : "Files have dates that are still to come (" + m_future
            + " clips): was the clock set back?";
        return Optional.of((written + " " + future).strip()).filter(text -> !text.isEmpty());
    }
}
