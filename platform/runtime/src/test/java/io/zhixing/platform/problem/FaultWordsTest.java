package io.zhixing.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class FaultWordsTest {

    @Test
    void places_of_which_the_same_is_said_stand_together() {
        // Given
        var faults = List.of(fault("/a", "不能为空"), fault("/b", "过长"), fault("/c", "不能为空"));
        // When
        var chinese = FaultWords.of(faults, Language.ZH);
        var english = FaultWords.of(faults, Language.EN);
        // Then
        assertEquals("/a、/c 不能为空；/b 过长", chinese);
        assertEquals("/a, /c 不能为空; /b 过长", english);
    }

    @Test
    void of_many_the_first_are_named() {
        // Given
        var alike = IntStream.range(0, 2000).mapToObj(i -> fault("/" + i, "不能为空")).toList();
        var unlike = IntStream.range(0, 4).mapToObj(i -> fault("/" + i, "之" + i)).toList();
        // When
        var one = FaultWords.of(alike, Language.ZH);
        var several = FaultWords.of(unlike, Language.ZH);
        // Then
        assertEquals("/0、/1、/2、… 不能为空", one);
        assertEquals("/0 之0；/1 之1；/2 之2；…", several);
    }

    private static ProblemBody.Error fault(String pointer, String said) {
        return new ProblemBody.Error(pointer, null, null, null, PlatformProblems.VALUE_INVALID.name(), said);
    }
}
