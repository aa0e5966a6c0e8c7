package io.zhixing.session.study;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a session is: exactly one; what was done in it are its contents. */
@Schema(description = "活动类型 Type of a session")
public enum SessionType {
    @Label(zh = "支部党员大会", en = "General meeting of the branch")
    BRANCH_GENERAL_MEETING,
    @Label(zh = "支委会", en = "Branch committee meeting")
    BRANCH_COMMITTEE_MEETING,
    @Label(zh = "党小组会", en = "Party group meeting")
    PARTY_GROUP_MEETING,
    @Label(zh = "党课", en = "Party lecture")
    PARTY_LECTURE,
    @Label(zh = "集中学习", en = "Collective study")
    COLLECTIVE_STUDY,
    @Label(zh = "专题学习讨论", en = "Topic discussion")
    TOPIC_DISCUSSION,
    @Label(zh = "主题党日", en = "Themed Party day")
    THEMED_PARTY_DAY,
    @Label(zh = "理论学习中心组学习", en = "Theory study group")
    THEORY_STUDY_GROUP,
    @Label(zh = "常委会专题研究", en = "Topic of the standing committee")
    STANDING_COMMITTEE_TOPIC,
    @Label(zh = "组织生活会", en = "Organizational life meeting")
    ORGANIZATIONAL_LIFE_MEETING,
    @Label(zh = "民主生活会", en = "Democratic life meeting")
    DEMOCRATIC_LIFE_MEETING,
    @Label(zh = "部署会", en = "Deployment meeting")
    DEPLOYMENT_MEETING,
    @Label(zh = "培训班", en = "Training class")
    TRAINING_CLASS,
    @Label(zh = "志愿服务", en = "Voluntary service")
    VOLUNTEER_SERVICE
}
