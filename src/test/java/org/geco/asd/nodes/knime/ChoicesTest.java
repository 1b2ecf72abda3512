package org.geco.asd.nodes.knime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The enums of the dialogs, whose constants have the names of what they stand for. */
class ChoicesTest {

    @Test
    void everyChoiceStandsForTheConstantOfItsName() throws Exception {
        final List<String> checked = new ArrayList<>();
        for (final JavaClass choice : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.geco.asd.nodes")) {
            if (choice.isEnum()) {
                for (final Method method : choice.reflect().getDeclaredMethods()) {
                    if (method.getParameterCount() == 0 && method.getReturnType().isEnum()) {
                        method.setAccessible(true);
                        for (final Object constant : choice.reflect().getEnumConstants()) {
                            assertThat(((Enum<?>)method.invoke(constant)).name()).isEqualTo(((Enum<?>)constant).name());
                        }
                        checked.add(choice.getSimpleName());
                    }
                }
            }
        }
        assertThat(checked).hasSizeGreaterThanOrEqualTo(9);
    }
}
