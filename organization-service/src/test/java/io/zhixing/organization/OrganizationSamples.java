package io.zhixing.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.organization.campaign.Campaign;
import io.zhixing.organization.division.Division;
import io.zhixing.organization.dues.DuesArrears;
import io.zhixing.organization.floating.FloatingMember;
import io.zhixing.organization.floating.FloatingState;
import io.zhixing.organization.group.PartyGroup;
import io.zhixing.organization.keytask.KeyTaskProgress;
import io.zhixing.organization.keytask.ProgressState;
import io.zhixing.organization.member.MemberChange;
import io.zhixing.organization.member.MemberStatus;
import io.zhixing.organization.member.MemberType;
import io.zhixing.organization.post.Basis;
import io.zhixing.organization.post.Post;
import io.zhixing.organization.post.PostChange;
import io.zhixing.organization.residence.ResidenceRegistration;
import io.zhixing.organization.residence.ResidenceState;
import io.zhixing.organization.structure.BranchKind;
import io.zhixing.organization.structure.OrganizationNews;
import io.zhixing.organization.structure.OrganizationState;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.organization.term.CommitteeTerm;
import io.zhixing.organization.transfer.MembershipTransfer;
import io.zhixing.organization.transfer.TransferReach;
import io.zhixing.organization.transfer.TransferState;
import io.zhixing.platform.outbox.DomainEvent;

/** One event of each published type: what the committed examples are made from. */
final class OrganizationSamples {

    private static final UUID DIVISION = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d1");
    private static final UUID BRANCH = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d2");
    private static final UUID COMMITTEE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d3");
    private static final UUID SUCCESSOR = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d6");
    private static final UUID MEMBER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d4");
    private static final UUID POST = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d5");
    private static final UUID OTHER_BRANCH = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d6");
    private static final UUID TRANSFER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e3");
    private static final UUID TERM = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e4");
    private static final UUID ARREARS = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4ea");
    private static final UUID FLOATING = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4ec");
    private static final UUID RESIDENCE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4ed");
    private static final UUID CAMPAIGN = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a5a1");
    private static final UUID KEY_TASK = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a5a4");
    private static final UUID PROGRESS = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a5a5");
    private static final UUID GROUP = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e2");
    private static final UUID FORMER_GROUP = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e1");
    private static final UUID FORMER_FLOATING = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4eb");
    private static final UUID FORMER_RESIDENCE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4ee");
    private static final MemberStatus ACTIVE_MEMBER = MemberStatus.ACTIVE;
    private static final LocalDate SET_UP = LocalDate.of(2010, 7, 1);
    private static final LocalDate ACTIVE = LocalDate.of(2010, 9, 1);
    private static final LocalDate ELECTED = LocalDate.of(2014, 3, 1);
    private static final LocalDate LEFT = LocalDate.of(2016, 5, 1);

    private OrganizationSamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new Division.Changed(DIVISION, 1, null, SET_UP, "441202", "端州区", Division.Level.COUNTY, "441200",
                        false, LocalDate.of(1988, 4, 1), null),
                new OrganizationNews.Created(branch(1, SET_UP, OrganizationState.PREPARING, null)),
                new OrganizationNews.Activated(branch(2, ACTIVE, OrganizationState.ACTIVE, ACTIVE)),
                new OrganizationNews.Renamed(branch(3, LEFT, OrganizationState.ACTIVE, ACTIVE)),
                new OrganizationNews.Reassigned(branch(3, LEFT, OrganizationState.ACTIVE, ACTIVE)),
                new OrganizationNews.TypeChanged(branch(3, LEFT, OrganizationState.ACTIVE, ACTIVE)),
                new OrganizationNews.Merged(branch(3, LEFT, OrganizationState.MERGED, ACTIVE)),
                new OrganizationNews.Dissolved(branch(3, LEFT, OrganizationState.DISSOLVED, ACTIVE)),
                new OrganizationNews.Restored(branch(4, LEFT, OrganizationState.ACTIVE, ACTIVE)),
                new OrganizationNews.PathChanged(BRANCH, 1, LEFT, 2, "001004001", "/0001/0004/0001/",
                        "/0001/0002/0003/"),
                new MemberChange.Enrolled(member(1, SET_UP, ACTIVE_MEMBER)),
                new MemberChange.BecameFull(member(2, SET_UP, ACTIVE_MEMBER)),
                new MemberChange.Suspended(member(3, LEFT, MemberStatus.SUSPENDED)),
                new MemberChange.Restored(member(4, LEFT, ACTIVE_MEMBER)),
                new MemberChange.Transferred(new MemberChange.State(MEMBER, 5, OTHER_BRANCH, LEFT, "M0000001",
                        MemberType.FULL, LocalDate.of(1926, 7, 1), ACTIVE_MEMBER, LEFT, null, null, true,
                        false, BRANCH)),
                new MemberChange.Left(member(6, LEFT, MemberStatus.WITHDRAWN)),
                new MemberChange.Corrected(new MemberChange.State(MEMBER, 7, BRANCH, LEFT, "M0000001",
                        MemberType.FULL, LocalDate.of(1926, 7, 1), ACTIVE_MEMBER, SET_UP, null, GROUP,
                        true, true, null)),
                new PartyGroup.Changed(GROUP, 2, BRANCH, LEFT, MEMBER, PartyGroup.GroupState.CLOSED, SET_UP, LEFT,
                        FORMER_GROUP),
                new MembershipTransfer.Changed(TRANSFER, 3, BRANCH, ELECTED, MEMBER, OTHER_BRANCH,
                        TransferReach.SAME_COMMITTEE, TransferState.SENDING_APPROVED, ELECTED.plusDays(90)),
                new PostChange.Taken(POST, 1, BRANCH, ELECTED, MEMBER, Post.SECRETARY, ELECTED, null,
                        Basis.ELECTED),
                new PostChange.Left(POST, 2, BRANCH, LEFT, MEMBER, Post.SECRETARY, ELECTED, LEFT,
                        Basis.ELECTED),
                new PostChange.Corrected(POST, 3, BRANCH, LEFT, MEMBER, Post.SECRETARY, ELECTED, LEFT,
                        Basis.ELECTED),
                new CommitteeTerm.Changed(TERM, 2, BRANCH, LEFT, 3, ELECTED, null, ELECTED.plusYears(3), null, LEFT,
                        CommitteeTerm.TermState.ENDED),
                new DuesArrears.Changed(ARREARS, 2, BRANCH, LEFT, MEMBER, false, "2016-02", LEFT),
                new FloatingMember.Changed(FLOATING, 2, BRANCH, LEFT, MEMBER, OTHER_BRANCH, ELECTED, null,
                        FloatingState.HOST_CONFIRMED, FORMER_FLOATING),
                new ResidenceRegistration.Changed(RESIDENCE, 2, BRANCH, LEFT, MEMBER, OTHER_BRANCH, ELECTED, null,
                        ResidenceState.CONFIRMED, FORMER_RESIDENCE),
                new ResidenceRegistration.FeedbackRecorded(RESIDENCE, 3, BRANCH, LEFT, MEMBER, OTHER_BRANCH, 2016),
                new Campaign.Changed(CAMPAIGN, 1, COMMITTEE, LocalDate.of(2016, 2, 28), "2X1Z", "两学一做学习教育",
                        "Two Studies, One Action", LocalDate.of(2016, 2, 28), LocalDate.of(2017, 4, 26), null),
                new KeyTaskProgress.Changed(PROGRESS, 2, BRANCH, LocalDate.of(2016, 6, 20), KEY_TASK, CAMPAIGN, 1,
                        ProgressState.REPORTED, 12L, 12L));
    }

    private static MemberChange.State member(long version, LocalDate on, MemberStatus status) {
        boolean active = status == ACTIVE_MEMBER;
        return new MemberChange.State(MEMBER, version, BRANCH, on, "M0000001", MemberType.FULL,
                LocalDate.of(1926, 7, 1), status, SET_UP, active ? null : on, null, active, false, null);
    }

    private static OrganizationNews.State branch(long version, LocalDate on, OrganizationState state,
            LocalDate activatedOn) {
        boolean merged = state == OrganizationState.MERGED;
        return new OrganizationNews.State(BRANCH, version, on, "001002003", "示例支部委员会", OrganizationType.BRANCH,
                BranchKind.STANDARD, Sector.RURAL, "441202001", merged ? SUCCESSOR : COMMITTEE, "/0001/0002/0003/",
                state,
                SET_UP, activatedOn, merged || state == OrganizationState.DISSOLVED ? on : null,
                merged ? SUCCESSOR : null, 0);
    }
}
