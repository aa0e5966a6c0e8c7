package io.zhixing.session.figures;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.figures.Figure;
import io.zhixing.platform.figures.Figures;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.platform.figures.FreshnessTable;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.session.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/figures")
@Tag(name = "数据 Figures", description = "由记录得出的数据 Figures counted from records")
public class FiguresResource {

    private final Access access;
    private final Clock clock;
    private final StudyTally tally;
    private final FreshnessTable freshness;

    FiguresResource(Access access, Clock clock, StudyTally tally, FreshnessTable freshness) {
        this.access = access;
        this.clock = clock;
        this.tally = tally;
        this.freshness = freshness;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.READER,
            Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getFigures", summary = "学习活动数据 / Figures of study sessions", description = "一个组织及其下级在一段时间内的数据 Figures of an organization's subtree in a period")
    public Figures figures(@RestQuery String organization, @RestQuery String from, @RestQuery String to,
            @RestQuery String asOf) {
        var asked = FiguresQuery.of(access, clock, organization, from, to, asOf);
        var sums = tally.sums(asked);
        return new Figures(asked.subject(), asked.from(), asked.to(), asked.asOf(), freshness.read(), List.of(
                Figure.count(SessionFigure.SESSION_COUNT.name(), SessionFigure.SESSION_COUNT.definition(),
                        sums.collectiveStudy(), records("study-sessions", "content=COLLECTIVE_STUDY", asked)),
                Figure.count(SessionFigure.SECRETARY_LECTURE_COUNT.name(),
                        SessionFigure.SECRETARY_LECTURE_COUNT.definition(), sums.secretaryLectures(),
                        records("lectures", "lecturerKind=SECRETARY", asked)),
                Figure.rate(SessionFigure.ATTENDANCE_RATE.name(), SessionFigure.ATTENDANCE_RATE.definition(),
                        sums.present(), sums.dueWithoutExempt(), records("attendances", "state=PRESENT", asked))));
    }

    private static String records(String list, String filter, FiguresQuery asked) {
        return "/session/v1/" + list + "?organization=" + asked.organization().id() + "&" + filter + "&heldFrom="
                + asked.from() + "&heldTo=" + asked.to()
                + (asked.asOf() == null ? "" : "&recordedUntil=" + asked.asOf());
    }
}
