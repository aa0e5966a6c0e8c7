package io.zhixing.organization.screening;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What a screening asks of one member, and what became of it. */
@Entity
@Table(name = "screening_item")
public class ScreeningItem {

    static final String RESOURCE = "screening-item";

    @Id
    private UUID id;
    private UUID sheetId;
    private UUID memberId;
    @Enumerated(EnumType.STRING)
    private Finding finding;
    @Enumerated(EnumType.STRING)
    private ScreeningAction action;
    private String note;
    @Enumerated(EnumType.STRING)
    private ItemState state;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected ScreeningItem() {}

    /** 确认、报告、收回; {@link MoveItem} has judged it. @param found null when the answer is taken back */
    void find(Finding found, ScreeningAction toDo, String text) {
        finding = found;
        action = toDo;
        note = text;
    }

    void reach(ItemState next, LocalDate on) {
        state = next;
        steppedOn = on;
    }

    /** What was answered, as the history of the step keeps it that takes it back. */
    String answer() {
        return finding + " " + action;
    }

    UUID id() {
        return id;
    }

    UUID sheetId() {
        return sheetId;
    }

    ItemState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    ItemView view() {
        return new ItemView(id, sheetId, memberId, finding, action, note, state, version);
    }
}
