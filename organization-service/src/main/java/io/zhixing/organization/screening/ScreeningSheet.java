package io.zhixing.organization.screening;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A branch's part of a screening; it is written with the run, one for each branch. */
@Entity
@Table(name = "screening_sheet")
public class ScreeningSheet {

    static final String RESOURCE = "screening-sheet";

    @Id
    private UUID id;
    private UUID screeningId;
    private UUID organizationId;
    @Enumerated(EnumType.STRING)
    private SheetState state;
    private String checker;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected ScreeningSheet() {}

    /** @param person who checked it, when the branch did; {@link MoveSheet} has judged the step */
    void reach(SheetState next, String person, LocalDate on) {
        checker = next == SheetState.SELF_CHECKED ? person : checker;
        state = next;
        steppedOn = on;
    }

    /** Whether the committee above has returned it, and the branch has not finished its check anew. */
    boolean isReturned() {
        return state == SheetState.OPEN && checker != null;
    }

    boolean isCheckedBy(String person) {
        return person.equals(checker);
    }

    UUID id() {
        return id;
    }

    UUID organizationId() {
        return organizationId;
    }

    SheetState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }
}
