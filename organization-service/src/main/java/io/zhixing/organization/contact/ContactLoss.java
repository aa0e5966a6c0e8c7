package io.zhixing.organization.contact;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member out of contact (失联). After the months of the rule he may be suspended, and removed when he stays lost that long
 * again: both are proposed by the list and decided by people, never by the clock.
 */
@Entity
@Table(name = "contact_loss")
public class ContactLoss {

    static final String RESOURCE = "contact-loss";

    @Schema(description = "失联状态 State of a loss of contact")
    public enum ContactState {
        @Label(zh = "失联", en = "Out of contact")
        LOST,
        @Label(zh = "已恢复联系", en = "Found")
        FOUND,
        @Label(zh = "已终止", en = "Ended with the membership")
        CLOSED
    }

    @Id
    private UUID id;
    private UUID memberId;
    private LocalDate lastContactOn;
    private String note;
    private LocalDate foundOn;
    @Enumerated(EnumType.STRING)
    private ContactState state;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected ContactLoss() {}

    ContactLoss(UUID memberId, LocalDate lastContactOn, String note, LocalDate on) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.lastContactOn = lastContactOn;
        this.note = note;
        this.state = ContactState.LOST;
        this.steppedOn = on;
    }

    /** 恢复联系; {@link MoveContactLoss} has judged the step. */
    void found(LocalDate on) {
        foundOn = on;
        state = ContactState.FOUND;
        steppedOn = on;
    }

    /** 终止: he is a member of this register no more; nothing is left to decide. */
    void close(LocalDate on) {
        state = ContactState.CLOSED;
        steppedOn = on;
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    ContactState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    ContactLossView view() {
        return new ContactLossView(id, memberId, lastContactOn, note, foundOn, state, version);
    }
}
