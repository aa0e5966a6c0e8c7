package io.zhixing.platform.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;

/** Bean Validation's findings as faults, each with the pointer of its field, in the order of their pointers. */
public final class Violations {

    private Violations() {}

    private record Found(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }

    /** What was found at a call, told in the language of the call. */
    static ProblemException refusal(ConstraintViolationException violations) {
        return refusal(violations.getConstraintViolations(), ConstraintViolation::getMessage);
    }

    /** For a value that was validated apart from a call, whose findings are kept in both languages. */
    public static ProblemException refusal(Set<? extends ConstraintViolation<?>> violations,
            MessageInterpolator messages) {
        return refusal(violations, violation -> (Phrase) language -> messages.interpolate(
                violation.getMessageTemplate(), new Found(violation), Locale.forLanguageTag(language.tag())));
    }

    private static ProblemException refusal(Set<? extends ConstraintViolation<?>> violations,
            Function<ConstraintViolation<?>, Object> message) {
        var faults = violations.stream().map(violation -> fault(violation, message.apply(violation)))
                .sorted(Comparator.comparing(fault -> String.valueOf(fault.place().pointer()))).toList();
        if (faults.size() == 1 && faults.get(0).problem() == PlatformProblems.BODY_REQUIRED) {
            return PlatformProblems.BODY_REQUIRED.about();
        }
        return new ProblemException(PlatformProblems.VALIDATION_FAILED, faults);
    }

    private static Fault fault(ConstraintViolation<?> violation, Object message) {
        var pointer = pointer(violation.getPropertyPath());
        if (pointer.isEmpty()) {
            return PlatformProblems.BODY_REQUIRED.at(Place.pointer(""));
        }
        return PlatformProblems.VALUE_INVALID.at(Place.pointer(pointer), message);
    }

    /** The path begins with method and parameter; behind them stand the fields of the body. */
    private static String pointer(Path path) {
        var parts = new ArrayList<String>();
        for (var node : path) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            if (node.isInIterable() && node.getIndex() != null) {
                parts.add(String.valueOf(node.getIndex()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                parts.add(node.getName());
            }
        }
        return parts.isEmpty() ? "" : "/" + String.join("/", parts);
    }
}
