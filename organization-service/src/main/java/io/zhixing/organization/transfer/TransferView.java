package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MembershipTransfer", description = "组织关系转移 A transfer of membership", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e3","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","memberNumber":"M0000001",
         "senderId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","receiverId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6",
         "reach":"SAME_COMMITTEE","reason":"工作调动","state":"SENDING_APPROVED","letterUntil":"2016-06-02","upperApprovals":0,"steppedOn":"2016-03-04",
         "version":3}""")
record TransferView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员；市外转来的，接收后才有 Member; of one who comes from outside for the first time once he is received") UUID memberId,
        @Schema(description = "党员编号 Member number", required = true) String memberNumber,
        @Schema(description = "转出支部 Sending branch, of this register") UUID senderId,
        @Schema(description = "市外转出组织 Sender outside the register, as text") String senderOutside,
        @Schema(description = "转入支部 Receiving branch, of this register") UUID receiverId,
        @Schema(description = "市外接收组织 Receiver outside the register, as text") String receiverOutside,
        @Schema(description = "转移范围 How far it goes", required = true) TransferReach reach,
        @Schema(description = "转移原因 Reason", required = true) String reason,
        @Schema(description = "状态 State", required = true) TransferState state,
        @Schema(description = "介绍信有效期至 Last day on which the letter is valid") LocalDate letterUntil,
        @Schema(description = "退回或不予接收的原因 Reason of a return or rejection") String refusalReason,
        @Schema(description = "已同意的上级数 Superiors on the way that have approved, from the lowest upward", required = true, minimum = "0") int upperApprovals,
        @Schema(description = "上一步日期 Business day of the last step", required = true) LocalDate steppedOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
