package io.zhixing.acceptance.faults.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.acceptance.faults.oracle.TopicLog.Event;
import io.zhixing.city.launch.Service;

/** P6: each projection row beside the newest event of its key, field by field, and the counters beside the rows they count. */
final class FoldOfEvents implements Property {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Projection> PROJECTIONS = List.of(
            new Projection(Service.SESSION, "organization_ref", "organization-",
                    List.of("organizationId", "version", "code", "type", "state", "path"),
                    "concat_ws(' ', id, version, code, type, state, organization_path)"),
            new Projection(Service.SESSION, "member_ref", "member-",
                    List.of("memberId", "version", "memberNumber", "organizationId", "memberType"),
                    "concat_ws(' ', id, version, member_number, organization_id, member_type)"),
            new Projection(Service.SESSION, "post_ref", "post-",
                    List.of("postId", "version", "memberId", "organizationId", "post", "from", "to"),
                    "concat_ws(' ', id, version, member_id, organization_id, post, from_day, to_day)"),
            new Projection(Service.POVERTY_PROJECT, "organization_ref", "organization-",
                    List.of("organizationId", "version", "code", "type", "state", "path"),
                    "concat_ws(' ', id, version, code, type, state, organization_path)"));
    private static final String MISCOUNTED = """
            select coalesce(t.organization_id, s.organization_id)::text, coalesce(t.counted, 0) || ' counted, ' || coalesce(s.recorded, 0) || ' recorded'
            from (select organization_id, sum(sessions) as counted from study_tally group by 1) t
            full join (select organization_id, count(*) as recorded from study_session where state = 'RECORDED' group by 1) s
              on s.organization_id = t.organization_id
            where coalesce(t.counted, 0) <> coalesce(s.recorded, 0)""";

    /** @param row the fields of an event in the words of the table */
    private record Projection(Service service, String table, String events, List<String> fields, String row) {

        String fold(Event event) {
            try {
                var state = JSON.readTree(event.payload());
                return String.join(" ", fields.stream().map(state::path).filter(Objects::nonNull)
                        .filter(one -> !one.isMissingNode() && !one.isNull()).map(JsonNode::asText).toList());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public String code() {
        return "P6";
    }

    @Override
    public String sentence() {
        return "each projection is the fold of the distinct events, and each counter the count of its rows";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var violations = new ArrayList<String>();
        for (var projection : PROJECTIONS) {
            var expected = expected(evidence.topic(Service.ORGANIZATION).events(), projection);
            var found = evidence.city().pairs(projection.service(),
                    "select id::text, " + projection.row() + " from " + projection.table());
            var different = new TreeSet<String>();
            expected.forEach((id, row) -> {
                if (!row.equals(found.get(id))) {
                    different.add("[" + row + "] is [" + found.get(id) + "]");
                }
            });
            found.keySet().stream().filter(id -> !expected.containsKey(id) && !Forged.isForged(id))
                    .forEach(id -> different.add("nobody told of " + id));
            Property.few(projection.table() + " of " + projection.service() + " differs from its events", different)
                    .forEach(violations::add);
        }
        Property.few("sessions miscounted", evidence.city().pairs(Service.SESSION, MISCOUNTED).entrySet())
                .forEach(violations::add);
        return violations;
    }

    private static Map<String, String> expected(List<Event> events, Projection projection) {
        var newest = new HashMap<String, Event>();
        events.stream().filter(event -> event.name().startsWith(projection.events())
                && !Forged.isForged(event.key()))
                .forEach(event -> newest.merge(event.key(), event,
                        (held, next) -> next.version() > held.version() ? next : held));
        var rows = new HashMap<String, String>();
        newest.forEach((key, event) -> rows.put(key, projection.fold(event)));
        return rows;
    }
}
