package io.zhixing.organization;

import static io.zhixing.platform.problem.Problem.en;
import static io.zhixing.platform.problem.Problem.zh;

import io.zhixing.platform.problem.Problem;

/** Every way in which this service refuses, beside what all services share. */
public enum OrganizationProblems implements Problem {
    AREA_NOT_A_PLACE(422, zh("该区划不是行政地域", "统计单位{0}不能作为组织所在地。"),
            en("Not a place", "The statistical unit {0} cannot be an organization's area.")),
    AREA_UNKNOWN(422, zh("区划不存在", "没有代码为{0}的区划。"), en("Unknown division", "There is no division with code {0}.")),
    BRANCH_KIND_WITHOUT_BRANCH(422, zh("只有党支部有类别", "类型{0}不能填支部类别。"),
            en("Only a branch has a kind", "An organization of type {0} has no kind of branch.")),
    CHANGE_REASON_REQUIRED(422, zh("缺少变动理由", "除启用外，每次变动都须在comment中写明理由。"),
            en("Reason required", "Every change but the activation needs its reason in comment.")),
    CREDIT_CODE_INVALID(422, zh("统一社会信用代码无效", "格式不符合GB 32100。"),
            en("Invalid credit code", "The form violates GB 32100.")),
    DAYS_INCONSISTENT(422, zh("日期前后矛盾", "{0}不能早于{1}。"), en("Days contradict each other", "{0} cannot be before {1}.")),
    DAY_IN_FUTURE(422, zh("日期尚未到来", "{0}晚于今天。"), en("Day lies in the future", "{0} is after today.")),
    DIVISION_CODE_TAKEN(409, zh("区划代码已存在", "该代码的区划已登记。"),
            en("Division code taken", "A division with this code exists.")),
    DIVISION_PARENT_WRONG(422, zh("上级区划不符", "上级区划不存在，或不是本级的直接上级。"),
            en("Wrong parent division", "The parent division does not exist or is not of the level directly above.")),
    ETHNICITY_UNKNOWN(422, zh("民族代码不存在", "GB/T 3304中没有代码{0}。"), en("Unknown ethnicity", "GB/T 3304 has no code {0}.")),
    FULL_SINCE_REQUIRED(422, zh("缺少转正日期", "正式党员须有转正日期，预备党员不得有。"),
            en("Day of full membership", "A full member has the day since when; a probationary member has none.")),
    ID_NUMBER_BIRTH_DATE_MISMATCH(422, zh("身份证号与出生日期不符", "身份证号中的出生日期与所填不同。"),
            en("ID number of another birth date", "The birth date within the ID number differs from the one given.")),
    ID_NUMBER_INVALID(422, zh("身份证号无效", "格式、日期或校验码不符合GB 11643。"),
            en("Invalid ID number", "Form, date or check character violates GB 11643.")),
    ID_NUMBER_SEX_MISMATCH(422, zh("身份证号与性别不符", "身份证号所示性别与所填不同。"),
            en("ID number of another sex", "The sex within the ID number differs from the one given.")),
    ID_NUMBER_TAKEN(409, zh("身份证号已登记", "已有党员使用该身份证号。"), en("ID number taken", "A member with this ID number exists.")),
    MEMBERS_ONLY_ON_BRANCH(422, zh("党员只能编入党支部", "该组织不是党支部。"),
            en("Members sit on branches only", "The organization is not a branch.")),
    MEMBER_NUMBER_TAKEN(409, zh("党员编号已存在", "已有党员使用该编号。"),
            en("Member number taken", "A member with this number exists.")),
    ORGANIZATION_CODE_NOT_UNDER_PARENT(422, zh("组织编码与上级不符", "编码须以上级编码开头，再加三位数字。"),
            en("Code not under its parent's", "The code must be the parent's with three digits more.")),
    ORGANIZATION_CODE_TAKEN(409, zh("组织编码已存在", "该编码的党组织已登记。"),
            en("Organization code taken", "An organization with this code exists.")),
    ORGANIZATION_CYCLE(422, zh("不能隶属于自己的下级", "新上级就是该组织或在其之下。"),
            en("Superior inside its own subtree", "The new superior is the organization itself or lies below it.")),
    ORGANIZATION_HAS_CHILDREN(409, zh("尚有下级组织", "下级组织须先撤销、合并或调整隶属。"),
            en("Organizations below it", "Those below must be dissolved, merged or moved first.")),
    ORGANIZATION_HAS_MEMBERS(409, zh("尚有在册党员", "在册党员须先转出。"),
            en("Members on its roll", "The members on its roll must be transferred first.")),
    ORGANIZATION_HAS_POSTS(409, zh("尚有在任职务", "任职须先结束。"),
            en("Posts are held", "The posts held in it must end first.")),
    ORGANIZATION_NOT_IN_PLACE(409, zh("该组织已撤销或合并", "只有筹建或在运行的组织可以接收。"),
            en("Organization is gone", "Only an organization in preparation or active takes it.")),
    ORGANIZATION_NOT_YET_SET_UP(422, zh("该日组织尚未成立", "{0}时该组织尚未成立，成立日期为{1}。"),
            en("Not set up by that day", "On {0} it was not set up yet; that was on {1}.")),
    ORGANIZATION_TOO_DEEP(422, zh("组织层级过深", "组织编码至多{0}级。"),
            en("Too many levels", "Codes have at most {0} levels.")),
    ORGANIZATION_TYPE_NOT_UNDER_PARENT(422, zh("组织类型不能隶属该上级", "{0}不能设在该上级之下。"),
            en("Type not allowed under this parent", "{0} cannot stand under this parent.")),
    ORGANIZATION_UNCHANGED(422, zh("没有变动", "所填内容与现状相同。"),
            en("Nothing changes", "What is stated is what stands already.")),
    POST_ALREADY_HELD(409, zh("任职重复", "该党员在此期间已任该职。"),
            en("Post already held", "The member holds this post in these days already.")),
    ROOT_EXISTS(409, zh("最高组织已存在", "每个部署只有一个最高组织。"),
            en("Root exists", "A deployment has one organization without a superior.")),
    ROOT_STAYS(409, zh("最高组织不能变动隶属或撤销", "最高组织没有上级，不能调整隶属、合并或撤销。"),
            en("The root stays", "The root organization has no superior; it is not moved, merged or dissolved.")),
    SECRETARY_ALREADY_HELD(409, zh("书记任期重叠", "该组织在此期间已有书记。"),
            en("Secretary's days overlap", "The organization has a secretary in these days already.")),
    SUCCESSOR_UNFIT(422, zh("承接组织不符", "承接组织须是同类型、在运行的另一组织。"),
            en("Unfit successor", "The successor must be another active organization of the same type.")),
    SUPERIOR_NOT_IN_PLACE(409, zh("上级组织已撤销或合并", "上级组织恢复后才能恢复本组织。"),
            en("Superior is gone", "The superior must be in place before this organization is restored.")),
    TOO_FEW_FULL_MEMBERS(409, zh("正式党员人数不足", "须有{0}名正式党员，现有{1}名。依据：{2}"),
            en("Too few full members", "{0} full members are needed, there are {1}. Source: {2}"));

    private final Definition definition;

    OrganizationProblems(int status, Text zh, Text en) {
        this.definition = new Definition(status, zh, en);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
