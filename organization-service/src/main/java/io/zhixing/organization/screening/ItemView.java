package io.zhixing.organization.screening;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ScreeningItem", description = "排查项 What was found of a member", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4f1","sheetId":"01912d68-783e-7a0f-8000-0f54b3b0a4f0",
         "memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","state":"UNCHECKED","version":1}""")
record ItemView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "排查表 Sheet", required = true) UUID sheetId,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "排查结果 Finding") Finding finding,
        @Schema(description = "处理措施 Action") ScreeningAction action,
        @Schema(description = "说明 Note") String note,
        @Schema(description = "状态 State", required = true) ItemState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
