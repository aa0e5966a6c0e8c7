package io.zhixing.project.notice;

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

/** 异议 against a notice; who raised it is not kept. While it is open the notice cannot pass. */
@Entity
@Table(name = "objection")
public class Objection {

    /** Its name in events and in the history of steps. */
    static final String RESOURCE = "objection";

    @Schema(name = "ObjectionState", description = "异议状态 State of an objection")
    public enum ObjectionState {
        @Label(zh = "未处理", en = "Open")
        OPEN,
        @Label(zh = "不成立", en = "Dismissed")
        DISMISSED,
        @Label(zh = "成立", en = "Upheld")
        UPHELD
    }

    @Id
    private UUID id;
    private UUID noticeId;
    private String organizationPath;
    private String content;
    private LocalDate receivedOn;
    @Enumerated(EnumType.STRING)
    private ObjectionState status;
    private LocalDate statusOn;
    private String answer;
    @Version
    private long version = 1;

    protected Objection() {}

    Objection(PublicNotice notice, String content, LocalDate receivedOn) {
        this.id = Ids.next();
        this.noticeId = notice.id();
        this.organizationPath = notice.path();
        this.content = content;
        this.receivedOn = receivedOn;
        this.status = ObjectionState.OPEN;
        this.statusOn = receivedOn;
    }

    /** {@link AnswerObjection} has judged the step. */
    void answer(ObjectionState state, LocalDate on, String text) {
        status = state;
        statusOn = on;
        answer = text;
    }

    public UUID id() {
        return id;
    }

    public UUID noticeId() {
        return noticeId;
    }

    public String path() {
        return organizationPath;
    }

    public ObjectionState state() {
        return status;
    }

    public LocalDate stateOn() {
        return statusOn;
    }

    public long version() {
        return version;
    }

    ObjectionView view() {
        return new ObjectionView(id, noticeId, content, receivedOn, status, statusOn, answer, version);
    }
}
