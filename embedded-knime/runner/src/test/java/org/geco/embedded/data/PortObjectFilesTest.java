package org.geco.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.swing.JComponent;

import org.geco.embedded.core.EmbeddedExtensions;
import org.geco.embedded.core.PluginExtensions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

class PortObjectFilesTest {

    private static final String PLUGIN_XML = """
        <plugin>
          <extension point="org.knime.core.PortType">
            <portType name="Note" color="#102030" objectClass="org.geco.embedded.data.NotePortObject"
              objectSerializer="org.geco.embedded.data.NotePortObject$Serializer"
              specClass="org.geco.embedded.data.NoteSpec" specSerializer="org.geco.embedded.data.NoteSpec$Serializer"/>
          </extension>
          <extension point="org.knime.core.DataType">
            <DataType cellClass="org.geco.embedded.data.NoteCell">
              <serializer cellClass="org.geco.embedded.data.NoteCell"
                serializerClass="org.geco.embedded.data.NoteCell$CellSerializer"/>
            </DataType>
          </extension>
        </plugin>
        """;

    @TempDir
    Path m_dir;

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    @BeforeEach
    void open() throws IOException {
        m_repository = new DataRepository(m_dir.resolve("data"));
        m_exec = new ExecutionContext(new DefaultNodeProgressMonitor(), m_repository.newFileStoreArea());
        register(PLUGIN_XML);
    }

    private void register(final String xml) throws IOException {
        final Path file = Files.writeString(m_dir.resolve("plugin.xml"), xml);
        PluginExtensions.register(file.toUri().toURL(), getClass().getClassLoader());
    }

    @Test
    void pluginXmlRegistersTypes() {
        final PortType type = PortTypeRegistry.getInstance().getPortType(NotePortObject.class);
        assertThat(EmbeddedExtensions.portName(type)).isEqualTo("Note");
        assertThat(type.isOptional()).isFalse();
        assertThat(PortTypeRegistry.getInstance().getPortType(NotePortObject.class, true).isOptional()).isTrue();
        assertThat(EmbeddedExtensions.serializerOf(NoteCell.class)).isPresent();
    }

    @Test
    void wrongClassesInPluginXmlAreNamed() {
        assertThatThrownBy(() -> register(PLUGIN_XML.replace("NoteCell$CellSerializer", "NoteCell$Nothing")))
            .isInstanceOf(IOException.class).hasMessageContaining("serializerClass")
            .hasMessageContaining("NoteCell$Nothing");
        assertThatThrownBy(() -> register(PLUGIN_XML.replace("NoteSpec$Serializer", "NoteCell$CellSerializer")))
            .isInstanceOf(IOException.class).hasMessageContaining("specSerializer");
    }

    @Test
    void fileStoreObjectsComeBackFromTheirFiles() throws Exception {
        final NotePortObject object =
            new NotePortObject(new NoteSpec("title"), "text", m_exec.createFileStore("note"));
        final NotePortObject back = (NotePortObject)PortObjectFiles.roundTrip(object, m_repository, m_exec);
        assertThat(back).isNotSameAs(object);
        assertThat(back.getSummary()).isEqualTo("text");
        assertThat(back.getSpec().title()).isEqualTo("title");
        assertThat(back.getSpec()).isEqualTo(object.getSpec());
    }

    @Test
    void unregisteredObjectsCantBeSaved() {
        final PortObject odd = new CountPortObjectOfNobody();
        assertThatThrownBy(() -> PortObjectFiles.roundTrip(odd, m_repository, m_exec))
            .isInstanceOf(IOException.class).hasMessageContaining("org.knime.core.PortType");
    }

    private static final class CountPortObjectOfNobody implements PortObject {

        @Override
        public String getSummary() {
            return "";
        }

        @Override
        public PortObjectSpec getSpec() {
            return new NoteSpec("nobody's");
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }
}
