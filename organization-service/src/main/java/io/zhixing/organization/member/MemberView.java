package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.organization.standing.StandingView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "党员 A Party member", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","memberNumber":"M0000001","name":"示例甲","idNumberMasked":"999***********0015",
         "sexCode":"1","ethnicityCode":"01","birthDate":"1900-01-01","memberType":"FULL","joinedOn":"1925-07-01",
         "fullSince":"1926-07-01","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","status":"ACTIVE",
         "onRollFrom":"2010-07-01","exempt":false,"version":1,"standing":{"year":2016,"grade":"QUALIFIED","confirmedOn":"2017-01-20"}}""")
public record MemberView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员编号 Member number", required = true) String memberNumber,
        @Schema(description = "姓名 Name", required = true) String name,
        @Schema(description = "身份证号（掩码） ID number, masked", required = true) String idNumberMasked,
        @Schema(description = "性别代码 Sex by GB/T 2261.1", required = true) String sexCode,
        @Schema(description = "民族代码 Ethnicity by GB/T 3304", required = true) String ethnicityCode,
        @Schema(description = "出生日期 Birth date", required = true) LocalDate birthDate,
        @Schema(description = "党员类型 Type", required = true) MemberType memberType,
        @Schema(description = "入党日期 Day of joining", required = true) LocalDate joinedOn,
        @Schema(description = "转正日期 Full member since") LocalDate fullSince,
        @Schema(description = "所在支部 Branch", required = true) UUID organizationId,
        @Schema(description = "党籍状态 Status", required = true) MemberStatus status,
        @Schema(description = "编入日期 First day on this roll", required = true) LocalDate onRollFrom,
        @Schema(description = "离开日期 First day no longer on it") LocalDate onRollTo,
        @Schema(description = "延长后的预备期届满日 Day on which an extended probation ends") LocalDate probationUntil,
        @Schema(description = "所在党小组 Party group") UUID groupId,
        @Schema(description = "是否免于参加 Whether he need not attend", required = true) boolean exempt,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version,
        @Schema(description = "最近一次民主评议结果 Newest standing; absent until one is confirmed") StandingView standing) {}
