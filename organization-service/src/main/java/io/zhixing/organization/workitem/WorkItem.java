package io.zhixing.organization.workitem;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WorkItem", description = "待办事项 Something that is due, overdue or waiting", examples = """
        {"kind":"TERM_ENDING","status":"OVERDUE","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001002003",
         "name":"示例支部委员会","since":"2017-03-01","dueOn":"2017-02-28","quantity":1,"step":"apply","office":"ITSELF",
         "roles":["BRANCH_SECRETARY","CAMPAIGN_OFFICER"],
         "address":"/organization/v1/committee-terms/01912d68-783e-7a0f-8000-0f54b3b0a4e4"}""")
public record WorkItem(
        @Schema(description = "待办种类 Kind", required = true) WorkKind kind,
        @Schema(description = "待办情况 How it stands on the day", required = true) WorkStatus status,
        @Schema(description = "党组织 Organization that it is about", required = true) UUID organizationId,
        @Schema(description = "编码 Its code", required = true) String code,
        @Schema(description = "名称 Its name", required = true) String name,
        @Schema(description = "起始日 Day since when it is due, overdue or waiting", required = true) LocalDate since,
        @Schema(description = "最后日期 Last day on which it may be done; absent where no day is set") LocalDate dueOn,
        @Schema(description = "件数 How many records are meant, such as members in arrears", required = true, minimum = "1") long quantity,
        @Schema(description = "下一步骤 Step that ends it; absent where several may") String step,
        @Schema(description = "由谁办理 Who acts, seen from the organization", required = true) WorkOffice office,
        @Schema(description = "办理角色 Roles that may act there", required = true) List<String> roles,
        @Schema(description = "记录地址 Address of the record, or of the records", required = true) String address) {}
