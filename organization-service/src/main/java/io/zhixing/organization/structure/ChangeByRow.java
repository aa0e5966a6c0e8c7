package io.zhixing.organization.structure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.time.Shanghai;

/** Makes of an organization what a row of a file says of it, by the same steps as single calls, with their history and events. */
@RequestScoped
class ChangeByRow {

    private static final String BY_FILE = "导入变更 Changed by an import";

    private final TakeOrganizationStep takeStep;
    private final Clock clock;

    ChangeByRow(TakeOrganizationStep takeStep, Clock clock) {
        this.takeStep = takeStep;
        this.clock = clock;
    }

    /**
     * The nature first: it has the more guards, and what refuses a rename has refused it before.
     *
     * @param stated what it leaves out stays
     * @param day null means today
     * @param reason null when the row gives none
     */
    PartyOrganization of(PartyOrganization before, PartyOrganization.Facts stated, LocalDate day, String reason) {
        var known = before.facts();
        var on = day == null ? Shanghai.today(clock) : day;
        var why = reason == null ? BY_FILE : reason;
        var changed = before;
        if (differs(stated.kind(), known.kind()) || differs(stated.sector(), known.sector())
                || differs(stated.areaCode(), known.areaCode())
                || differs(stated.particulars(), known.particulars())) {
            changed = takeStep.handle(changed.id(), changed.version(), OrganizationMove.changingType(on, why,
                    new Nature(null, stated.kind(), stated.sector(), stated.areaCode(), stated.particulars())));
        }
        if (differs(stated.name(), known.name()) || differs(stated.shortName(), known.shortName())) {
            changed = takeStep.handle(changed.id(), changed.version(),
                    OrganizationMove.renaming(on, why, stated.name(), stated.shortName()));
        }
        return changed;
    }

    private static boolean differs(Object stated, Object known) {
        return stated != null && !Objects.equals(stated, known);
    }
}
