package io.zhixing.session.lecture;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the lecturer was on the day of the lecture. */
@Schema(description = "授课人类别 Kind of lecturer")
public enum LecturerKind {
    @Label(zh = "书记", en = "Secretary")
    SECRETARY,
    @Label(zh = "党员领导干部", en = "Leading cadre")
    LEADING_CADRE,
    @Label(zh = "党员", en = "Member")
    MEMBER,
    @Label(zh = "外请", en = "External")
    EXTERNAL;

    /** By post first, then by an office that was stated; whoever is not in the directory's terms a member is external. */
    public static LecturerKind of(boolean member, boolean secretary, boolean office) {
        return !member ? EXTERNAL : secretary ? SECRETARY : office ? LEADING_CADRE : MEMBER;
    }
}
