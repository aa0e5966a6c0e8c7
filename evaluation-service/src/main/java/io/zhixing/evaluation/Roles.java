package io.zhixing.evaluation;

/** Roles of grants as this service knows them; they are granted on an organization and hold in its subtree. */
public final class Roles {

    /** 活动办公室人员: runs the campaign for an organization and what is below it. */
    public static final String OFFICER = "CAMPAIGN_OFFICER";
    /** 支部书记. */
    public static final String SECRETARY = "BRANCH_SECRETARY";
    /** 支部干事. */
    public static final String CLERK = "BRANCH_CLERK";
    /** 查阅人. */
    public static final String READER = "READER";
    /** 督导员. */
    public static final String SUPERVISOR = "SUPERVISOR";
    /** 系统对接方: another government system. */
    public static final String SYSTEM = "SYSTEM_CLIENT";

    private Roles() {}
}
