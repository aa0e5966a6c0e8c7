package io.zhixing.organization.election;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TermElection", description = "换届选举 An election of a committee", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e5","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","kind":"REGULAR",
         "plannedOn":"2017-02-28","seats":3,"years":3,"delegates":false,"surplusShort":false,"state":"APPLIED","version":1}""")
record ElectionView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "种类 Kind", required = true) ElectionKind kind,
        @Schema(description = "拟选举日期 Planned day", required = true) LocalDate plannedOn,
        @Schema(description = "应选人数 Seats", required = true, minimum = "1") int seats,
        @Schema(description = "新一届年限 Years of the term that begins; not of a by-election") Integer years,
        @Schema(description = "年限与规定不一致的原因 Why the years differ from the rule") String deviationReason,
        @Schema(description = "是否代表大会 Whether delegates elect", required = true) boolean delegates,
        @Schema(description = "申请理由 Reason of the application") String reason,
        @Schema(description = "选举大会 Meeting in session-service; not verified") UUID sessionId,
        @Schema(description = "选举日期 Day on which it was held") LocalDate heldOn,
        @Schema(description = "应到 Entitled") Integer entitled,
        @Schema(description = "实到 Present") Integer present,
        @Schema(description = "差额是否不足 Whether there were fewer candidates than the rule generally asks for", required = true) boolean surplusShort,
        @Schema(description = "作废原因 Why it was voided") String voidReason,
        @Schema(description = "状态 State", required = true) ElectionState state,
        @Schema(description = "候选人 Candidates; absent in lists") List<Candidate> candidates,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
