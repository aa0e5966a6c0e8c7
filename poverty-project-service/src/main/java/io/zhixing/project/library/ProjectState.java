package io.zhixing.project.library;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "项目状态 State of a project")
public enum ProjectState {
    @Label(zh = "草稿", en = "Draft")
    DRAFT,
    @Label(zh = "镇级审核", en = "Town review")
    TOWN_REVIEW,
    @Label(zh = "县级审批", en = "County review")
    COUNTY_REVIEW,
    @Label(zh = "公示", en = "Public notice")
    PUBLIC_NOTICE,
    @Label(zh = "入库", en = "In the library")
    IN_LIBRARY,
    @Label(zh = "资金已下达", en = "Funded")
    FUNDED,
    @Label(zh = "实施中", en = "In progress")
    IN_PROGRESS,
    @Label(zh = "已完工", en = "Completed")
    COMPLETED,
    @Label(zh = "已验收", en = "Accepted")
    ACCEPTED,
    @Label(zh = "已关闭", en = "Closed")
    CLOSED,
    @Label(zh = "已暂停", en = "Suspended")
    SUSPENDED,
    @Label(zh = "已退回", en = "Rejected")
    REJECTED,
    @Label(zh = "已撤回", en = "Withdrawn")
    WITHDRAWN
}
