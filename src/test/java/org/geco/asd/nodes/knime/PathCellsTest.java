package org.geco.asd.nodes.knime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.filehandling.core.data.location.FSLocationValue;

class PathCellsTest {

    /** A cell of a type like KNIME's Path. */
    public static final class Cell extends DataCell implements FSLocationValue {

        private static final long serialVersionUID = 1L;

        private final transient Location m_location;

        Cell(final String category, final String specifier, final String path) {
            m_location = new Location(category, Optional.ofNullable(specifier), path);
        }

        @Override
        public Location getFSLocation() {
            return m_location;
        }

        @Override
        public String toString() {
            return m_location.toString();
        }

        @Override
        protected boolean equalsDataCell(final DataCell other) {
            return m_location.equals(((Cell)other).m_location);
        }

        @Override
        public int hashCode() {
            return m_location.hashCode();
        }
    }

    @Test
    void textAndKnimesPathsArePaths() {
        assertThat(PathCells.isPath(StringCell.TYPE)).isTrue();
        assertThat(PathCells.isPath(DataType.getType(Cell.class))).isTrue();
        assertThat(PathCells.isPath(DoubleCell.TYPE)).isFalse();
    }

    @Test
    void tellsThePathOrItsUrl() throws Exception {
        assertThat(PathCells.text(new StringCell("/data/a.wav"))).isEqualTo("/data/a.wav");
        assertThat(PathCells.text(new Cell("LOCAL", null, "/data/a.wav"))).isEqualTo("/data/a.wav");
        assertThat(PathCells.text(new Cell("CUSTOM_URL", "1000", "file:/data/a.wav"))).isEqualTo("file:/data/a.wav");
        assertThat(PathCells.text(new Cell("RELATIVE", "knime.workflow", "../sounds/a.wav")))
            .isEqualTo("knime://knime.workflow/../sounds/a.wav");
        assertThat(PathCells.text(new Cell("RELATIVE", "knime.mountpoint", "/sounds/a.wav")))
            .isEqualTo("knime://knime.mountpoint/sounds/a.wav");
    }

    @Test
    void whatIsElsewhereOrNoPathIsSaid() {
        assertThatThrownBy(() -> PathCells.text(new Cell("CONNECTED", "amazon-s3", "/bucket/a.wav")))
            .isInstanceOf(AsdException.class).hasMessage("The path '/bucket/a.wav' is not on this computer.");
        assertThatThrownBy(() -> PathCells.text(new DoubleCell(1))).isInstanceOf(AsdException.class)
            .hasMessageContaining("holds no path that can be read");
    }
}
