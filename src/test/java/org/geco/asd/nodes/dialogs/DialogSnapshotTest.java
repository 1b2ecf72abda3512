package org.geco.asd.nodes.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.nodes.dialogs.Dialog.Control;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.node.DefaultNodeFactory;

/**
 * Every dialog is as it was agreed on: {@code src/test/resources/dialogs} holds what each shows and stores. After a
 * change that is meant, write the files with {@code -Ddialogs.write=true} and look at the difference.
 */
class DialogSnapshotTest {

    private static final int MOST_AT_FIRST_SIGHT = 10;

    private static Path file(final DefaultNodeFactory node) {
        return Nodes.root().resolve("src/test/resources/dialogs/" + Nodes.name(node) + ".txt");
    }

    @TestFactory
    Stream<DynamicTest> theDialogIsAsItWasAgreedOn() throws Exception {
        return Nodes.withDialog().stream().map(node -> DynamicTest.dynamicTest(Nodes.name(node), () -> {
            final List<String> lines = new Snapshot(Nodes.dialog(node)).lines();
            if (Boolean.getBoolean("dialogs.write")) {
                Files.createDirectories(file(node).getParent());
                Files.write(file(node), lines);
            }
            assertThat(lines).isEqualTo(Files.readAllLines(file(node)));
        }));
    }

    @TestFactory
    Stream<DynamicTest> atMostTenSettingsAreThereAtFirstSight() throws Exception {
        return Nodes.withDialog().stream().map(node -> DynamicTest.dynamicTest(Nodes.name(node), () -> {
            final Dialog dialog = Nodes.dialog(node);
            assertThat(dialog.controls().stream().filter(control -> control.widget() != null)
                .filter(dialog::isAtFirstSight).map(Control::title)).hasSizeLessThanOrEqualTo(MOST_AT_FIRST_SIGHT);
        }));
    }

    @TestFactory
    Stream<DynamicTest> everySettingHasASectionATitleAndADescriptionOfItsOwn() throws Exception {
        return Nodes.withDialog().stream().map(node -> DynamicTest.dynamicTest(Nodes.name(node), () -> {
            final List<Control> controls = Nodes.dialog(node).controls();
            assertThat(controls).allSatisfy(control -> assertThat(control.section()).as(control.path()).isPresent());
            assertThat(controls).filteredOn(control -> control.widget() != null).allSatisfy(control -> assertThat(
                control.widget().description()).as(control.path()).isNotBlank());
            assertThat(controls.stream().filter(control -> control.widget() != null).map(Control::title))
                .doesNotHaveDuplicates();
        }));
    }

    /** Who knows one learner, knows the others. */
    @Test
    void learnersHaveTheSameSettingsInTheSameOrder() throws Exception {
        List<String> common = null;
        for (final DefaultNodeFactory node : Nodes.withDialog()) {
            if (Nodes.isTraining(node)) {
                final List<String> titles = Nodes.dialog(node).controls().stream().map(Control::title).toList();
                common = common == null ? titles : common.stream().filter(titles::contains).toList();
                assertThat(titles.stream().filter(common::contains).collect(Collectors.toList())).isEqualTo(common);
            }
        }
        assertThat(common).hasSizeGreaterThan(15);
    }
}
