package io.zhixing.session.study;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done in a session; it counts once in each figure that one of its contents matches. */
@Schema(description = "活动内容 Content of a session")
public enum SessionContent {
    @Label(zh = "集中学习", en = "Collective study")
    COLLECTIVE_STUDY,
    @Label(zh = "听党课", en = "Lecture")
    LECTURE,
    @Label(zh = "交纳党费", en = "Paying dues")
    DUES,
    @Label(zh = "民主议事", en = "Democratic discussion")
    DEMOCRATIC_DISCUSSION,
    @Label(zh = "志愿服务", en = "Voluntary service")
    VOLUNTEER_SERVICE,
    @Label(zh = "家庭教育", en = "Family education")
    FAMILY_EDUCATION,
    @Label(zh = "其他", en = "Other")
    OTHER
}
