package io.zhixing.organization.document;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignDocumentState", description = "文件状态 State of a document")
public enum DocumentState {
    @Label(zh = "草稿", en = "Draft")
    DRAFT,
    @Label(zh = "已印发", en = "Issued")
    ISSUED,
    @Label(zh = "已被替代", en = "Superseded")
    SUPERSEDED,
    @Label(zh = "已撤回", en = "Withdrawn")
    WITHDRAWN
}
