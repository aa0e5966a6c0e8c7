package io.zhixing.organization.document;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignDocumentKind", description = "文件类别 Kind of document")
public enum DocumentKind {
    @Label(zh = "实施方案", en = "Implementation plan")
    PLAN,
    @Label(zh = "分领域指导意见", en = "Guidance for sectors")
    SECTOR_GUIDANCE,
    @Label(zh = "工作指引", en = "Work guide")
    WORK_GUIDE
}
