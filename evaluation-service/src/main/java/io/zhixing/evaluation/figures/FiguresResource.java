package io.zhixing.evaluation.figures;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.zhixing.evaluation.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.figures.Figure;
import io.zhixing.platform.figures.Figures;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.platform.figures.FreshnessTable;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/figures")
@Tag(name = "数据 Figures", description = "由记录得出的数据 Figures counted from records")
public class FiguresResource {

    private final Access access;
    private final Clock clock;
    private final AppraisalSums sums;
    private final FreshnessTable freshness;

    FiguresResource(Access access, Clock clock, AppraisalSums sums, FreshnessTable freshness) {
        this.access = access;
        this.clock = clock;
        this.sums = sums;
        this.freshness = freshness;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getEvaluationFigures", summary = "评议数据 / Figures of appraisal", description = "取基准日在期间内的最近评议年度；期间内没有评议年度则没有数据。Of the latest appraisal year whose day of reckoning lies in the period; without such a year there are none.")
    public Figures figures(@RestQuery String organization, @RestQuery String from, @RestQuery String to,
            @RestQuery String asOf) {
        var asked = FiguresQuery.of(access, clock, organization, from, to, asOf);
        return new Figures(asked.subject(), asked.from(), asked.to(), asked.asOf(), freshness.read(),
                sums.of(asked).map(found -> figures(asked, found)).orElse(List.of()));
    }

    private static List<Figure> figures(FiguresQuery asked, AppraisalSums.Sums sums) {
        var qualified = records(asked, sums, "&grade=EXCELLENT&grade=QUALIFIED");
        return List.of(
                count(EvaluationFigure.APPRAISAL_ROLL_COUNT, sums.roll(), records(asked, sums, "")),
                count(EvaluationFigure.APPRAISAL_ELIGIBLE_COUNT, sums.eligible(),
                        records(asked, sums, "&eligible=true")),
                count(EvaluationFigure.APPRAISAL_TOOK_PART_COUNT, sums.tookPart(),
                        records(asked, sums, "&tookPart=true")),
                count(EvaluationFigure.APPRAISAL_GRADED_COUNT, sums.graded(), records(asked, sums, "&graded=true")),
                count(EvaluationFigure.QUALIFIED_OR_ABOVE_COUNT, sums.qualifiedOrAbove(), qualified),
                Figure.rate(EvaluationFigure.QUALIFIED_OR_ABOVE_RATE.name(),
                        EvaluationFigure.QUALIFIED_OR_ABOVE_RATE.definition(), sums.qualifiedOrAbove(), sums.graded(),
                        qualified));
    }

    private static Figure count(EvaluationFigure figure, long value, String records) {
        return Figure.count(figure.name(), figure.definition(), value, records);
    }

    private static String records(FiguresQuery asked, AppraisalSums.Sums sums, String filter) {
        return "/evaluation/v1/appraisals?organization=" + asked.organization().id() + "&year=" + sums.year() + filter
                + (asked.asOf() == null ? "" : "&knownOn=" + asked.asOf());
    }
}
