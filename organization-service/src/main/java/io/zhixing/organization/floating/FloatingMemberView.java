package io.zhixing.organization.floating;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FloatingMember", description = "流动党员 A floating member", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4ec","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4",
         "homeId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","hostId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6","hostArea":"某市某区",
         "awayFrom":"2015-09-01","lastContactOn":"2016-03-01","state":"REGISTERED","version":1}""")
record FloatingMemberView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "流出支部 Home branch", required = true) UUID homeId,
        @Schema(description = "流入组织 Host organization of this register") UUID hostId,
        @Schema(description = "流入地 Where he is", required = true) String hostArea,
        @Schema(description = "外出日期 Away from", required = true) LocalDate awayFrom,
        @Schema(description = "合并前已外出的，最初外出日期 First day of the same absence, when it went on after a merger of home or host") LocalDate awaySince,
        @Schema(description = "结束日期 First day no longer away") LocalDate awayTo,
        @Schema(description = "联系人 Who keeps contact at home") UUID contactMemberId,
        @Schema(description = "最近联系日期 Day of the last contact", required = true) LocalDate lastContactOn,
        @Schema(description = "状态 State", required = true) FloatingState state,
        @Schema(description = "所延续的登记 Record of the same absence that ended by a merger of home or host as this one began") UUID continuesId,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
