package io.zhixing.organization.floating;

import java.time.LocalDate;
import java.util.List;
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

@Path("/v1/floating-members")
@Tag(name = "流动党员 Floating members", description = "外出而未转移组织关系的党员 Members who are away without having been transferred")
public class FloatingMembersResource {

    private final RegisterFloatingMember registerFloatingMember;
    private final Lists lists;

    FloatingMembersResource(RegisterFloatingMember registerFloatingMember, Lists lists) {
        this.registerFloatingMember = registerFloatingMember;
        this.lists = lists;
    }

    @Schema(name = "RegisterFloatingMember", description = "登记流动党员 A member who is away", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","hostArea":"某市某区","awayFrom":"2015-09-01","on":"2016-03-01"}""")
    @JsonIgnoreProperties({"id", "homeId", "hostId", "awaySince", "awayTo", "lastContactOn", "state",
            "continuesId", "version"})
    record RegisterRequest(
            @Schema(description = "党员 Member") @NotNull UUID memberId,
            @Schema(description = "流入组织标识或编码 Host organization by id or code, when it is of this register") @Size(min = 1, max = 40) String host,
            @Schema(description = "流入地 Where he is") @NotBlank @Size(max = 200) String hostArea,
            @Schema(description = "联系人 Who keeps contact at home; required in rural branches") UUID contactMemberId,
            @Schema(description = "外出日期 Away from") @NotNull LocalDate awayFrom,
            @Schema(description = "登记日期 Business day, not after today; the first contact") @NotNull LocalDate on) {

        RegisterFloatingMember.Stated stated() {
            return new RegisterFloatingMember.Stated(memberId, host, hostArea, contactMemberId, awayFrom, on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"CONTACT_PERSON_REQUIRED", "DAYS_INCONSISTENT", "DAY_IN_FUTURE", "FLOATING_ALREADY_OPEN", "HOST_IS_HOME",
            "MEMBER_ON_NO_ROLL", "ORGANIZATION_NOT_IN_PLACE", "ORGANIZATION_NOT_YET_SET_UP"})
    @Operation(operationId = "registerFloatingMember", summary = "登记流动党员 / Register a floating member", description = "农村支部须指定联系人；流动党员仍计入流出支部。A rural branch names who keeps contact; a floating member counts at home.")
    public RestResponse<FloatingMemberView> register(@Valid @NotNull RegisterRequest body, @Context UriInfo uri) {
        var record = registerFloatingMember.handle(body.stated());
        return ETag.created(uri, record.id(), record.version(), record.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listFloatingMembers", summary = "列出流动党员 / List floating members", description = "流出和流入双方可见；noContactSince查久未联系的，notYetFloatingOn查登记而外出尚不足规定月数的。Seen by home and host; noContactSince finds those long unheard of, notYetFloatingOn those registered who have not been away for as long as the rule says.")
    public Page<FloatingMemberView> list(@BeanParam ListParameters list,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "流出支部标识 Id of the home branch") @RestQuery String home,
            @Parameter(description = "流入组织标识 Id of the host") @RestQuery String host,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "外出日 Day on which they are away, YYYY-MM-DD") @RestQuery String awayOn,
            @Parameter(description = "未联系起日 Day before which the last contact was, YYYY-MM-DD") @RestQuery String noContactSince,
            @Parameter(description = "该日应当转移组织关系 Day on which they have been away to a fixed place for longer than the rule says, so that they should be transferred; YYYY-MM-DD") @RestQuery String shouldTransferOn,
            @Parameter(description = "该日外出尚不足规定月数 Day on which they have been away for less time than the rule says a floating member is; YYYY-MM-DD") @RestQuery String notYetFloatingOn,
            @Parameter(description = "所延续的登记标识 Id of the record with which it goes on after a merger") @RestQuery String continues) {
        return lists.answer(FloatingMembers.LISTING, list.query().id("member", member).id("home", home)
                .id("host", host).oneOf("state", state, FloatingState.class).day("awayOn", awayOn)
                .day("noContactSince", noContactSince).day("shouldTransferOn", shouldTransferOn)
                .day("notYetFloatingOn", notYetFloatingOn).id("continues", continues));
    }
}
