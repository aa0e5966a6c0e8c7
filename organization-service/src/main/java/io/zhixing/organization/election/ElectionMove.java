package io.zhixing.organization.election;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TermElectionMove", description = "选举步骤 A step of an election", examples = """
        {"transition":"record-result","on":"2017-02-28","present":18,"candidates":[
         {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","post":"SECRETARY","votes":17,"elected":true}]}""")
record ElectionMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明、退回或作废的原因 Comment; the reason of return and void") @Size(max = 500) String comment,
        @Schema(description = "选举大会 Meeting in session-service, with record-result; not verified") UUID sessionId,
        @Schema(description = "应到代表 Delegates entitled, with record-result of an election by delegates; else the register counts the full members of that day") @Min(1) @Max(100_000) Integer entitled,
        @Schema(description = "实到 Present, with record-result") @Min(0) @Max(100_000) Integer present,
        @Schema(description = "候选人 Candidates and their approvals, with record-result") @Size(min = 1, max = 100) List<@NotNull @Valid Candidate> candidates) {

    boolean lacksReason() {
        return comment == null || comment.isBlank();
    }
}
