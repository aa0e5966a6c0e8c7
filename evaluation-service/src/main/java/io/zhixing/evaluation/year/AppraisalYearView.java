package io.zhixing.evaluation.year;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AppraisalYear", description = "评议年度 A year of appraisal and its day of reckoning", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e0","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4e1","year":2016,
         "asOf":"2016-12-31","setOn":"2016-11-15","version":1}""")
public record AppraisalYearView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "设定的组织 The city's organization", required = true) UUID organizationId,
        @Schema(description = "年度 Year", required = true, minimum = "1949", maximum = "2200") int year,
        @Schema(description = "基准日 Day of reckoning: the roll of every round is of this day", required = true) LocalDate asOf,
        @Schema(description = "设定日期 Day on which it was set", required = true) LocalDate setOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    static AppraisalYearView read(ResultSet row) throws SQLException {
        return new AppraisalYearView(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getInt("year"), row.getObject("as_of", LocalDate.class), row.getObject("set_on", LocalDate.class),
                row.getLong("version"));
    }
}
