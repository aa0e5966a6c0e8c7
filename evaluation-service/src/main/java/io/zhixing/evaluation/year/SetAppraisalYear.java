package io.zhixing.evaluation.year;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.evaluation.EvaluationProblems;
import io.zhixing.evaluation.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.time.Shanghai;

/** The city sets the day of reckoning of a year, once. */
@RequestScoped
public class SetAppraisalYear {

    private final Access access;
    private final Caller caller;
    private final Clock clock;
    private final AppraisalYears years;

    SetAppraisalYear(Access access, Caller caller, Clock clock, AppraisalYears years) {
        this.access = access;
        this.caller = caller;
        this.clock = clock;
        this.years = years;
    }

    /**
     * @param organization id or code of the organization without a superior, else {@code YEAR_SET_BY_CITY}
     * @param asOf a day of the year or of the next, else {@code AS_OF_OUTSIDE_YEAR}
     * @param on the day on which the city decided it, from the year before it to today, else {@code DECISION_DAY_INVALID}: a
     *        year mistyped could not be taken back, because what is set is not changed
     */
    public AppraisalYear handle(String organization, int year, LocalDate asOf, LocalDate on) {
        var city = access.locate(organization, Place.pointer("/organization"));
        access.require(city.path(), Roles.OFFICER);
        var earliest = LocalDate.of(year - 1, 1, 1);
        new Faults()
                .addIf(!AppraisalYears.cityOf(city.path()).equals(city.path()),
                        EvaluationProblems.YEAR_SET_BY_CITY.at(Place.pointer("/organization")))
                .addIf(asOf.getYear() != year && asOf.getYear() != year + 1,
                        EvaluationProblems.AS_OF_OUTSIDE_YEAR.at(Place.pointer("/asOf")))
                .addIf(on.isAfter(Shanghai.today(clock)) || on.isBefore(earliest),
                        EvaluationProblems.DECISION_DAY_INVALID.at(Place.pointer("/on"), earliest))
                .refuse();
        if (years.ofCityAbove(city.path(), year).isPresent()) {
            throw EvaluationProblems.APPRAISAL_YEAR_EXISTS.about(year);
        }
        var set = new AppraisalYear(city.id(), city.path(), year, asOf, on, caller.name());
        years.persistAndFlush(set);
        return set;
    }
}
