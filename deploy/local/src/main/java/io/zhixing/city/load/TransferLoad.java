package io.zhixing.city.load;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;
import io.zhixing.city.sample.Transfer;

/** Transfers drawn up by import, then each taken as far as it comes; after all that is judged by the rolls before. */
final class TransferLoad {

    private static final int ROWS_PER_FILE = 20_000;
    private static final int DAYS_WAITING = 20;
    private static final String COLUMNS = """
            memberNumber,receiverCode,receiverOutside,reach,reason,on,senderCode,receivedOn\r
            """;

    private final SampleCity city;
    private final Api branches;
    private final Api office;
    private final String keyPrefix;
    private final LocalDate recently = LocalDate.now(ZoneOffset.ofHours(8)).minusDays(DAYS_WAITING);
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param branches who acts for sender and receiver
     * @param office who approves at the sender and above: another caller
     */
    TransferLoad(SampleCity city, Api branches, Api office, String keyPrefix) {
        this.city = city;
        this.branches = branches;
        this.office = office;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        var transfers = city.transfers();
        crew.job("组织关系转移", "transfers", transfers.size(), bar -> ids.putAll(ImportCall.ids(
                new ImportCall(branches, "organization", "membership-transfers", "text/csv", ROWS_PER_FILE).load(
                        transfers.size(), COLUMNS, (place, file) -> row(transfers.get(place), file),
                        keyPrefix + "transfers", bar, ImportCall.Again.NEVER))));
        crew.stage("转移办理", "transfers taken on", transfers.stream()
                .filter(one -> one.end() != Transfer.End.OF_THE_PAST && one.end() != Transfer.End.DRAFT).toList(),
                this::take);
    }

    private void take(Transfer one) {
        var submitted = step(branches, one, "submit", 0, "\"v1\"");
        switch (one.end()) {
            case SUBMITTED -> {
                // waits for the branch
            }
            case WITHDRAWN -> step(branches, one, "withdraw", 1, submitted.etag());
            default -> approved(one, step(office, one, "approve-sending", 1, submitted.etag()));
        }
    }

    private void approved(Transfer one, Api.Answer approved) {
        switch (one.end()) {
            case UPPER_APPROVED -> step(office, one, "approve-upper", 2, approved.etag());
            case RETURNED -> step(branches, one, "return", 3, approved.etag());
            case REJECTED -> step(branches, one, "reject", 3, approved.etag());
            case RECEIVED -> receive(one, approved);
            default -> {
                // waits for above or for the receiver, or runs out
            }
        }
    }

    /** Every superior whom he leaves approves first, from below upward. */
    private void receive(Transfer one, Api.Answer approved) {
        var last = approved;
        for (int i = 0; i < one.superiorsLeft(); i++) {
            last = step(office, one, "approve-upper", 2, last.etag());
        }
        step(branches, one, "receive", 3, last.etag());
    }

    private Api.Answer step(Api by, Transfer one, String step, int after, String etag) {
        var comment = step.equals("return") || step.equals("reject") ? "材料不齐" : null;
        return by.post("/organization/v1/membership-transfers/" + ids.get(key(one)) + "/transitions",
                Body.of("transition", step, "on", on(one).plusDays(after).toString(), "comment", comment),
                keyPrefix + "transfer-" + one.index() + "-" + step + "-" + etag.replace("\"", ""), etag);
    }

    private LocalDate on(Transfer one) {
        return one.isWaiting() ? recently : one.on();
    }

    private String key(Transfer one) {
        return one.member().memberNumber() + "/" + on(one);
    }

    private void row(Transfer one, StringBuilder file) {
        boolean past = one.sender() != null;
        Rows.add(file, one.member().memberNumber(), Rows.of(one.receiver(), Organization::code),
                one.receiver() == null ? "某省某市示例支部" : null, one.receiver() == null ? "NATIONWIDE" : null, "工作调动",
                on(one), Rows.of(one.sender(), Organization::code), past ? one.member().onRollFrom() : null);
    }
}
