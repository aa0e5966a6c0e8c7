package io.zhixing.organization.dues;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bracket of a table: of every base within it the whole is taken at its one rate. */
@Schema(name = "DuesBracket", description = "一档标准 A bracket")
record RateBracket(
        @Schema(description = "基数起（分） Base from, in fen, included") @NotNull @Min(0) @Max(9007199254740991L) Long fromFen,
        @Schema(description = "基数止（分） Base to, in fen, included; absent in the last bracket") @Min(0) @Max(9007199254740991L) Long toFen,
        @Schema(description = "费率（万分之） Rate of the whole base in basis points") @NotNull @Min(0) @Max(10000) Integer basisPoints) {

    /** Adds {@code RATE_TABLE_GAP} wherever a base would have no rate or two. */
    static void judge(List<RateBracket> table, Faults faults) {
        IntStream.range(0, table.size() - 1).filter(i -> !table.get(i).isFollowedBy(table.get(i + 1)))
                .forEach(i -> faults.add(gap(i + 1, "fromFen")));
        faults.addIf(table.get(0).fromFen() != 0, gap(0, "fromFen"))
                .addIf(table.get(table.size() - 1).toFen() != null, gap(table.size() - 1, "toFen"));
    }

    private boolean isFollowedBy(RateBracket next) {
        return toFen != null && toFen >= fromFen && next.fromFen == toFen + 1;
    }

    private static Fault gap(int bracket, String field) {
        return OrganizationProblems.RATE_TABLE_GAP.at(Place.pointer("/brackets/" + bracket + "/" + field));
    }
}
