package io.zhixing.organization;

/** A county with a campaign of its own and two towns, below one of which something stands. */
record CampaignCounty(Register.Organization county, Register.Organization town, Register.Organization other,
        Register.Organization branch, String campaign) {

    /** @param below the type of what stands below the town: {@code BRANCH} or {@code GENERAL_BRANCH} */
    static CampaignCounty with(String below) {
        var county = Register.committee();
        var town = Register.below(county, "PRIMARY_COMMITTEE");
        var other = Register.below(county, "PRIMARY_COMMITTEE");
        return new CampaignCounty(county, town, other, Register.below(town, below), Campaigning.opened(county));
    }

    /** The id of a key task of the campaign. */
    String task(String evidence, String... types) {
        return Campaigning.made(KeyTasking.TASKS, KeyTasking.task(campaign, 1, evidence, types));
    }
}
