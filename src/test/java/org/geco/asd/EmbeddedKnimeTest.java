package org.geco.asd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * Keeps embedded-knime/api as small as what is made with it. A public or protected member of the API must be reached
 * from the product, its tests or the runner: called or referenced by them, or by API code that is reached itself. What
 * this means where nobody writes a call:
 * <ul>
 * <li>A method that overrides or implements another one is judged as that one; what overrides a method of Java always
 * counts. A method of the API that a class outside overrides is reached, since KNIME calls it; so is an abstract method
 * of a type that a class outside extends or implements, since KNIME wants it to be there.</li>
 * <li>A member of an annotation is reached if somebody gives it a value (or reads it).</li>
 * <li>The constants of a reached enum, and constructor and accessors of a reached record count: they can't be left
 * out.</li>
 * <li>A class is reached if somebody outside names it in any way, or reached API code does; of one that isn't, members
 * are not listed.</li>
 * <li>{@link #VIEWS} and {@link #OF_THE_RUNNERS_TESTS} are exempt.</li>
 * </ul>
 * What fails here is deleted; Git keeps it for the day when a node calls it.
 */
class EmbeddedKnimeTest {

    private static final String API = "org.knime";

    /** What the views of nodes need and this build does not call: a page of a file may be a text or have parameters. */
    private static final Set<String> VIEWS = Set.of("org.knime.node.DefaultView", "org.knime.node.DefaultViewAccess",
        "org.knime.core.webui.page.Page");

    /** What only the runner's own tests call, which are not seen from here. */
    private static final Set<String> OF_THE_RUNNERS_TESTS = Set.of("org.knime.node.DefaultNodeAccess.keywords",
        "org.knime.node.DefaultNodeAccess.type", "org.knime.node.DefaultModel$ConfigureOutput.setWarningMessage");

    private final JavaClasses m_all = new ClassFileImporter().importPackages("org.geco", API);

    private final Set<JavaClass> m_classes = new HashSet<>();

    private final Set<JavaMember> m_reached = new HashSet<>();

    private final Deque<JavaMember> m_next = new ArrayDeque<>();

    @Test
    void theApiHasNothingThatNobodyUses() {
        for (final JavaClass type : m_all) {
            if (!isApi(type) || isExempt(type.getName())) {
                reach(type);
                type.getMembers().forEach(this::reach);
            }
        }
        m_all.stream().filter(EmbeddedKnimeTest::isApi).flatMap(type -> type.getMembers().stream())
            .filter(member -> isExempt(member.getOwner().getName() + "." + member.getName())).forEach(this::reach);
        while (!m_next.isEmpty()) {
            follow(m_next.pop());
        }
        assertThat(unreached()).as("members of embedded-knime/api that neither the product nor its tests nor the "
            + "runner use: delete them").isEmpty();
    }

    private static boolean isApi(final JavaClass type) {
        return type.getPackageName().startsWith(API);
    }

    private static boolean isExempt(final String name) {
        return OF_THE_RUNNERS_TESTS.contains(name)
            || VIEWS.stream().anyMatch(view -> name.equals(view) || name.startsWith(view + "$"));
    }

    private Set<String> unreached() {
        final Set<String> unreached = new TreeSet<>();
        for (final JavaClass type : m_all) {
            if (!isApi(type) || !isOpen(type)) {
                continue;
            }
            if (!m_classes.contains(type)) {
                unreached.add(type.getName());
                continue;
            }
            type.getMembers().stream().filter(member -> isOpen(member) && !m_reached.contains(member))
                .forEach(member -> unreached.add(describe(member)));
        }
        return unreached;
    }

    private static String describe(final JavaMember member) {
        final String parameters = member instanceof JavaCodeUnit unit ? unit.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName).collect(Collectors.joining(", ", "(", ")")) : "";
        return member.getOwner().getName() + "." + member.getName() + parameters;
    }

    private static boolean isOpen(final JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
            && type.getEnclosingClass().map(EmbeddedKnimeTest::isOpen).orElse(true);
    }

    private static boolean isOpen(final JavaMember member) {
        final Set<JavaModifier> modifiers = member.getModifiers();
        return !modifiers.contains(JavaModifier.SYNTHETIC) && !modifiers.contains(JavaModifier.BRIDGE)
            && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private void reach(final JavaClass named) {
        final JavaClass type = named.getBaseComponentType();
        if (!m_all.contain(type.getName()) || !m_classes.add(type)) {
            return;
        }
        type.getEnclosingClass().ifPresent(this::reach);
        supertypes(type).forEach(this::reach);
        type.getAnnotations().forEach(this::annotated);
        type.getStaticInitializer().ifPresent(this::reach);
        for (final JavaMember member : type.getMembers()) {
            if (!isApi(type) || member instanceof JavaMethod method && isJudgedAsReached(method)
                || isUnavoidable(member)) {
                reach(member);
            }
        }
    }

    private static Collection<JavaClass> supertypes(final JavaClass type) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream()).toList();
    }

    /** A constant of an enum, what the compiler makes of an enum and a record, or what a class outside must have. */
    private static boolean isUnavoidable(final JavaMember member) {
        final JavaClass type = member.getOwner();
        return member.getModifiers().contains(JavaModifier.ABSTRACT)
            && type.getAllSubclasses().stream().anyMatch(sub -> !isApi(sub))
            || type.isEnum() && (member instanceof JavaField || List.of("values", "valueOf").contains(member.getName()))
            || type.isRecord() && (member.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                || type.getFields().stream().anyMatch(component -> component.getName().equals(member.getName())));
    }

    /** Whether a method overrides one that is reached, or one of Java. */
    private boolean isJudgedAsReached(final JavaMethod method) {
        return supertypes(method.getOwner()).stream().flatMap(type -> type.getMethods().stream())
            .anyMatch(other -> overrides(method, other) && (!m_all.contain(other.getOwner().getName())
                || m_reached.contains(other)));
    }

    /** By name and number of parameters: type parameters hide what else is the same. */
    private static boolean overrides(final JavaMethod method, final JavaMethod other) {
        return method.getName().equals(other.getName())
            && method.getRawParameterTypes().size() == other.getRawParameterTypes().size();
    }

    private void reach(final JavaMember member) {
        if (m_reached.add(member)) {
            m_next.add(member);
        }
    }

    private void annotated(final JavaAnnotation<?> annotation) {
        reach(annotation.getRawType());
        if (m_all.contain(annotation.getRawType().getName())) {
            annotation.getRawType().getMethods().stream()
                .filter(member -> annotation.hasExplicitlyDeclaredProperty(member.getName())).forEach(this::reach);
        }
        annotation.getProperties().values().forEach(this::value);
    }

    private void value(final Object value) {
        if (value instanceof JavaClass type) {
            reach(type);
            type.getConstructors().forEach(this::reach); // KNIME makes one
        } else if (value instanceof JavaAnnotation<?> annotation) {
            annotated(annotation);
        } else if (value instanceof Object[] values) {
            Stream.of(values).forEach(this::value);
        }
    }

    private void follow(final JavaMember member) {
        reach(member.getOwner());
        member.getAnnotations().forEach(this::annotated);
        if (member instanceof JavaMethod method) {
            neighbours(method);
        }
        if (member instanceof JavaCodeUnit unit) {
            Stream.of(unit.getRawParameterTypes(), List.of(unit.getRawReturnType()), unit.getExceptionTypes())
                .flatMap(List::stream).forEach(this::reach);
            unit.getReferencedClassObjects().forEach(reference -> reach(reference.getRawType()));
            unit.getInstanceofChecks().forEach(check -> reach(check.getRawType()));
            unit.getAccessesFromSelf().forEach(this::access);
        } else {
            reach(((JavaField)member).getRawType());
        }
    }

    /** Overriding and overridden methods; a class outside reaches what it overrides. */
    private void neighbours(final JavaMethod method) {
        if (method.getModifiers().contains(JavaModifier.STATIC)) {
            return;
        }
        method.getOwner().getAllSubclasses().stream().filter(m_classes::contains)
            .flatMap(type -> type.getMethods().stream()).filter(other -> overrides(other, method))
            .forEach(this::reach);
        if (!isApi(method.getOwner())) {
            supertypes(method.getOwner()).stream().filter(EmbeddedKnimeTest::isApi)
                .flatMap(type -> type.getMethods().stream()).filter(other -> overrides(method, other))
                .forEach(this::reach);
        }
    }

    private void access(final JavaAccess<?> access) {
        reach(access.getTargetOwner());
        access.getTarget().resolveMember().ifPresent(member -> {
            if (m_all.contain(((JavaMember)member).getOwner().getName())) {
                reach((JavaMember)member);
            }
        });
    }
}
