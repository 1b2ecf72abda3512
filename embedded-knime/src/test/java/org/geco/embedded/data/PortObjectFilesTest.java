package org.geco.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.swing.JComponent;

import org.geco.embedded.core.PluginExtensions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataTypeRegistry;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

class PortObjectFilesTest {

    private static final String PLUGIN_XML = """
        <plugin>
          <extension point="org.knime.core.PortType">
            <portType name="Note" color="#102030" objectClass="org.geco.embedded.data.NotePortObject"
              objectSerializer="org.geco.embedded.data.NotePortObject$Serializer"
              specClass="org.geco.embedded.data.NoteSpec" specSerializer="org.geco.embedded.data.NoteSpec$Serializer"/>
            <portType objectClass="org.geco.embedded.data.CountPortObject"
              objectSerializer="org.geco.embedded.data.CountPortObject$Serializer"
              specClass="org.geco.embedded.data.NoteSpec"/>
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
        assertThat(type.getName()).isEqualTo("Note");
        assertThat(type.getColor()).isEqualTo(0x102030);
        assertThat(type.getPortObjectSpecClass()).isEqualTo(NoteSpec.class);
        assertThat(type.isOptional()).isFalse();
        assertThat(PortObject.TYPE.isSuperTypeOf(type)).isTrue();
        assertThat(type.isSuperTypeOf(BufferedDataTable.TYPE)).isFalse();
        assertThat(PortTypeRegistry.getInstance().getPortType(NotePortObject.class, true).isOptional()).isTrue();
        assertThat(DataTypeRegistry.getInstance().getCellClass(NoteCell.class.getName())).contains(NoteCell.class);
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
    void savedObjectsLoadInAnotherRun() throws Exception {
        PortObjectFiles.save(new NotePortObject(new NoteSpec("title"), "text", m_exec.createFileStore("note")),
            m_dir.resolve("port"), m_exec);
        m_repository.close();
        try (DataRepository other = new DataRepository(m_dir)) {
            assertThat(PortObjectFiles.load(m_dir.resolve("port"), other, m_exec).getSummary()).isEqualTo("text");
        }
    }

    @Test
    void simpleObjectsComeBack() throws Exception {
        final CountPortObject object = new CountPortObject(3);
        assertThat(PortObjectFiles.roundTrip(object, m_repository, m_exec)).isNotSameAs(object).isEqualTo(object)
            .isNotEqualTo(new CountPortObject(4));
    }

    @Test
    void imagesComeBack() throws Exception {
        final ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        final ImagePortObject object = new ImagePortObject(new PNGImageContent(png.toByteArray()),
            new ImagePortObjectSpec(PNGImageContent.TYPE));
        final ImagePortObject back = (ImagePortObject)PortObjectFiles.roundTrip(object, m_repository, m_exec);
        assertThat(back.toDataCell()).isEqualTo(object.toDataCell());
        assertThat(back.getSummary()).isEqualTo("PNG image, 3 x 2");
        assertThat(back.getSpec().getDataType()).isEqualTo(PNGImageContent.TYPE);
    }

    @Test
    void tablesComeBack() throws Exception {
        final BufferedDataContainer container = m_exec.createDataContainer(
            new DataTableSpec(new String[]{"n"}, new DataType[]{DataType.getType(NoteCell.class)}));
        container.addRowToTable(new DefaultRow("a", new NoteCell(m_exec.createFileStore("n"), 1, "hello")));
        container.close();
        final Path port = m_dir.resolve("port");
        PortObjectFiles.save(container.getTable(), port, m_exec);
        final BufferedDataTable back = (BufferedDataTable)PortObjectFiles.load(port, m_repository, m_exec);
        assertThat(back).hasSize(1).first().hasToString("a: [hello]");
    }

    @Test
    void unregisteredObjectsCantBeSaved() {
        final PortObject odd = new CountPortObjectOfNobody();
        assertThatThrownBy(() -> PortObjectFiles.save(odd, m_dir.resolve("port"), m_exec))
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
