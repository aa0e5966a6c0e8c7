package io.zhixing.session;

/** Roles that this service knows; they are granted on an organization and hold in its subtree. */
public final class Roles {

    public static final String CAMPAIGN_OFFICER = "CAMPAIGN_OFFICER";
    public static final String BRANCH_SECRETARY = "BRANCH_SECRETARY";
    public static final String BRANCH_CLERK = "BRANCH_CLERK";
    public static final String READER = "READER";
    public static final String SYSTEM_CLIENT = "SYSTEM_CLIENT";

    private Roles() {}
}
