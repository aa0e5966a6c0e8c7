package io.zhixing.platform.problem;

import java.util.Map;

/**
 * The constraints of one migration folder and the problem that each stands for. A service has one bean of it; a test
 * compares all beans with the schema, so that no constraint is left without an answer.
 */
public interface ConstraintProblems {

    Map<String, Problem> byName();
}
