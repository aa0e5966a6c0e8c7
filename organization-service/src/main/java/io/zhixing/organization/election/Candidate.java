package io.zhixing.organization.election;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.zhixing.organization.post.Post;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ElectionCandidate", description = "候选人 Who stood, for which post, with how many approvals")
public record Candidate(
        @Schema(description = "党员 Member", required = true) @NotNull UUID memberId,
        @Schema(description = "职务 Post", required = true) @NotNull Post post,
        @Schema(description = "赞成票 Approvals", required = true, minimum = "0", maximum = "100000") @NotNull @Min(0) @Max(100_000) Integer votes,
        @Schema(description = "是否当选 Whether elected", required = true) @NotNull Boolean elected) {}
