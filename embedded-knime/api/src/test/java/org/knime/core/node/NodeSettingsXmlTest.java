package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NodeSettingsXmlTest {

    private static final String SAMPLE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd" \
        key="settings.xml">
            <entry key="node_file" type="xstring" value="settings.xml"/>
            <config key="flow_stack"/>
            <entry key="customName" type="xstring" isnull="true" value=""/>
            <entry key="text" type="xstring" value="a%%00010b &lt;&quot;&amp;&gt; %%00037%"/>
            <entry key="int" type="xint" value="-7"/>
            <entry key="long" type="xlong" value="12345678901"/>
            <entry key="double" type="xdouble" value="1.0E-10"/>
            <entry key="float" type="xfloat" value="0.10000000149011612"/>
            <entry key="boolean" type="xboolean" value="true"/>
            <entry key="byte" type="xbyte" value="-1"/>
            <entry key="short" type="xshort" value="300"/>
            <entry key="char" type="xchar" value="x"/>
            <entry key="secret" type="xpassword" value="v=20=="/>
            <config key="model">
                <config key="names">
                    <entry key="array-size" type="xint" value="2"/>
                    <entry key="0" type="xstring" value="fan"/>
                    <entry key="1" type="xstring" isnull="true" value=""/>
                </config>
            </config>
        </config>
        """;

    private static NodeSettingsRO load(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String save(final NodeSettingsRO settings) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((NodeSettings)settings).saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What no node stores is only carried. */
    private static Object value(final NodeSettingsRO settings, final String key) {
        return ((NodeSettings)settings).getEntry(key).value();
    }

    @Test
    void readsEveryTypeOfKnimesFormat() throws Exception {
        final NodeSettingsRO s = load(SAMPLE);
        assertThat(((NodeSettings)s).getKey()).isEqualTo("settings.xml");
        assertThat(s.getString("node_file")).isEqualTo("settings.xml");
        assertThat(s.getNodeSettings("flow_stack").keySet()).isEmpty();
        assertThat(s.getString("customName")).isNull();
        assertThat(s.getString("text")).isEqualTo("a\nb <\"&> %%");
        assertThat(s.getInt("int")).isEqualTo(-7);
        assertThat(s.getLong("long")).isEqualTo(12345678901L);
        assertThat(s.getDouble("double")).isEqualTo(1e-10);
        assertThat(value(s, "float")).isEqualTo(0.1f);
        assertThat(s.getBoolean("boolean")).isTrue();
        assertThat(value(s, "byte")).isEqualTo((byte)-1);
        assertThat(value(s, "short")).isEqualTo((short)300);
        assertThat(value(s, "char")).isEqualTo('x');
        assertThat(s.containsKey("secret")).isTrue();
        assertThat(s.getNodeSettings("model").getStringArray("names")).containsExactly("fan", null);
    }

    @Test
    void writesWhatItRead() throws Exception {
        assertThat(save(load(SAMPLE))).isEqualTo(SAMPLE);
    }

    @Test
    void keepsSpecialNumbersTextAndArrays() throws Exception {
        final NodeSettings s = new NodeSettings("root");
        s.addDouble("nan", Double.NaN);
        s.addDouble("inf", Double.NEGATIVE_INFINITY);
        s.addString("odd", "\u0000\t\r\n 100 %%% \uFFFE Größe \uD83D\uDE00");
        s.addString("empty", "");
        s.addDoubleArray("doubles", 0.1, -0.0);
        s.addIntArray("none");
        s.addStringArray("null", (String[])null);
        final NodeSettingsRO back = load(save(s));
        assertThat(back.getDouble("nan")).isNaN();
        assertThat(back.getDouble("inf")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(back.getString("odd")).isEqualTo(s.getString("odd"));
        assertThat(back.getString("empty")).isEmpty();
        assertThat(back.getDoubleArray("doubles")).containsExactly(0.1, -0.0);
        assertThat(back.getIntArray("none")).isEmpty();
        assertThat(back.getStringArray("null")).isNull();
        assertThat(back).isEqualTo(s);
    }

    @Test
    void absentKeysAndOtherTypesFailAsInKnime() throws Exception {
        final NodeSettingsRO s = load(SAMPLE);
        assertInvalid(() -> s.getInt("epochs"), "Int for key \"epochs\" not found.");
        assertInvalid(() -> s.getDouble("int"), "Double for key \"int\" not found.");
        assertInvalid(() -> ((NodeSettings)s).getConfig("int"), "Config for key \"int\" not found.");
        assertInvalid(() -> s.getNodeSettings("model").getStringArray("gone"),
            "ConfigBase for key \"gone\" not found.");
        assertThat(s.getBoolean("epochs", true)).isTrue();
    }

    private static void assertInvalid(final ThrowingCallable call, final String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidSettingsException.class).hasMessage(message);
    }

    @Test
    void copiesAreIndependent() throws Exception {
        final NodeSettings original = (NodeSettings)load(SAMPLE);
        final NodeSettings copy = new NodeSettings(original.getKey());
        original.copyTo(copy);
        assertThat(copy).isEqualTo(original);
        copy.getNodeSettings("model").addInt("added", 1);
        assertThat(original.getNodeSettings("model").containsKey("added")).isFalse();
        assertThat(copy).isNotEqualTo(original);
    }

    @Test
    void damagedFilesAreRefused() {
        for (final String bad : List.of("not xml",
            "<config key=\"a\"><entry key=\"b\" type=\"xint\" value=\"x\"/></config>",
            "<config key=\"a\"><entry key=\"b\" type=\"int\" value=\"1\"/></config>",
            "<config key=\"a\"><entry type=\"xint\" value=\"1\"/></config>", "<config key=\"a\"><other/></config>",
            "<config key=\"a\">", "<config><entry key=\"b\" type=\"xint\" value=\"1\"/></config>")) {
            assertThatThrownBy(() -> load(bad)).as(bad).isInstanceOf(IOException.class).hasMessageContaining("xml");
        }
    }

    @Test
    void readsNothingOutsideTheFile() {
        assertThatThrownBy(() -> load("<!DOCTYPE config [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<config key=\"a\"><entry key=\"b\" type=\"xstring\" value=\"&x;\"/></config>"))
                .isInstanceOf(IOException.class);
    }
}
