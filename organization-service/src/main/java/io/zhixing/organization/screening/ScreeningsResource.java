package io.zhixing.organization.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/screenings")
@Tag(name = "集中排查 Screening", description = "党员组织关系集中排查：按支部、按党员 Screening of membership relations, branch by branch and member by member")
public class ScreeningsResource {

    private final OpenScreening openScreening;
    private final Lists lists;

    ScreeningsResource(OpenScreening openScreening, Lists lists) {
        this.openScreening = openScreening;
        this.lists = lists;
    }

    @Schema(name = "OpenScreening", description = "开展排查 A screening to open", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","campaignCode":"2X1Z","from":"2016-03-01","to":"2016-06-30"}""")
    @JsonIgnoreProperties({"id", "state", "version"})
    record OpenRequest(
            @Schema(description = "开展组织 Organization over which it runs; no branch") @NotNull UUID organizationId,
            @Schema(description = "活动代码 Campaign") @Pattern(regexp = "[0-9A-Z-]{1,30}") String campaignCode,
            @Schema(description = "开始日期 First day, not after today; the rolls of this day are screened") @NotNull LocalDate from,
            @Schema(description = "截止日期 Last day") @NotNull LocalDate to) {}

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "SCREENING_ABOVE_BRANCHES", "SCREENING_ALREADY_OPEN"})
    @Operation(operationId = "openScreening", summary = "开展集中排查 / Open a screening", description = "由所在县开展，为每个支部建表、为当日在册的每名党员建项。Opened at the county; lays out a sheet for each branch and an item for each member on a roll that day.")
    public RestResponse<ScreeningView> open(@Valid @NotNull OpenRequest body, @Context UriInfo uri) {
        var screening = openScreening.handle(body.organizationId(), body.campaignCode(), body.from(), body.to());
        return ETag.created(uri, screening.id(), screening.version(), screening.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listScreenings", summary = "列出集中排查 / List screenings", description = "有本支部排查表的也可见。Seen above, and by every branch that has a sheet of it.")
    public Page<ScreeningView> list(@BeanParam ListParameters list,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(Screenings.LISTING, list.query().oneOf("state", state, ScreeningState.class));
    }
}
