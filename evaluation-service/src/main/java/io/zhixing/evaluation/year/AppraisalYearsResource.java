package io.zhixing.evaluation.year;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.zhixing.evaluation.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/appraisal-years")
@Tag(name = "评议年度 Appraisal years", description = "全市统一的评议基准日 The day of reckoning of each year, one for the city")
public class AppraisalYearsResource {

    private final SetAppraisalYear setAppraisalYear;
    private final AppraisalYears years;
    private final Lists lists;

    AppraisalYearsResource(SetAppraisalYear setAppraisalYear, AppraisalYears years, Lists lists) {
        this.setAppraisalYear = setAppraisalYear;
        this.years = years;
        this.lists = lists;
    }

    @Schema(name = "SetAppraisalYear", description = "设定评议年度 A year of appraisal to set", examples = """
            {"organization":"001","year":2016,"asOf":"2016-12-31","on":"2016-11-15"}""")
    record SetAppraisalYearRequest(
            @Schema(description = "全市组织的标识或编码 Id or code of the organization without a superior") @NotBlank @Size(max = 40) String organization,
            @Schema(description = "年度 Year") @NotNull @Min(AppraisalYear.EARLIEST) @Max(AppraisalYear.LATEST) Integer year,
            @Schema(description = "基准日 Day of reckoning, in the year or the year after it") @NotNull LocalDate asOf,
            @Schema(description = "业务日期 Day on which it was decided, not before the year before it and not after today") @NotNull LocalDate on) {}

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Roles.OFFICER)
    @Refuses({"APPRAISAL_YEAR_EXISTS", "AS_OF_OUTSIDE_YEAR", "DECISION_DAY_INVALID", "YEAR_SET_BY_CITY"})
    @Operation(operationId = "setAppraisalYear", summary = "设定评议年度 / Set an appraisal year", description = "全市每年一个基准日，设定后不变。One day of reckoning a year for the whole city; it is not changed once it is set.")
    public RestResponse<AppraisalYearView> set(@Valid @NotNull SetAppraisalYearRequest body, @Context UriInfo uri) {
        var year = setAppraisalYear.handle(body.organization(), body.year(), body.asOf(), body.on());
        return ETag.created(uri, year.id(), year.version(), year.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAppraisalYears", summary = "列出评议年度 / List appraisal years", description = "上级设定的年度，下级可以查阅。Years set above the caller are readable below.")
    public Page<AppraisalYearView> list(@BeanParam ListParameters list,
            @Parameter(description = "年度 Year, four digits") @RestQuery String year) {
        return lists.answer(AppraisalYears.LISTING,
                list.query().number("year", year, AppraisalYear.EARLIEST, AppraisalYear.LATEST));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getAppraisalYear", summary = "读取评议年度 / Read an appraisal year", description = "按标识读取 By its id.")
    public RestResponse<AppraisalYearView> get(@RestPath UUID id) {
        var year = years.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return ETag.ok(year.version(), year.view());
    }
}
