package io.zhixing.project.notice;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Objection", description = "异议 An objection to a notice", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4de","noticeId":"01912d68-783e-7a0f-8000-0f54b3b0a4d8","content":"路线与公示不符",
         "receivedOn":"2016-05-05","state":"OPEN","stateOn":"2016-05-05","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObjectionView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "公示 Notice", required = true) UUID noticeId,
        @Schema(description = "内容 Content", required = true) String content,
        @Schema(description = "收到日期 Day on which it came", required = true) LocalDate receivedOn,
        @Schema(description = "状态 State", required = true) Objection.ObjectionState state,
        @Schema(description = "状态日期 Business day of the last step", required = true) LocalDate stateOn,
        @Schema(description = "答复 Answer") String answer,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
