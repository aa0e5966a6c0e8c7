package io.zhixing.platform.audit;

import java.util.UUID;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "审计核验结果 What the walk along the chains found", examples = "{\"intact\":true,\"entries\":120}")
record AuditVerification(
        @Schema(description = "是否完好 Whether every entry that was walked is there and as it was written", required = true) boolean intact,
        @Schema(description = "已核验条数 Entries that were found right", required = true, minimum = "0") long entries,
        @Schema(description = "首个问题 The first fault; absent when there is none") FirstFault fault,
        @Schema(description = "续核游标，未核验到末尾时给出，此时以上各项只说明到此处为止的记录：作为cursor再次调用即从此处继续 Where the walk stopped before its end, and how far the others hold: "
                + "given as cursor the next call goes on from there; absent when nothing is left") String next) {

    @Schema(name = "AuditFirstFault", description = "首个问题 The first fault, in the order of organizations, imports and numbers")
    record FirstFault(
            @Schema(description = "组织标识 Organization; absent for the chain of no organization") UUID organizationId,
            @Schema(description = "导入任务标识 Import; absent for single calls") UUID importId,
            @Schema(description = "序号 Number of the entry", required = true, minimum = "1") long seq,
            @Schema(description = "问题 What is wrong", required = true) AuditFault kind) {}

    @Schema(description = "审计问题 What can be wrong with a chain")
    enum AuditFault {
        @Label(zh = "缺失", en = "The entry is not there")
        MISSING,
        @Label(zh = "断链", en = "The entry does not follow the one before")
        UNLINKED,
        @Label(zh = "被改", en = "The entry is not what was written")
        ALTERED,
        @Label(zh = "截断", en = "The entries from here to the end are not there")
        CUT,
        @Label(zh = "多出", en = "More entries than were written")
        FOREIGN,
        @Label(zh = "改写", en = "The last entry is not the one that was written")
        REWRITTEN
    }
}
