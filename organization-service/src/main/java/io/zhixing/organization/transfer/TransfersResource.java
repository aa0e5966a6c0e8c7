package io.zhixing.organization.transfer;

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
import io.zhixing.organization.member.PartyMember;
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

@Path("/v1/membership-transfers")
@Tag(name = "组织关系转移 Transfers", description = "党员组织关系的转移 Transfers of membership between branches")
public class TransfersResource {

    private final DraftTransfer draftTransfer;
    private final Lists lists;

    TransfersResource(DraftTransfer draftTransfer, Lists lists) {
        this.draftTransfer = draftTransfer;
        this.lists = lists;
    }

    @Schema(name = "DraftTransfer", description = "拟定转移 A transfer to draw up", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","receiver":"001002004","reason":"工作调动","on":"2016-03-01"}""")
    @JsonIgnoreProperties({"id", "senderId", "receiverId", "state", "letterUntil", "refusalReason",
            "steppedOn", "version"})
    record DraftTransferRequest(
            @Schema(description = "党员；从市外转入的不填 Member; not with senderOutside") UUID memberId,
            @Schema(description = "党员编号，与senderOutside同填 Number that he will have, or had before he left, with senderOutside alone; never an ID number") @Pattern(regexp = PartyMember.NUMBER_FORM) String memberNumber,
            @Schema(description = "市外转出组织 Sender outside the register, as text, instead of memberId") @Pattern(regexp = "(?s).*\\S.*") @Size(max = 200) String senderOutside,
            @Schema(description = "转入支部标识或编码 Receiving branch by id or code; it need not lie in the caller's scope") @Size(min = 1, max = 40) String receiver,
            @Schema(description = "市外接收组织 Receiver outside the register, as text, instead of receiver") @Size(min = 1, max = 200) String receiverOutside,
            @Schema(description = "转移范围 How far it goes, to the outside or from there; else it follows from the branches") TransferReach reach,
            @Schema(description = "转移原因 Reason") @NotBlank @Size(max = 500) String reason,
            @Schema(description = "申请日期 Business day, not after today") @NotNull LocalDate on) {

        DraftTransfer.Stated stated() {
            return new DraftTransfer.Stated(memberId, memberNumber, senderOutside, receiver, receiverOutside, reach,
                    reason,
                    on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "MEMBERS_ONLY_ON_BRANCH", "MEMBER_ON_NO_ROLL",
            "ORGANIZATION_NOT_IN_PLACE", "TRANSFER_ALREADY_OPEN", "TRANSFER_NOT_FROM_OUTSIDE",
            "TRANSFER_RECEIVER_UNCLEAR", "TRANSFER_SENDER_UNCLEAR", "TRANSFER_TO_OWN_BRANCH"})
    @Operation(operationId = "draftTransfer", summary = "拟定组织关系转移 / Draw up a transfer", description = "一名党员同时只有一件未办结的转移；从市外转入的由转入支部填写senderOutside和memberNumber。A member has one open transfer at most; one from outside is drawn up by the branch that is to receive, with senderOutside and memberNumber.")
    public RestResponse<TransferView> draft(@Valid @NotNull DraftTransferRequest body, @Context UriInfo uri) {
        var transfer = draftTransfer.handle(body.stated());
        return ETag.created(uri, transfer.id(), transfer.version(), transfer.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listTransfers", summary = "列出组织关系转移 / List transfers", description = "转出和转入双方都可见；sort=-id先列最新的。Seen by both sides; sort=-id lists the newest first.")
    public Page<TransferView> list(@BeanParam ListParameters list,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "转出支部标识 Id of the sending branch") @RestQuery String sender,
            @Parameter(description = "转入支部标识 Id of the receiving branch") @RestQuery String receiver,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(Transfers.LISTING, list.query().id("member", member).id("sender", sender)
                .id("receiver", receiver).oneOf("state", state, TransferState.class));
    }
}
