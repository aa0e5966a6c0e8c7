package io.zhixing.session.study;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A lecture: {@code M0000001:45:title}, {@code @name:45:title} for a lecturer from outside, or an object. */
record LectureCell(@Size(max = 64) String lecturer, @Size(min = 1, max = 100) String externalLecturer,
        @Size(min = 1, max = 100) String office, @NotBlank @Size(max = 200) String title,
        @NotNull @Min(1) @Max(1440) Integer minutes) {

    private static final String FROM_OUTSIDE = "@";

    @JsonCreator
    LectureCell(@JsonProperty("lecturer") String lecturer, @JsonProperty("externalLecturer") String externalLecturer,
            @JsonProperty("office") String office, @JsonProperty("title") String title,
            @JsonProperty("minutes") Integer minutes) {
        this.lecturer = lecturer;
        this.externalLecturer = externalLecturer;
        this.office = office;
        this.title = title;
        this.minutes = minutes;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LectureCell of(String cell) {
        var parts = cell.split(":", 3);
        if (parts.length < 3 || !parts[1].strip().matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("lecturer:minutes:title");
        }
        var lecturer = parts[0].strip();
        boolean outside = lecturer.startsWith(FROM_OUTSIDE);
        return new LectureCell(outside ? null : lecturer, outside ? lecturer.substring(1).strip() : null, null,
                parts[2].strip(), Integer.valueOf(parts[1].strip()));
    }
}
