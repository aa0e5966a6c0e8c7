package io.zhixing.organization.figures;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.figures.Figures;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/figures")
@Tag(name = "数据 Figures", description = "由记录计算的数据 Figures counted from records")
public class FiguresResource {

    private final OrganizationFigures figures;
    private final Access access;
    private final Clock clock;

    FiguresResource(OrganizationFigures figures, Access access, Clock clock) {
        this.figures = figures;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getOrganizationFigures", summary = "党组织与党员数据 / Figures of organizations and members", description = "按期末日统计，每项附所依据的记录。Counted on the last day; each figure links the records behind it.")
    public Figures get(@RestQuery String organization, @RestQuery String from, @RestQuery String to,
            @RestQuery String asOf) {
        var query = FiguresQuery.of(access, clock, organization, from, to, asOf);
        return new Figures(query.subject(), query.from(), query.to(), query.asOf(), List.of(), figures.of(query));
    }
}
