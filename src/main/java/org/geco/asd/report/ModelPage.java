package org.geco.asd.report;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.Durations;
import org.geco.asd.detect.Learned;
import org.geco.asd.detect.Provenance;

import com.samskivert.mustache.Template;

/**
 * A model in words, a page of plain HTML: the machines with their clips, how its spectrograms were computed, its
 * settings, where it comes from and how its training ended.
 */
public record ModelPage(Learned model) {
    private static final Template PAGE = HtmlReport.template("model.html");

    record Fact(String name, String value) { }

    /** One training, e.g. of a machine type. */
    record Training(String name, Provenance.Part part) {
        String time() {
            return Durations.text(part.seconds());
        }
    }

    /** @return the page */
    public static String html(final Learned model) {
        return PAGE.execute(new ModelPage(model));
    }

    /** @return when and by what it was made */
    List<Fact> origin() {
        return model.provenance().map(made -> List.of(
            new Fact("made", made.made().toString().replace('T', ' ').replace("Z", " UTC")),
            new Fact("by version", made.software()))).orElse(List.of());
    }

    /** @return how many clips of each machine it was learned from, as far as that is known */
    List<Fact> machines() {
        return model.provenance().map(made -> made.clips().stream()
            .map(own -> new Fact(own.machine().toString(), Html.count(own.count(), "clip"))).toList())
            .orElseGet(() -> model.machines().stream().map(machine -> new Fact(machine.toString(), "")).toList());
    }

    List<Fact> features() {
        return model.provenance().flatMap(Provenance::features).map(ModelPage::facts).orElse(List.of());
    }

    List<Fact> settings() {
        return facts(model.settings());
    }

    List<Training> trainings() {
        return model.provenance().map(made -> made.parts().stream()
            .map(part -> new Training(part.name().isEmpty() ? "all machines" : part.name(), part)).toList())
            .orElse(List.of());
    }

    /** The components of a record in words, those of records in it below their name. */
    static List<Fact> facts(final Object settings) {
        final List<Fact> facts = new ArrayList<>();
        add("", settings, facts);
        return facts;
    }

    private static void add(final String name, final Object value, final List<Fact> facts) {
        if (value instanceof final Optional<?> optional && optional.orElse(null) instanceof final Record record) {
            add(name, record, facts);
            return;
        }
        if (value instanceof final List<?> list && list.stream().anyMatch(Record.class::isInstance)) {
            list.forEach(each -> add(name + " " + (list.indexOf(each) + 1), each, facts));
            return;
        }
        if (value instanceof final Map<?, ?> map) {
            map.forEach((key, each) -> add(name + " " + key, each, facts));
            return;
        }
        if (!(value instanceof Record)) {
            facts.add(new Fact(name, text(value)));
            return;
        }
        for (final RecordComponent component : value.getClass().getRecordComponents()) {
            final String words = component.getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            try {
                component.getAccessor().setAccessible(true);
                add(name.isEmpty() ? words : name + ": " + words, component.getAccessor().invoke(value), facts);
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException(e); // a record's accessors can be called
            }
        }
    }

    private static String text(final Object value) {
        if (value instanceof final Optional<?> optional) {
            return optional.map(ModelPage::text).orElse("–");
        }
        if (value instanceof final double[] numbers) {
            return text(Arrays.stream(numbers).boxed().toList());
        }
        if (value instanceof final List<?> list) {
            return list.isEmpty() ? "–" : String.join(", ", list.stream().map(ModelPage::text).toList());
        }
        return value instanceof final Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            : String.valueOf(value);
    }
}
