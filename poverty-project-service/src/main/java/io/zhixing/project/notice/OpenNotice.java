package io.zhixing.project.notice;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.project.CountyOffice;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.notice.PublicNotice.NoticeLevel;

/** Puts up a notice of a project beside the county's entry notice, which the step {@code publish} puts up. */
@RequestScoped
public class OpenNotice {

    private final Access access;
    private final CountyOffice county;
    private final AnnouncedProjects projects;
    private final Notices notices;
    private final Clock clock;

    OpenNotice(Access access, CountyOffice county, AnnouncedProjects projects, Notices notices, Clock clock) {
        this.access = access;
        this.county = county;
        this.projects = projects;
        this.notices = notices;
        this.clock = clock;
    }

    public PublicNotice handle(PublicNotice.Facts facts) {
        var project = projects.find(facts.projectId()).orElseThrow(() -> new ProblemException(List
                .of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/projectId"), facts.projectId()))));
        access.require(facts.level().office(project.path(), county), publishers(facts.level()));
        if (facts.startsOn().isAfter(Shanghai.today(clock))) {
            throw ProjectProblems.STEP_OUT_OF_ORDER.about();
        }
        projects.hold(facts.projectId());
        return notices.putUp(facts, project.organizationId(), project.path());
    }

    /** The clerk puts up what the village announces; what town and county announce, whoever decides there. */
    private static String[] publishers(NoticeLevel level) {
        return level == NoticeLevel.VILLAGE
                ? new String[]{Roles.FUND_REQUESTER, Roles.FUND_APPROVER}
                : new String[]{Roles.FUND_APPROVER};
    }
}
