package io.zhixing.organization.member;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CorrectMember", description = "更正党员资料 What was written wrongly; a field that is absent stays as it is", examples = "{\"reason\":\"身份证姓名用字有误\",\"name\":\"示例乙\"}")
record MemberCorrection(
        @Schema(description = "更正原因 Reason", required = true) @NotBlank @Size(max = 500) String reason,
        @Schema(description = "姓名 Name") @Size(min = 1, max = 100) String name,
        @Schema(description = "身份证号 ID number; birth date and sex follow it") @Size(min = 1, max = 20) String idNumber,
        @Schema(description = "民族代码 Ethnicity by GB/T 3304") @Pattern(regexp = "[0-9]{2}") String ethnicityCode,
        @Schema(description = "入党日期 Day of joining") LocalDate joinedOn,
        @Schema(description = "转正日期 Full member since; of a full member only") LocalDate fullSince) {}
