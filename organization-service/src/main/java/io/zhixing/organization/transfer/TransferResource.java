package io.zhixing.organization.transfer;

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
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/membership-transfers/{id}")
@Tag(name = "组织关系转移 Transfers")
public class TransferResource {

    private final Transfers transfers;
    private final MoveTransfer moveTransfer;
    private final Lists lists;

    TransferResource(Transfers transfers, MoveTransfer moveTransfer, Lists lists) {
        this.transfers = transfers;
        this.moveTransfer = moveTransfer;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Operation(operationId = "getTransfer", summary = "读取组织关系转移 / Read a transfer", description = "按标识读取 By its id.")
    public RestResponse<TransferView> get(@RestPath UUID id) {
        var transfer = visible(id);
        return ETag.ok(transfer.version(), transfer.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getTransferTransitions", summary = "查询可执行的步骤 / Steps of a transfer", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveTransfer.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveTransfer.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "ETHNICITY_UNKNOWN", "FULL_SINCE_REQUIRED",
            "ID_NUMBER_BIRTH_DATE_MISMATCH", "ID_NUMBER_INVALID", "ID_NUMBER_SEX_MISMATCH", "ID_NUMBER_TAKEN",
            "MEMBERS_ONLY_ON_BRANCH", "MEMBER_NUMBER_TAKEN", "MEMBER_ON_NO_ROLL", "ORGANIZATION_NOT_IN_PLACE",
            "ORGANIZATION_NOT_YET_SET_UP", "STEP_REASON_REQUIRED", "SUBMITTER_APPROVES", "TEMPORARY_BRANCH_REFUSED",
            "TRANSFER_APPROVED_ABOVE", "TRANSFER_LETTER_EXPIRED", "TRANSFER_NEEDS_UPPER_APPROVAL",
            "TRANSFER_NOT_FROM_OUTSIDE"})
    @Operation(operationId = "moveTransfer", summary = "执行转移步骤 / Take a step of a transfer", description = "接收之前党员仍在转出支部；approve-upper由党员离开的各级上级自下而上逐级办理，每级一次：同一党委内不需要，跨县的到县为止，转往市外的按当日规则；退回和不予接收须说明原因；介绍信过期后不能接收；接收支部当日须已成立，且仍是在运行或筹建的支部；其撤销或不再是支部的，未办结的转移随之终止，合并的由承接支部继续办理。从市外转入的，由转入支部登记、所在县办公室审核介绍信，首次转来的在receive中填写党员资料，当日编入名册；曾转出的恢复原党员编号。Until it is received the sender keeps the member; approve-upper is taken by each superior whom the member leaves, once each and from below upward: none within one committee, town and county to another county, by the rule of the day out of the register; a return and a rejection give their reason; nobody is received on a letter that has run out, nor by a receiver that is gone, no branch any more or not set up by that day; what is on its way to a branch that is dissolved or no branch any more lapses with it, and of a merged one the successor carries on. Who comes from outside is entered by the receiver, an office of its county looks at the letter, and receive describes him if the register never knew him: he is enrolled that day; who had left comes back as the member who he was.")
    public RestResponse<TransferView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull TransferMove body) {
        var transfer = moveTransfer.handle(id, ETag.required(match), body);
        return ETag.ok(transfer.version(), transfer.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listTransferHistory", summary = "查询转移的步骤 / Steps a transfer has taken", description = "按次序排列，双方可见。In order, seen by both sides.")
    public Page<TransferStepView> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(Transfers.STEPS, list.query().id("transfer", id.toString()));
    }

    private MembershipTransfer visible(UUID id) {
        return transfers.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
