package io.zhixing.project.notice;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PublicNotice", description = "公示 A public notice", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d8","projectId":"01912d68-783e-7a0f-8000-0f54b3b0a4d5",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6","kind":"ENTRY","level":"COUNTY","startsOn":"2016-05-03",
         "endsOn":"2016-05-10","requiredDays":0,"warning":"NO_MINIMUM_DAYS_KNOWN","openObjections":0,"upheldObjections":0,"state":"OPEN","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "项目 Project", required = true) UUID projectId,
        @Schema(description = "所属组织 The project's organization", required = true) UUID organizationId,
        @Schema(description = "公示种类 Kind", required = true) PublicNotice.NoticeKind kind,
        @Schema(description = "公示层级 Level", required = true) PublicNotice.NoticeLevel level,
        @Schema(description = "起始日 First day, not counted", required = true) LocalDate startsOn,
        @Schema(description = "截止日 Last day", required = true) LocalDate endsOn,
        @Schema(description = "规定天数 Days that the rule of the first day asks for; 0 where no rule is known", required = true, minimum = "0") int requiredDays,
        @Schema(description = "提示 NO_MINIMUM_DAYS_KNOWN where no rule on the number of days is known for the first day") String warning,
        @Schema(description = "未处理异议 Open objections", required = true, minimum = "0") int openObjections,
        @Schema(description = "成立的异议 Objections that were upheld; with one the notice does not pass", required = true, minimum = "0") int upheldObjections,
        @Schema(description = "状态 State", required = true) PublicNotice.NoticeState state,
        @Schema(description = "结束日期 Day on which it was closed") LocalDate closedOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    static final String NO_RULE_KNOWN = "NO_MINIMUM_DAYS_KNOWN";
}
