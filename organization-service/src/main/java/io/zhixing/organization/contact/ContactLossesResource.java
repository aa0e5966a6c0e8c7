package io.zhixing.organization.contact;

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

@Path("/v1/contact-losses")
@Tag(name = "失联党员 Lost contact", description = "失去联系的党员及可以办理的下一步 Members out of contact, and what may be done next")
public class ContactLossesResource {

    private final ReportContactLoss reportContactLoss;
    private final ContactLosses losses;
    private final Lists lists;

    ContactLossesResource(ReportContactLoss reportContactLoss, ContactLosses losses, Lists lists) {
        this.reportContactLoss = reportContactLoss;
        this.losses = losses;
        this.lists = lists;
    }

    @Schema(name = "ReportContactLoss", description = "登记失联 A member out of contact", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","lastContactOn":"2015-03-01","note":"外出务工后电话停机","on":"2015-10-08"}""")
    @JsonIgnoreProperties({"id", "foundOn", "state", "version"})
    record ReportRequest(
            @Schema(description = "党员 Member") @NotNull UUID memberId,
            @Schema(description = "最后联系日期 Day of the last contact") @NotNull LocalDate lastContactOn,
            @Schema(description = "情况 What is known") @NotBlank @Size(max = 500) String note,
            @Schema(description = "登记日期 Business day, not after today") @NotNull LocalDate on) {}

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"CONTACT_LOST_BEFORE", "DAYS_INCONSISTENT", "DAY_IN_FUTURE", "MEMBER_ON_NO_ROLL"})
    @Operation(operationId = "reportContactLoss", summary = "登记失联 / Report a loss of contact", description = "只登记事实；停止党籍和除名由人决定。It states a fact; suspension and removal are decided by people.")
    public RestResponse<ContactLossView> report(@Valid @NotNull ReportRequest body, @Context UriInfo uri) {
        var loss = reportContactLoss.handle(body.memberId(), body.lastContactOn(), body.note(), body.on());
        return ETag.created(uri, loss.id(), loss.version(), loss.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listContactLosses", summary = "列出失联党员 / List members out of contact", description = "maySuspendOn查某日可停止党籍的，mayRemoveOn查某日可除名的，月数依现行规定。maySuspendOn and mayRemoveOn find those who may be suspended or removed on a day, by the months of the rules.")
    public Page<ContactLossView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "可停止党籍日 Day on which they may be suspended, YYYY-MM-DD") @RestQuery String maySuspendOn,
            @Parameter(description = "可除名日 Day on which they may be removed, YYYY-MM-DD") @RestQuery String mayRemoveOn) {
        return lists.answer(losses.listing(), list.query().subtree(organization, directOnly).id("member", member)
                .oneOf("state", state, ContactLoss.ContactState.class).day("maySuspendOn", maySuspendOn)
                .day("mayRemoveOn", mayRemoveOn));
    }
}
