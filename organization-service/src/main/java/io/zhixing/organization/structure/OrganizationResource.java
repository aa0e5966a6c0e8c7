package io.zhixing.organization.structure;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/organizations/{id}")
@Tag(name = "党组织 Organizations")
public class OrganizationResource {

    private final Organizations organizations;
    private final TakeOrganizationStep steps;
    private final Lists lists;

    OrganizationResource(Organizations organizations, TakeOrganizationStep steps, Lists lists) {
        this.organizations = organizations;
        this.steps = steps;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getOrganization", summary = "读取党组织 / Read an organization", description = "按标识读取 By its id.")
    public RestResponse<OrganizationView> get(@RestPath UUID id) {
        var organization = visible(id);
        return ETag.ok(organization.version(), organization.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getOrganizationTransitions", summary = "查询可执行的步骤 / Steps of an organization", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return steps.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(OrganizationSteps.class)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"AREA_NOT_A_PLACE", "AREA_UNKNOWN", "AREA_WITHDRAWN", "BRANCH_KIND_WITHOUT_BRANCH",
            "CHANGE_REASON_REQUIRED",
            "DAYS_INCONSISTENT", "ELECTION_ALREADY_OPEN", "FLOATING_BRANCH_WITHOUT_ORIGIN",
            "ORGANIZATION_CODE_NOT_UNDER_PARENT", "ORGANIZATION_CODE_TAKEN", "ORGANIZATION_CYCLE",
            "ORGANIZATION_HAS_CHILDREN",
            "ORGANIZATION_HAS_MEMBERS", "ORGANIZATION_HAS_POSTS", "ORGANIZATION_HAS_TERM", "ORGANIZATION_NOT_IN_PLACE",
            "ORGANIZATION_TOO_DEEP",
            "ORGANIZATION_TYPE_NOT_UNDER_PARENT", "ORGANIZATION_UNCHANGED", "PROJECT_WITHOUT_TEMPORARY_BRANCH",
            "ROOT_STAYS",
            "SECOND_PERSON_REQUIRED",
            "SUCCESSOR_UNFIT",
            "SUPERIOR_NOT_IN_PLACE", "TOO_FEW_FULL_MEMBERS"})
    @Operation(operationId = "moveOrganization", summary = "执行步骤 / Take a step", description = "activate 启用：支部须有规定人数的正式党员。rename 更名、change-type 变更类型、reassign 调整隶属、merge 合并、dissolve 撤销、restore 恢复须写明理由。reassign与merge由双方共同上级决定，下级组织及其全部记录一并转移。合并之日起，党员、党小组、外出和居住地报到登记、未完成的组织关系转移转入继任组织，届期在继任组织没有届期时也转入。撤销之日起，以该组织为流入地或居住地的登记结束。日期在过去的，以该日及其后的情况为准：不得早于其下级最近一次变动隶属，也不得早于其党员、职务、届期、党小组、下级的结束。最高组织没有上级，由上一步经办人以外的人办理。"
            + "activate: a branch needs the number of full members that the rule of the day asks for. Every other step needs a reason. reassign and merge are decided at the common superior of both sides; everything below goes along. From the day of a merger members, groups, who is away, who lives elsewhere and transfers under way stand with the successor, a term too where it has none of its own. With an organization that is dissolved ends what names it as host or residence. A day in the past is judged by all that followed it: nothing is moved before what moved below it, and nothing ends before the roll, posts, terms, groups and children that it had. The root has no superior: there another person than that of the step before acts.")
    public RestResponse<OrganizationView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull OrganizationMove body) {
        var organization = steps.handle(id, ETag.required(match), body);
        return ETag.ok(organization.version(), organization.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listOrganizationHistory", summary = "查询党组织的步骤 / Steps an organization has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(PartyOrganization.RESOURCE, id));
    }

    @GET
    @Path("/changes")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listOrganizationChanges", summary = "查询党组织的变动 / Changes of an organization", description = "每次变动的理由、文号、决定机关和变动后的内容，按版本排列 Reason, document, decision and what it was afterwards, in order of versions.")
    public Page<OrganizationChanges.OrganizationChange> changes(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(OrganizationChanges.LISTING, list.query().id("of", id.toString()));
    }

    private PartyOrganization visible(UUID id) {
        return organizations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
