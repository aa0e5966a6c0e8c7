package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

@Path("/v1/organizations")
@Tag(name = "党组织 Organizations", description = "党组织树 The tree of Party organizations")
public class OrganizationsResource {

    private final CreateOrganization createOrganization;
    private final LookUpOrganizations lookUpOrganizations;
    private final Lists lists;

    OrganizationsResource(CreateOrganization createOrganization, LookUpOrganizations lookUpOrganizations, Lists lists) {
        this.createOrganization = createOrganization;
        this.lookUpOrganizations = lookUpOrganizations;
        this.lists = lists;
    }

    @Schema(name = "CreateOrganization", description = "新建党组织 An organization to set up", examples = """
            {"code":"001002003","name":"示例支部委员会","type":"BRANCH","kind":"STANDARD","sector":"RURAL","areaCode":"441202001",
             "parentId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","establishedOn":"2010-07-01"}""")
    @JsonIgnoreProperties({"id", "activatedOn", "dissolvedOn", "successorId", "state", "version"})
    record CreateOrganizationRequest(
            @Schema(description = "组织编码 Code: the superior's and three digits more") @NotNull @Pattern(regexp = OrganizationCode.FORM) String code,
            @Schema(description = "名称 Name") @NotBlank @Size(max = 200) String name,
            @Schema(description = "简称 Short name") @Size(max = 60) String shortName,
            @Schema(description = "类型 Type") @NotNull OrganizationType type,
            @Schema(description = "支部类别 Kind, of a branch only; STANDARD when absent") BranchKind kind,
            @Schema(description = "领域 Sector") Sector sector,
            @Schema(description = "所在区划 Code of its division") @NotBlank String areaCode,
            @Schema(description = "统一社会信用代码 Credit code of the host unit, GB 32100; one whose check character does not fit is taken and marked") @Size(max = 20) String unitCreditCode,
            @Schema(description = "覆盖单位 Units that a joint branch covers, generally five at most") @Size(max = 50) List<@NotBlank @Size(max = 200) String> coveredUnits,
            @Schema(description = "派出的党组织 Organization that set up a floating branch, which needs one") UUID originOrganizationId,
            @Schema(description = "流入地 Where the members of a floating branch are, which needs one") @Size(max = 200) String hostArea,
            @Schema(description = "所在项目 Project at whose site it is, of a temporary branch only; not verified") UUID projectId,
            @Schema(description = "上级组织 Superior; only the root has none") UUID parentId,
            @Schema(description = "成立日期 Day it was set up, not after today") @NotNull LocalDate establishedOn) {

        PartyOrganization.Facts facts() {
            return new PartyOrganization.Facts(code, name, shortName, type, kind, sector, areaCode, unitCreditCode,
                    parentId, establishedOn,
                    new Particulars(coveredUnits, originOrganizationId, hostArea, projectId));
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"AREA_NOT_A_PLACE", "AREA_UNKNOWN", "AREA_WITHDRAWN", "BRANCH_KIND_WITHOUT_BRANCH", "CREDIT_CODE_INVALID",
            "DAY_IN_FUTURE",
            "FLOATING_BRANCH_WITHOUT_ORIGIN",
            "ORGANIZATION_CODE_NOT_UNDER_PARENT",
            "ORGANIZATION_CODE_TAKEN",
            "ORGANIZATION_NOT_IN_PLACE", "ORGANIZATION_TYPE_NOT_UNDER_PARENT", "PROJECT_WITHOUT_TEMPORARY_BRANCH",
            "ROOT_EXISTS"})
    @Operation(operationId = "createOrganization", summary = "新建党组织 / Set up an organization", description = "建立后处于筹建状态，启用后才计入统计。It is in preparation until it is activated; only then it counts.")
    public RestResponse<OrganizationView> create(@Valid @NotNull CreateOrganizationRequest body, @Context UriInfo uri) {
        var organization = createOrganization.handle(body.facts());
        return ETag.created(uri, organization.id(), organization.version(), organization.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listOrganizations", summary = "列出党组织 / List organizations", description = "范围内的党组织，可导出。Organizations in the caller's scope, as pages or as an export.")
    public Page<OrganizationView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "上级标识 Id of the superior: its direct children") @RestQuery String parent,
            @Parameter(description = "类型 Type") @RestQuery List<String> type,
            @Parameter(description = "领域 Sector") @RestQuery List<String> sector,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "组织编码 Exact code") @RestQuery String code,
            @Parameter(description = "项目标识 Id of the project at whose site a temporary branch is") @RestQuery String project,
            @Parameter(description = "运行日 Day on which it was active, YYYY-MM-DD") @RestQuery String activeOn,
            @Parameter(description = "截至日 Only what was known by the end of this day, YYYY-MM-DD") @RestQuery String asOf) {
        var query = list.query().subtree(organization, directOnly).id("parent", parent)
                .oneOf("type", type, OrganizationType.class).oneOf("sector", sector, Sector.class)
                .oneOf("state", state, OrganizationState.class).equal("code", code).id("project", project);
        return lists.answer(Organizations.LISTING, Organizations.areDays(activeOn, asOf)
                ? query.equal("activeAsKnown", activeOn + "/" + asOf)
                : query.day("activeOn", activeOn).day("asOf", asOf));
    }

    @Schema(name = "LookUpOrganizations", description = "查询党组织名称 Organizations to name", examples = "{\"codes\":[\"001\",\"001002\"]}")
    record LookUpRequest(
            @Schema(description = "标识 Ids") @Size(max = 200) List<@NotNull UUID> ids,
            @Schema(description = "编码 Codes") @Size(max = 200) List<@NotBlank String> codes) {}

    @POST
    @Path("/lookup")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "lookUpOrganizations", summary = "批量查询党组织 / Look up organizations", description = "按标识或编码，至多200个；范围外的不返回。By id or code, at most 200; what lies outside the scope is left out.")
    public LookUpOrganizations.Found lookUp(@Valid @NotNull LookUpRequest body) {
        return lookUpOrganizations.handle(body.ids() == null ? List.of() : body.ids(),
                body.codes() == null ? List.of() : body.codes());
    }
}
