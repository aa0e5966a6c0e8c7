package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.organization.structure.OrganizationType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyTask", description = "重点任务 A key task of a campaign", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a5a4","campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","number":1,"title":"党员组织关系集中排查",
         "obligedTypes":["LOCAL_COMMITTEE","PRIMARY_COMMITTEE","GENERAL_BRANCH","BRANCH"],"deadline":"2016-06-30","evidence":"SCREENING","version":1}""")
record KeyTaskView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "活动 Campaign", required = true) UUID campaignId,
        @Schema(description = "主办组织 Organization that runs the campaign", required = true) UUID organizationId,
        @Schema(description = "序号 Number in the campaign", required = true, minimum = "1") int number,
        @Schema(description = "标题 Title", required = true) String title,
        @Schema(description = "承担任务的组织类型 Types of organizations that it obliges", required = true) List<OrganizationType> obligedTypes,
        @Schema(description = "完成期限 Last day in time", required = true) LocalDate deadline,
        @Schema(description = "佐证类别 What shows that it is done", required = true) EvidenceKind evidence,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
