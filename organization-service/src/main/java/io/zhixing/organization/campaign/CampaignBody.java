package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.organization.post.Post;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The coordination group (协调小组) or the office (办公室) that an organization sets up for a campaign. Who sits in it is told
 * by post, so that the seat goes with the post and no person is named.
 */
@Entity
@Table(name = "campaign_body")
public class CampaignBody {

    static final String RESOURCE = "campaign-body";

    @Schema(name = "CampaignBodyKind", description = "机构类别 Kind of body")
    public enum BodyKind {
        @Label(zh = "协调小组", en = "Coordination group")
        COORDINATION_GROUP,
        @Label(zh = "办公室", en = "Office")
        OFFICE
    }

    @Schema(name = "CampaignBodyState", description = "机构状态 State of a body")
    public enum BodyState {
        @Label(zh = "运行", en = "Open")
        OPEN,
        @Label(zh = "已撤销", en = "Ended")
        ENDED
    }

    @Schema(name = "CampaignBodyRole", description = "机构职务 Role in a body")
    public enum BodyRole {
        @Label(zh = "组长（主任）", en = "Head")
        HEAD,
        @Label(zh = "副组长（副主任）", en = "Deputy head")
        DEPUTY_HEAD,
        @Label(zh = "成员", en = "Member")
        MEMBER
    }

    /** A seat: whoever holds the post of the organization has the role. */
    public record Seat(UUID organizationId, Post post, BodyRole role) {}

    @Id
    private UUID id;
    private UUID campaignId;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    @Enumerated(EnumType.STRING)
    private BodyKind kind;
    private LocalDate setUpOn;
    private LocalDate endedOn;
    private int seatings = 1;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected CampaignBody() {}

    CampaignBody(UUID campaignId, UUID organizationId, String path, BodyKind kind, LocalDate setUpOn) {
        this.id = Ids.next();
        this.campaignId = campaignId;
        this.organizationId = organizationId;
        this.path = path;
        this.kind = kind;
        this.setUpOn = setUpOn;
        this.steppedOn = setUpOn;
    }

    /** 调整组成: its seats, which are rows of their own, change that day; {@link MoveBody} has judged this step and the one below. */
    void reseat(LocalDate on) {
        seatings++;   // a version even when it happens twice on one day
        steppedOn = on;
    }

    void end(LocalDate on) {
        endedOn = on;
        steppedOn = on;
    }

    UUID id() {
        return id;
    }

    String path() {
        return path;
    }

    BodyState state() {
        return endedOn == null ? BodyState.OPEN : BodyState.ENDED;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    BodyView view() {
        return new BodyView(id, campaignId, organizationId, kind, setUpOn, endedOn, state(), version);
    }
}
