package io.zhixing.platform.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a request, so that the caller learns of everything at once. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    public Faults add(Fault fault) {
        faults.add(fault);
        return this;
    }

    public Faults addIf(boolean wrong, Fault fault) {
        return wrong ? add(fault) : this;
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Refuses with all faults gathered so far; code and status are those of the first. */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
    }
}
