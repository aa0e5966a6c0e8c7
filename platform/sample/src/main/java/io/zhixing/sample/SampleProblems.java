package io.zhixing.sample;

import static io.zhixing.platform.problem.Problem.en;
import static io.zhixing.platform.problem.Problem.zh;

import io.zhixing.platform.problem.Problem;

public enum SampleProblems implements Problem {
    FOLDER_UNKNOWN(422, zh("文件夹不存在", "文件夹不存在。"), en("Unknown folder", "There is no such folder.")),
    NOTE_TITLE_TAKEN(
            409, zh("标题已被使用", "已有同名笔记。"), en("Title taken", "There is a note of this title."));

    private final Definition definition;

    SampleProblems(int status, Text zh, Text en) {
        this.definition = new Definition(status, zh, en);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
