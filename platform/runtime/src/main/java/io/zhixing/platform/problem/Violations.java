package io.zhixing.platform.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Bean Validation's findings as faults, each with the pointer of its field, in the order of their pointers. */
public final class Violations {

    private Violations() {}

    static ProblemException refusal(ConstraintViolationException violations) {
        return refusalOf(violations.getConstraintViolations());
    }

    /** For a value that was validated apart from a call. */
    public static ProblemException refusalOf(Set<? extends ConstraintViolation<?>> violations) {
        var faults = violations.stream().map(Violations::fault)
                .sorted(Comparator.comparing(fault -> String.valueOf(fault.place().pointer()))).toList();
        if (faults.size() == 1 && faults.get(0).problem() == PlatformProblems.BODY_REQUIRED) {
            return PlatformProblems.BODY_REQUIRED.about();
        }
        return new ProblemException(PlatformProblems.VALIDATION_FAILED, faults);
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        var pointer = pointer(violation.getPropertyPath());
        if (pointer.isEmpty()) {
            return PlatformProblems.BODY_REQUIRED.at(Place.pointer(""));
        }
        return PlatformProblems.VALUE_INVALID.at(Place.pointer(pointer), violation.getMessage());
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
