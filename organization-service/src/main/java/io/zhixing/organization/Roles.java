package io.zhixing.organization;

/** Roles of grants as this service knows them. */
public final class Roles {

    /** 活动办公室人员: runs the campaign for an organization and what is below it. */
    public static final String OFFICER = "CAMPAIGN_OFFICER";
    /** 支部书记; may do what the clerk may. */
    public static final String SECRETARY = "BRANCH_SECRETARY";
    /** 支部干事. */
    public static final String CLERK = "BRANCH_CLERK";
    /** 党员: sees what the register holds of himself and registers where he lives; his grant shows him nobody else. */
    public static final String MEMBER = "MEMBER";
    /** 查阅人. */
    public static final String READER = "READER";
    /** 督导员. */
    public static final String SUPERVISOR = "SUPERVISOR";
    /** 身份核对员: finds a member by his ID number, and does nothing else by that. */
    public static final String IDENTITY_CHECKER = "IDENTITY_CHECKER";
    /** 证件查看员: is shown a member's ID number in full, each time for a purpose. */
    public static final String IDENTITY_REVEALER = "IDENTITY_REVEALER";
    /** 系统对接方: another government system. */
    public static final String SYSTEM = "SYSTEM_CLIENT";

    private Roles() {}
}
