package io.zhixing.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.organization.division.Division;
import io.zhixing.organization.member.PartyMember;
import io.zhixing.organization.post.PostHolding;
import io.zhixing.organization.structure.BranchKind;
import io.zhixing.organization.structure.OrganizationNews;
import io.zhixing.organization.structure.OrganizationState;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.outbox.DomainEvent;

/** One event of each published type: what the committed examples are made from. */
final class OrganizationSamples {

    private static final UUID DIVISION = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d1");
    private static final UUID BRANCH = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d2");
    private static final UUID COMMITTEE = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d3");
    private static final UUID SUCCESSOR = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d6");
    private static final UUID MEMBER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d4");
    private static final UUID POST = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d5");
    private static final LocalDate SET_UP = LocalDate.of(2010, 7, 1);
    private static final LocalDate ACTIVE = LocalDate.of(2010, 9, 1);
    private static final LocalDate ELECTED = LocalDate.of(2014, 3, 1);
    private static final LocalDate LEFT = LocalDate.of(2016, 5, 1);

    private OrganizationSamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new Division.Changed(DIVISION, 1, null, SET_UP, "441202", "端州区", Division.Level.COUNTY, "441200",
                        false),
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
                new PartyMember.Enrolled(MEMBER, 1, BRANCH, SET_UP, "M0000001", PartyMember.MemberType.FULL,
                        LocalDate.of(1926, 7, 1),
                        PartyMember.MemberStatus.ACTIVE, SET_UP, null),
                new PostHolding.Taken(POST, 1, BRANCH, ELECTED, MEMBER, PostHolding.Post.SECRETARY, ELECTED, null,
                        PostHolding.Basis.ELECTED),
                new PostHolding.Left(POST, 2, BRANCH, LEFT, MEMBER, PostHolding.Post.SECRETARY, ELECTED, LEFT,
                        PostHolding.Basis.ELECTED));
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
