package io.zhixing.organization.term;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CommitteeTerm", description = "届期 A term of a committee", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e4","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","number":3,
         "electedOn":"2014-03-01","years":3,"endsOn":"2017-03-01","standing":"OVERDUE","version":1}""")
record TermView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "届次 Number of the term", required = true, minimum = "1") int number,
        @Schema(description = "当选日期 First day", required = true) LocalDate electedOn,
        @Schema(description = "随组织合并转入的，转入日期 First day at this organization, when it came by a merger") LocalDate heldFrom,
        @Schema(description = "年限 Years", required = true, minimum = "1", maximum = "10") int years,
        @Schema(description = "届满日期 First day after it", required = true) LocalDate endsOn,
        @Schema(description = "年限与规定不一致的原因 Why the years differ from the rule") String deviationReason,
        @Schema(description = "所依据的规定 The rule from which they differ") String deviationSource,
        @Schema(description = "延期至 Last day on which the postponed election may be held") LocalDate extendedUntil,
        @Schema(description = "延期原因 Why it was postponed") String extensionReason,
        @Schema(description = "结束日期 Day on which the next term began") LocalDate endedOn,
        @Schema(description = "所由选举 Election that began it") UUID electionId,
        @Schema(description = "今天的情况 Where it stands today, by its days", required = true) TermStanding standing,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
