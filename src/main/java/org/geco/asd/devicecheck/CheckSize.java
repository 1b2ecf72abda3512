package org.geco.asd.devicecheck;

import org.geco.asd.methods.geco.GecoArchitecture;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeSettings;

/** How large networks and data of a check are. */
public enum CheckSize {
    /** Small networks, some seconds on a CPU. */
    QUICK(4, 4, PaeSettings.of(PaeArchitecture.SMALL, 4, 128, 1),
        GecoSettings.of(new GecoArchitecture(16, 65), 4, 0.02)),
    /** The paper's networks and batches, some minutes on a CPU. */
    PAPER(32, 8, PaeSettings.of(PaeArchitecture.PAPER, 8, 512, 1), GecoSettings.of(GecoArchitecture.PAPER, 8, 0.02));

    private final int m_clips;
    private final double m_seconds;
    private final PaeSettings m_pae;
    private final GecoSettings m_geco;

    CheckSize(final int clips, final double seconds, final PaeSettings pae, final GecoSettings geco) {
        m_clips = clips;
        m_seconds = seconds;
        m_pae = pae;
        m_geco = geco;
    }

    /** @return clips of each of two machines */
    int clips() {
        return m_clips;
    }

    /** @return length of a clip in s */
    double seconds() {
        return m_seconds;
    }

    PaeSettings pae() {
        return m_pae;
    }

    GecoSettings geco() {
        return m_geco;
    }
}
