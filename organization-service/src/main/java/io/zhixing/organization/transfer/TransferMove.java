package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.member.MemberType;
import io.zhixing.organization.member.PartyMember;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of a transfer; who comes from outside for the first time is described with the step that receives him. */
@Schema(name = "TransferMove", description = "转移步骤 A step of a transfer", examples = {
        "{\"transition\":\"submit\",\"on\":\"2016-03-02\",\"comment\":\"本人申请\"}"})
public record TransferMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "意见；退回、不予接收须写明原因 Opinion; the reason of a return or a rejection") @Size(max = 500) String comment,
        @Schema(description = "姓名；接收市外首次转来的党员时须填本项及以下各项 Name; this and what follows with receive, of who comes from outside for the first time") @Pattern(regexp = "(?s).*\\S.*") @Size(max = 100) String name,
        @Schema(description = "身份证号 ID number of GB 11643; kept encrypted, shown masked") @Size(min = 1, max = 20) String idNumber,
        @Schema(description = "性别代码 Sex by GB/T 2261.1: 1 male, 2 female") @Pattern(regexp = "[12]") String sexCode,
        @Schema(description = "民族代码 Ethnicity by GB/T 3304, as national-codes lists it") @Pattern(regexp = "[0-9]{2}") String ethnicityCode,
        @Schema(description = "出生日期 Birth date, the one within the ID number") LocalDate birthDate,
        @Schema(description = "党员类型 Type") MemberType memberType,
        @Schema(description = "入党日期 Day of joining") LocalDate joinedOn,
        @Schema(description = "转正日期 Full member since; not for a probationary member") LocalDate fullSince) {

    /** Whom the step describes; {@code VALIDATION_FAILED} names everything that it does not say of him. */
    PartyMember.Facts person(String memberNumber, UUID branch) {
        var missing = new ArrayList<Fault>();
        needed(missing, "name", name);
        needed(missing, "idNumber", idNumber);
        needed(missing, "sexCode", sexCode);
        needed(missing, "ethnicityCode", ethnicityCode);
        needed(missing, "birthDate", birthDate);
        needed(missing, "memberType", memberType);
        needed(missing, "joinedOn", joinedOn);
        if (!missing.isEmpty()) {
            throw new ProblemException(PlatformProblems.VALIDATION_FAILED, missing);
        }
        return new PartyMember.Facts(memberNumber, name, idNumber, sexCode, ethnicityCode, birthDate, memberType,
                joinedOn, fullSince, branch, on);
    }

    private static void needed(List<Fault> missing, String field, Object stated) {
        if (stated == null) {
            missing.add(PlatformProblems.VALUE_INVALID.at(Place.pointer("/" + field), "must not be null"));
        }
    }
}
