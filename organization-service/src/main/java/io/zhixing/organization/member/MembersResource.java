package io.zhixing.organization.member;

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

@Path("/v1/members")
@Tag(name = "党员 Members", description = "党员名册 Members on the rolls of branches")
public class MembersResource {

    private final EnrolMember enrolMember;
    private final Members members;
    private final NameMembers nameMembers;
    private final Lists lists;

    MembersResource(EnrolMember enrolMember, Members members, NameMembers nameMembers, Lists lists) {
        this.enrolMember = enrolMember;
        this.members = members;
        this.nameMembers = nameMembers;
        this.lists = lists;
    }

    @Schema(name = "EnrolMember", description = "编入名册 A member to enrol", examples = """
            {"memberNumber":"M0000001","name":"示例甲","idNumber":"999999190001010015","sexCode":"1","ethnicityCode":"01",
             "birthDate":"1900-01-01","memberType":"FULL","joinedOn":"1925-07-01","fullSince":"1926-07-01",
             "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","onRollFrom":"2010-07-01"}""")
    @JsonIgnoreProperties({"id", "idNumberMasked", "status", "onRollTo", "probationUntil", "groupId", "exempt",
            "version",
            "standing"})
    record EnrolMemberRequest(
            @Schema(description = "党员编号 Member number, unique; never an ID number") @NotNull @Pattern(regexp = PartyMember.NUMBER_FORM) String memberNumber,
            @Schema(description = "姓名 Name") @NotBlank @Size(max = 100) String name,
            @Schema(description = "身份证号 ID number of GB 11643; kept encrypted, shown masked") @NotBlank @Size(max = 20) String idNumber,
            @Schema(description = "性别代码 Sex by GB/T 2261.1: 1 male, 2 female") @NotNull @Pattern(regexp = "[12]") String sexCode,
            @Schema(description = "民族代码 Ethnicity by GB/T 3304, as national-codes lists it") @NotNull @Pattern(regexp = "[0-9]{2}") String ethnicityCode,
            @Schema(description = "出生日期 Birth date, the one within the ID number") @NotNull LocalDate birthDate,
            @Schema(description = "党员类型 Type") @NotNull MemberType memberType,
            @Schema(description = "入党日期 Day of joining") @NotNull LocalDate joinedOn,
            @Schema(description = "转正日期 Full member since; not for a probationary member") LocalDate fullSince,
            @Schema(description = "所在支部 Branch") @NotNull UUID organizationId,
            @Schema(description = "编入日期 First day on the roll of this branch, not after today") @NotNull LocalDate onRollFrom) {

        PartyMember.Facts facts() {
            return new PartyMember.Facts(memberNumber, name, idNumber, sexCode, ethnicityCode, birthDate, memberType,
                    joinedOn, fullSince,
                    organizationId, onRollFrom);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "ETHNICITY_UNKNOWN", "FULL_SINCE_REQUIRED",
            "ID_NUMBER_BIRTH_DATE_MISMATCH",
            "ID_NUMBER_INVALID", "ID_NUMBER_SEX_MISMATCH", "ID_NUMBER_TAKEN", "MEMBERS_ONLY_ON_BRANCH",
            "MEMBER_NUMBER_TAKEN",
            "ORGANIZATION_NOT_IN_PLACE", "TEMPORARY_BRANCH_REFUSED"})
    @Operation(operationId = "enrolMember", summary = "编入党员名册 / Enrol a member", description = "党员只能编入党支部。Members sit on branches only.")
    public RestResponse<MemberView> enrol(@Valid @NotNull EnrolMemberRequest body, @Context UriInfo uri) {
        var member = enrolMember.handle(body.facts());
        return ETag.created(uri, member.id(), member.version(), member.view(null));
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listMembers", summary = "列出党员 / List members", description = "范围内的党员，身份证号一律掩码；党员本人只见自己。Members in scope; ID numbers are masked always. A member sees himself alone.")
    public Page<MemberView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "党员编号 Exact member number") @RestQuery String memberNumber,
            @Parameter(description = "党员类型 Type") @RestQuery List<String> memberType,
            @Parameter(description = "党籍状态 Status") @RestQuery List<String> status,
            @Parameter(description = "所在党小组 Id of the Party group") @RestQuery String group,
            @Parameter(description = "在册日 Day on which they are on a roll, YYYY-MM-DD") @RestQuery String onRollOn,
            @Parameter(description = "截至日 Only what was known by the end of this day, YYYY-MM-DD") @RestQuery String asOf) {
        return lists.answer(Members.LISTING,
                list.query().subtree(organization, directOnly).equal("memberNumber", memberNumber)
                        .oneOf("memberType", memberType, MemberType.class).oneOf("status", status, MemberStatus.class)
                        .id("group", group).day("onRollOn", onRollOn).day("asOf", asOf));
    }

    @Schema(name = "LookUpMembers", description = "查询姓名 Members to name", examples = "{\"memberNumbers\":[\"M0000001\"]}")
    record LookUpRequest(
            @Schema(description = "标识 Ids") @Size(max = 200) List<@NotNull UUID> ids,
            @Schema(description = "党员编号 Member numbers") @Size(max = 200) List<@NotBlank String> memberNumbers) {}

    @Schema(name = "MemberNamed", description = "党员姓名 A member's name")
    record Named(
            @Schema(description = "标识 Id", required = true) UUID id,
            @Schema(description = "党员编号 Member number", required = true) String memberNumber,
            @Schema(description = "姓名 Name", required = true) String name,
            @Schema(description = "所在支部 Branch", required = true) UUID organizationId) {}

    @Schema(name = "MembersFound", description = "查到的党员 What was found", examples = """
            {"items":[{"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","memberNumber":"M0000001","name":"示例甲",
             "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2"}]}""")
    record Found(@Schema(description = "各党员 Members", required = true) List<Named> items) {}

    @POST
    @Path("/lookup")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Operation(operationId = "lookUpMembers", summary = "批量查询姓名 / Look up members' names", description = "事件不含姓名，由此查询；范围外的不返回，每次查询都记入审计。Events carry no names, this does; what lies outside the scope is left out. Each call is entered in the audit trail.")
    public Found lookUp(@Valid @NotNull LookUpRequest body) {
        return new Found(nameMembers.handle(body.ids() == null ? List.of() : body.ids(),
                body.memberNumbers() == null ? List.of() : body.memberNumbers()));
    }
}
