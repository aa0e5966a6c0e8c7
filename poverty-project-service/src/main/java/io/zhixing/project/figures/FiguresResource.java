package io.zhixing.project.figures;

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
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/figures")
@Tag(name = "数据 Figures", description = "由账簿得出的数据 Figures summed from the ledger")
public class FiguresResource {

    private final Access access;
    private final Clock clock;
    private final MoneySums sums;
    private final FreshnessTable freshness;

    FiguresResource(Access access, Clock clock, MoneySums sums, FreshnessTable freshness) {
        this.access = access;
        this.clock = clock;
        this.sums = sums;
        this.freshness = freshness;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.SUPERVISOR,
            Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getProjectFigures", summary = "帮扶项目和资金数据 / Figures of projects and their money", description = "一个组织及其下级在一段时间内的净额，单位为分。Net amounts of an organization's subtree in a period, in fen.")
    public Figures figures(@RestQuery String organization, @RestQuery String from, @RestQuery String to,
            @RestQuery String asOf) {
        var asked = FiguresQuery.of(access, clock, organization, from, to, asOf);
        var found = sums.of(asked);
        return new Figures(asked.subject(), asked.from(), asked.to(), asked.asOf(), freshness.read(), List.of(
                figure(ProjectFigure.SPECIAL_FUND_ALLOCATED, found.allocated(),
                        entries("ALLOCATION", "POVERTY_SPECIAL", asked)),
                figure(ProjectFigure.PROJECT_INVESTED, found.invested(), entries("BUDGET", "ASSISTANCE", asked)),
                figure(ProjectFigure.PROJECT_COUNT, found.projects(), projects(asked)),
                figure(ProjectFigure.PENSION_RETAINED_DISTRIBUTED, found.pension(),
                        entries("PAYMENT", "LAND_PENSION_RETAINED", asked)),
                figure(ProjectFigure.COMPENSATION_ARREARS_SETTLED, found.arrears(),
                        entries("PAYMENT", "LAND_COMPENSATION_ARREARS", asked))));
    }

    private static Figure figure(ProjectFigure figure, long value, String records) {
        return Figure.count(figure.name(), figure.definition(), value, records);
    }

    private static String entries(String level, String category, FiguresQuery asked) {
        return "/poverty-project/v1/ledger/entries?organization=" + asked.organization().id() + "&level=" + level
                + "&category=" + category + "&occurredFrom=" + asked.from() + "&occurredTo=" + asked.to()
                + (asked.asOf() == null ? "" : "&recordedUntil=" + asked.asOf());
    }

    private static String projects(FiguresQuery asked) {
        return "/poverty-project/v1/projects?organization=" + asked.organization().id()
                + "&category=ASSISTANCE&investedIn=" + asked.from() + "/" + asked.to() + "/" + asked.knownUntil();
    }
}
