package io.zhixing.city.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;
import io.zhixing.city.sample.Stay;

/** Floating members and registrations at the residence by import, then what the other side confirms and notes. */
final class StayLoad {

    private static final int ROWS_PER_FILE = 20_000;
    private static final String FLOATING = "memberNumber,hostCode,hostArea,contactNumber,awayFrom,on\r\n";
    private static final String RESIDENCES = "memberNumber,residenceCode,on\r\n";

    private final SampleCity city;
    private final Api api;
    private final String keyPrefix;

    StayLoad(SampleCity city, Api api, String keyPrefix) {
        this.city = city;
        this.api = api;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        var floating = city.stays().floating();
        var away = imported(crew, "流动党员", "floating members", "floating-members", FLOATING, floating,
                (place, file) -> floating(floating.get(place), file));
        crew.stage("流入地确认", "hosts confirm", floating.stream().filter(Stay::confirmed).toList(),
                stay -> step("floating-members", away.get(stay.member().memberNumber() + "/" + stay.from()), "\"v1\"",
                        Body.of("transition", "confirm-host", "on", stay.on().plusDays(3).toString()),
                        "host-" + stay.index()));
        var residences = city.stays().residences();
        var registered = imported(crew, "居住地报到", "residences", "residence-registrations", RESIDENCES, residences,
                (place, file) -> Rows.add(file, residences.get(place).member().memberNumber(),
                        residences.get(place).place().code(), residences.get(place).on()));
        crew.stage("居住地确认", "residences confirm", residences.stream().filter(Stay::confirmed).toList(),
                stay -> confirm(stay, registered.get(stay.member().memberNumber() + "/" + stay.on())));
    }

    private Map<String, String> imported(Crew crew, String zh, String en, String kind, String header, List<Stay> stays,
            ImportCall.RowWriter writer) {
        var ids = new HashMap<String, String>();
        crew.job(zh, en, stays.size(), bar -> ids.putAll(ImportCall.ids(
                new ImportCall(api, "organization", kind, "text/csv", ROWS_PER_FILE).load(stays.size(), header, writer,
                        keyPrefix + kind, bar, ImportCall.Again.NEVER))));
        return ids;
    }

    private void confirm(Stay stay, String id) {
        var confirmed = step("residence-registrations", id, "\"v1\"",
                Body.of("transition", "confirm", "on", stay.on().plusDays(3).toString()), "residence-" + stay.index());
        if (stay.noted()) {
            step("residence-registrations", id, confirmed.etag(),
                    Body.of("transition", "feedback", "on", "2017-01-10", "year", 2016, "comment", "按时参加社区活动"),
                    "feedback-" + stay.index());
        }
    }

    private Api.Answer step(String resource, String id, String etag, Map<String, Object> move, String key) {
        return api.post("/organization/v1/" + resource + "/" + id + "/transitions", move, keyPrefix + key, etag);
    }

    private static void floating(Stay stay, StringBuilder file) {
        Rows.add(file, stay.member().memberNumber(), Rows.of(stay.place(), Organization::code), stay.area(),
                Rows.of(stay.contact(), Member::memberNumber), stay.from(), stay.on());
    }
}
