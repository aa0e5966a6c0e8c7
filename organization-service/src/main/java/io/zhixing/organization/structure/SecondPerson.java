package io.zhixing.organization.structure;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.transition.Step;

/**
 * Where the superior's office decides. The root has none above it: there a second person decides, and never the one who
 * entered what is decided about. Other organizations are not asked.
 */
@RequestScoped
public class SecondPerson {

    private final Sql database;
    private final Caller caller;

    SecondPerson(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /**
     * The step is the superior's; {@code SECOND_PERSON_REQUIRED} for who took the step before at the root.
     *
     * @param path of the organization about which is decided
     */
    public static <S extends Enum<S>, F> Step<S, F> above(Step<S, F> step, Function<F, String> path) {
        return step.at(facts -> OrganizationPath.superior(path.apply(facts))).secondPersonWhen(
                facts -> OrganizationPath.isRoot(path.apply(facts)), OrganizationProblems.SECOND_PERSON_REQUIRED);
    }

    /** Client and subject of who entered the present version of this aggregate, by the audit trail; null when nobody is known. */
    public Supplier<String> lastHand(UUID aggregate) {
        return () -> enteredLast(aggregate);
    }

    /** The same rule where no state machine judges: who changes what a superior decides, at the root. */
    public void require(String path, UUID aggregate) {
        if (OrganizationPath.isRoot(path) && caller.name().equals(enteredLast(aggregate))) {
            throw OrganizationProblems.SECOND_PERSON_REQUIRED.about();
        }
    }

    /** Whether at the root this member would decide about himself. */
    public boolean isHimself(String path, UUID member) {
        return OrganizationPath.isRoot(path) && caller.member().filter(member::equals).isPresent();
    }

    private String enteredLast(UUID aggregate) {
        return database.one("select entered_last(?)", row -> row.getString(1), aggregate);
    }
}
