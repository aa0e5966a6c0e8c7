package io.zhixing.session.study;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Ids;

/** Turns the codes and numbers of rows into the ids of a single call; what is unknown is refused at its column. */
final class RowNames {

    private final Map<String, Access.Located> organizations;
    private final Map<String, UUID> members;
    private final Predicate<String> visible;

    RowNames(Map<String, Access.Located> organizations, Map<String, UUID> members, Predicate<String> visible) {
        this.organizations = organizations;
        this.members = members;
        this.visible = visible;
    }

    StudySessionRequest resolved(SessionRow row) {
        var faults = new Faults();
        var host = organizations.get(row.organization());
        boolean found = host != null && visible.test(host.path());
        faults.addIf(!found,
                PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organization"), row.organization()));
        var attendance = IntStream.range(0, row.attendance().size()).mapToObj(i -> {
            var one = row.attendance().get(i);
            return new StudySessionRequest.Attendee(member(one.member(), "/attendance/" + i + "/member", faults),
                    one.state(), one.reason(), one.ground());
        }).toList();
        var lectures = IntStream.range(0, row.lectures().size()).mapToObj(i -> {
            var one = row.lectures().get(i);
            return new StudySessionRequest.LectureGiven(member(one.lecturer(), "/lectures/" + i + "/lecturer", faults),
                    one.externalLecturer(), one.office(), one.title(), one.minutes());
        }).toList();
        var convener = member(row.convener(), "/convener", faults);
        faults.refuse();
        return new StudySessionRequest(host.id(), row.partyGroup(), row.type(), row.contents(), row.startedAt(),
                row.endedAt(),
                row.place(), convener, row.topicRecord(), row.discussionRecord(), row.outcomeRecord(),
                row.classHours() == null ? null : new ClassHours(row.classHours(), ClassHours.Unit.CLASS_HOUR),
                row.reference(), attendance, lectures);
    }

    private UUID member(String reference, String pointer, Faults faults) {
        if (reference == null) {
            return null;
        }
        var id = Ids.read(reference).orElseGet(() -> members.get(reference));
        faults.addIf(id == null, PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer(pointer), reference));
        return id;
    }
}
