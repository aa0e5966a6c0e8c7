package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

@Path("/v1/party-groups")
@Tag(name = "党小组 Party groups", description = "支部内的党小组 Party groups within branches")
public class PartyGroupsResource {

    private final FormGroup formGroup;
    private final Lists lists;

    PartyGroupsResource(FormGroup formGroup, Lists lists) {
        this.formGroup = formGroup;
        this.lists = lists;
    }

    @Schema(name = "FormPartyGroup", description = "设立党小组 A Party group to form", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","name":"第一党小组","formedOn":"2012-03-01"}""")
    @JsonIgnoreProperties({"id", "closedOn", "state", "continuesId", "version"})
    record FormGroupRequest(
            @Schema(description = "所在支部 Branch") @NotNull UUID organizationId,
            @Schema(description = "名称 Name, once among the branch's open groups") @NotBlank @Size(max = 60) String name,
            @Schema(description = "组长 Leader, on the branch's roll") UUID leaderMemberId,
            @Schema(description = "成立日期 Day it is formed, not after today") @NotNull LocalDate formedOn) {}

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "GROUP_NAME_TAKEN", "LEADER_NOT_OF_BRANCH",
            "MEMBERS_ONLY_ON_BRANCH", "ORGANIZATION_NOT_IN_PLACE"})
    @Operation(operationId = "formPartyGroup", summary = "设立党小组 / Form a Party group", description = "党小组设在党支部内，不是党组织。A Party group lies within a branch and is no organization.")
    public RestResponse<PartyGroupView> form(@Valid @NotNull FormGroupRequest body, @Context UriInfo uri) {
        var group = formGroup.handle(body.organizationId(), body.name(), body.leaderMemberId(), body.formedOn());
        return ETag.created(uri, group.id(), group.version(), group.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listPartyGroups", summary = "列出党小组 / List Party groups", description = "范围内的党小组，可按日查询。Party groups in scope, also of a day.")
    public Page<PartyGroupView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "运行日 Day on which it is open, YYYY-MM-DD") @RestQuery String openOn,
            @Parameter(description = "所延续的党小组标识 Id of the group with which it goes on after a merger") @RestQuery String continues) {
        return lists.answer(PartyGroups.LISTING,
                list.query().subtree(organization, directOnly).day("openOn", openOn).id("continues", continues));
    }
}
