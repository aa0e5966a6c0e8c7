package io.zhixing.city.sample;

import java.time.LocalDate;

/**
 * A member who takes part elsewhere: away (流动党员) when {@code area} says where, else registered where he lives
 * (居住地报到). {@code place} is null when it is not of this city; {@code confirmed} says that it confirmed him.
 */
public record Stay(int index, Member member, Organization place, String area, Member contact, LocalDate from,
        LocalDate on, boolean confirmed, boolean noted) {}
