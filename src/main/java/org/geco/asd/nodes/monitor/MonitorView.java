package org.geco.asd.nodes.monitor;

import java.util.function.Function;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownClip;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Anomaly Monitor shows; its public methods are what the page calls. */
public final class MonitorView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("monitor", """
        In words, what is new and what to do; a calendar of machines and days, coloured by how far their scores lie from
        the usual; of the chosen machine the scores of its clips in time, with threshold and events; the events, with
        the clips to listen to; and the machines that have drifted.
        """, MonitorView::new, view -> view.m_watched);

    private final Watched m_watched;
    private final ShownRows m_runs;

    MonitorView(final ViewInput input) {
        m_watched = Kept.read(input, Watched.class);
        m_runs = new ShownRows(input.getInternalTables()[1]);
    }

    private Watched.Run run(final int machine) throws AsdException {
        return Kept.read(m_runs.row(machine), Watched.Run.class);
    }

    /** @return one machine's clips */
    public String machine(final int index) {
        return Reply.of(() -> run(index));
    }

    /** @return one of a machine's clips to see and to hear */
    public String clip(final int machine, final int dot) {
        return Reply.of(() -> ShownClip.of(run(machine).dots().get(dot).listen(), m_watched.heard().channel(),
            m_watched.heard().mel()));
    }
}
