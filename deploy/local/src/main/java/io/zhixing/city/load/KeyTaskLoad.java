package io.zhixing.city.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.zhixing.city.sample.KeyTask;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/** The seven key tasks: set by the city's office, then reported from the towns upwards, each confirmed before its superior. */
final class KeyTaskLoad {

    private static final String TASKS = "/organization/v1/key-tasks";

    private final SampleCity city;
    private final Api reporter;
    private final Api office;
    private final Function<Organization, String> ids;
    private final String keyPrefix;

    /**
     * @param reporter who reports for every organization
     * @param office who sets the tasks and confirms: another caller
     */
    KeyTaskLoad(SampleCity city, Api reporter, Api office, Function<Organization, String> ids, String keyPrefix) {
        this.city = city;
        this.reporter = reporter;
        this.office = office;
        this.ids = ids;
        this.keyPrefix = keyPrefix;
    }

    private record Share(KeyTask task, Organization organization) {}

    /** @param campaign its id */
    void load(Crew crew, String campaign) {
        var set = new HashMap<Integer, String>();
        for (var task : KeyTask.ALL) {
            set.put(task.number(), office.post(TASKS, Body.of("campaignId", campaign, "number", task.number(), "title",
                    task.title(), "obligedTypes", KeyTask.OBLIGED.stream().map(Enum::name).toList(), "deadline",
                    task.deadline().toString(), "evidence", task.evidence()), keyPrefix + "task-" + task.number(), null)
                    .body().path("id").asText());
        }
        crew.inTurn("重点任务", "key tasks", deepestFirst(), share -> take(share, set));
    }

    private void take(Share share, Map<Integer, String> set) {
        var steps = TASKS + "/" + set.get(share.task().number()) + "/progress/" + ids.apply(share.organization())
                + "/transitions";
        var key = keyPrefix + "task-" + share.task().number() + "-" + share.organization().index();
        var started = reporter.post(steps, Body.of("transition", "start", "on", KeyTask.startedOn().toString()),
                key + "-start", "\"v0\"");
        var reported = reporter.post(steps,
                Body.of("transition", "report", "on", share.task().reportedOn(share.organization()).toString(),
                        "statement", share.task().evidence().equals("STATED") ? "已逐项落实并建立台账" : null),
                key + "-report", started.etag());
        office.post(steps,
                Body.of("transition", "confirm", "on", share.task().confirmedOn(share.organization()).toString()),
                key + "-confirm", reported.etag());
    }

    /** Task by task: an organization takes one step at a time, and its seven tasks side by side would wait for each other. */
    private List<List<Share>> deepestFirst() {
        var levels = new HashMap<Integer, List<Share>>();
        for (var task : KeyTask.ALL) {
            city.organizations().stream().filter(one -> KeyTask.OBLIGED.contains(one.type()))
                    .forEach(one -> levels.computeIfAbsent(one.depth(), depth -> new ArrayList<>())
                            .add(new Share(task, one)));
        }
        return levels.entrySet().stream().sorted(Map.Entry.<Integer, List<Share>>comparingByKey(
                Comparator.reverseOrder())).map(Map.Entry::getValue).toList();
    }
}
