package io.zhixing.evaluation.year;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class AppraisalYears implements PanacheRepositoryBase<AppraisalYear, UUID> {

    /** Scoped by row-level security alone, which opens a city's years also to everybody below it. */
    static final Listing<AppraisalYearView> LISTING = Listing
            .of(AppraisalYearView.class, "y.id, y.organization_id, y.year, y.as_of, y.set_on, y.version",
                    "appraisal_year y", AppraisalYearView::read)
            .orderedBy("year", "y.year", "integer", "y.id", "uuid")
            .filter("year", "y.year = ?");

    /** The year as the city above this organization has set it. */
    public Optional<AppraisalYear> ofCityAbove(String path, int year) {
        return find("path = ?1 and year = ?2", cityOf(path), year).firstResultOptional();
    }

    /** The path of the organization without a superior: the first label. */
    public static String cityOf(String path) {
        return path.substring(0, path.indexOf('/', 1) + 1);
    }
}
