package io.zhixing.project;

/** Roles of grants as this service knows them; they are granted on an organization and hold in its subtree. */
public final class Roles {

    /** 活动办公室人员: reads everything of its subtree. */
    public static final String CAMPAIGN_OFFICER = "CAMPAIGN_OFFICER";
    /** 村经办、实施单位: draws up projects and payment orders. */
    public static final String FUND_REQUESTER = "FUND_REQUESTER";
    /** 镇、县审核审批. */
    public static final String FUND_APPROVER = "FUND_APPROVER";
    /** 财政: sources, allocations, budgets, sending of orders, bank receipts. */
    public static final String FUND_CASHIER = "FUND_CASHIER";
    /** 验收组. */
    public static final String PROJECT_ACCEPTOR = "PROJECT_ACCEPTOR";
    /** 督导员: suspends and resumes projects. */
    public static final String SUPERVISOR = "SUPERVISOR";
    /** 资金审计: reads the ledger and writes nothing. */
    public static final String MONEY_AUDITOR = "MONEY_AUDITOR";
    /** 查阅人. */
    public static final String READER = "READER";
    /** 系统对接方: another government system. */
    public static final String SYSTEM_CLIENT = "SYSTEM_CLIENT";

    private Roles() {}
}
