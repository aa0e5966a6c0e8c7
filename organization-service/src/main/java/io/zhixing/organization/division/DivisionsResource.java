package io.zhixing.organization.division;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/divisions")
@Tag(name = "行政区划 Divisions", description = "行政区划代码 Administrative divisions by their codes of GB/T 2260")
public class DivisionsResource {

    private final RegisterDivision registerDivision;
    private final SetValidity setValidity;
    private final Divisions divisions;
    private final Lists lists;

    DivisionsResource(RegisterDivision registerDivision, SetValidity setValidity, Divisions divisions, Lists lists) {
        this.registerDivision = registerDivision;
        this.setValidity = setValidity;
        this.divisions = divisions;
        this.lists = lists;
    }

    @Schema(name = "RegisterDivision", description = "登记区划 A division to register", examples = """
            {"code":"441202","name":"端州区","level":"COUNTY","parentCode":"441200","notAPlace":false}""")
    @JsonIgnoreProperties({"id", "version"})
    record RegisterDivisionRequest(
            @Schema(description = "区划代码 Code: 6 digits to the county, 9 to the town, 12 to the village") @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String code,
            @Schema(description = "名称 Name") @NotBlank @Size(max = 100) String name,
            @Schema(description = "级别 Level") @NotNull Division.Level level,
            @Schema(description = "上级代码 Code of the division above; a city has none") String parentCode,
            @Schema(description = "非地域 true: a statistical unit that is no place; false when absent") Boolean notAPlace,
            @Schema(description = "代码启用日期 First day on which the code is valid") LocalDate validFrom,
            @Schema(description = "代码撤销日期 First day on which the code is no longer valid, after validFrom") LocalDate validTo) {

        boolean withoutPlace() {
            return Boolean.TRUE.equals(notAPlace);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DIVISION_CODE_TAKEN", "DIVISION_PARENT_WRONG"})
    @Operation(operationId = "registerDivision", summary = "登记行政区划 / Register a division", description = "须有对最高组织的授权 Needs a grant on the root organization.")
    public RestResponse<DivisionView> register(@Valid @NotNull RegisterDivisionRequest body, @Context UriInfo uri) {
        var division = registerDivision.handle(body);
        return ETag.created(uri, division.code(), division.version(), division.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDivisions", summary = "列出行政区划 / List divisions", description = "公共参考数据 Reference data without a scope.")
    public Page<DivisionView> list(@BeanParam ListParameters list,
            @Parameter(description = "区划代码 Exact code") @RestQuery String code,
            @Parameter(description = "上级代码 Code of the division above") @RestQuery String parentCode,
            @Parameter(description = "级别 Level") @RestQuery List<String> level,
            @Parameter(description = "代码有效日 Day on which the code is valid, YYYY-MM-DD") @RestQuery String validOn) {
        return lists.answer(Divisions.LISTING, list.query().equal("code", code).equal("parentCode", parentCode)
                .oneOf("level", level, Division.Level.class).day("validOn", validOn));
    }

    @GET
    @Path("/{code}")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getDivision", summary = "读取行政区划 / Read a division", description = "按代码读取 By its code.")
    public RestResponse<DivisionView> get(@Parameter(description = "区划代码 Code") @RestPath String code) {
        var division = divisions.byCode(code).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return ETag.ok(division.version(), division.view());
    }

    @Schema(name = "DivisionValidity", description = "代码有效期 Since when and until when a code is valid; an end that is absent is none", examples = "{\"validTo\":\"2015-12-01\"}")
    record Validity(
            @Schema(description = "代码启用日期 First day on which the code is valid") LocalDate validFrom,
            @Schema(description = "代码撤销日期 First day on which the code is no longer valid, after validFrom") LocalDate validTo) {}

    @PUT
    @Path("/{code}/validity")
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "DAYS_INCONSISTENT"})
    @Operation(operationId = "setDivisionValidity", summary = "设定代码有效期 / Set since when and until when a code is valid", description = "代码撤销后保留，旧记录仍引用它；须有对最高组织的授权。A withdrawn code stays, since old records refer to it. Needs a grant on the root organization.")
    public RestResponse<DivisionView> setValidity(@Parameter(description = "区划代码 Code") @RestPath String code,
            @RestHeader("If-Match") String match, @Valid @NotNull Validity body) {
        var division = setValidity.handle(code, ETag.required(match), body);
        return ETag.ok(division.version(), division.view());
    }
}
