package io.zhixing.platform.figures;

import java.time.Clock;
import java.time.LocalDate;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/** What figures were asked of: an organization's subtree, a period of Shanghai days, and perhaps a day of knowledge. */
public record FiguresQuery(Access.Located organization, String named, LocalDate from, LocalDate to, LocalDate asOf) {

    /** All four as they came; {@code organization} (id or code), {@code from} and {@code to} are required. Needs a running transaction. */
    public static FiguresQuery of(Access access, Clock clock, String organization, String from, String to,
            String asOf) {
        var faults = new Faults();
        required(faults, "organization", organization);
        var first = day(faults, "from", from, true);
        var last = day(faults, "to", to, true);
        var known = day(faults, "asOf", asOf, false);
        faults.addIf(first != null && last != null && last.isBefore(first),
                PlatformProblems.PARAMETER_INVALID.at(Place.parameter("to"), "to", ">= from"));
        faults.addIf(known != null && known.isAfter(Shanghai.today(clock)),
                PlatformProblems.PARAMETER_INVALID.at(Place.parameter("asOf"), "asOf", "<= " + Shanghai.today(clock)));
        faults.refuse();
        return new FiguresQuery(access.locate(organization, Place.parameter("organization")), organization, first, last,
                known);
    }

    /** The last day of knowledge as a bound for "recorded on": far in the future when everything known now counts. */
    public LocalDate knownUntil() {
        return asOf == null ? LocalDate.of(9999, 12, 31) : asOf;
    }

    public Figures.Subject subject() {
        return new Figures.Subject(organization.id(), named.equals(organization.id().toString()) ? null : named);
    }

    private static void required(Faults faults, String name, String value) {
        faults.addIf(value == null, PlatformProblems.PARAMETER_REQUIRED.at(Place.parameter(name), name));
    }

    private static LocalDate day(Faults faults, String name, String value, boolean required) {
        if (required) {
            required(faults, name, value);
        }
        var day = value == null ? null : Shanghai.day(value).orElse(null);
        faults.addIf(value != null && day == null,
                PlatformProblems.PARAMETER_INVALID.at(Place.parameter(name), name, "YYYY-MM-DD"));
        return day;
    }
}
