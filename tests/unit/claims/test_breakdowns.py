"""Wholes and their parts as sentences write them."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "及时回复信息80条，其中部门信箱49条，咨询建议31条。",
            ["parts 80 <- 49 31"],
            id="parts after 其中",
        ),
        pytest.param(
            "工作信息1261条（其中：网站390条、微信公众号871条），政策文件3件。",
            ["parts 1261 <- 390 871"],
            id="parts in brackets",
        ),
        pytest.param(
            "网站225条（动态125，解读5，规范性文件3，其他文件19，财政25，规划5，服务2，提案41）。",
            ["parts 225 <- 125 5 3 19 25 5 2 41"],
            id="brackets without a cue",
        ),
        pytest.param(
            "办结177件（含上年结转的3件），其中，予以公开170件，部分公开7件。",
            ["among 177 <- 3", "parts 177 <- 170 7"],
            id="an aside between a whole and its parts",
        ),
        pytest.param(
            "新增共计56条，其中养老12、双随机6、资金8、社会团体13、民办11、其他6。",
            ["parts 56 <- 12 6 8 13 11 6"],
            id="parts without a unit",
        ),
        pytest.param(
            "全市发展宣讲员822名，其中宣讲队成员350名。",
            ["among 822 <- 350"],
            id="one part alone",
        ),
        pytest.param(
            "公开信息306条，其中网站216条，微信22条，其他方式299条。",
            ["each-among 306 <- 216 22 299"],
            id="channels that overlap",
        ),
        pytest.param(
            "发布信息3490条，其中网站2238条，微信1250条。",
            ["parts 3490 <- 2238 1250"],
            id="channels that all but add up",
        ),
        pytest.param(
            "回復信息８０條，其中部門信箱４９條，諮詢31條。",
            ["parts 80 <- 49 31"],
            id="figures in both widths and signs",
        ),
        pytest.param(
            "主动公开信息504条，其中动态140条、概况42条、文件14条、其他300条。",
            ["parts 504 <- 140 42 14 300"],
            id="a list that misses its whole by little",
        ),
        pytest.param(
            "主动公开信息504条，其中动态140条、其他80条。",
            ["parts 504 <- 140 80"],
            id="a list that ends with what is left",
        ),
        pytest.param(
            "主动公开信息1000条，其中规范性文件50条、人事信息20条。",
            ["among 1000 <- 50 20"],
            id="a list of some parts",
        ),
        pytest.param(
            "在校生6120人，其中女生3018人；招生2105人，毕业2033人。",
            ["among 6120 <- 3018"],
            id="a part that stands alone before another list",
        ),
        pytest.param(
            "公开信息560条，其中：公告120条、动态260条、法规150条等。",
            ["among 560 <- 120 260 150"],
            id="a list with an open end",
        ),
        pytest.param(
            "公开信息2000余条，其中重点领域1300条，其他900条。",
            [],
            id="inexact figures",
        ),
        pytest.param(
            "744条，其中政府网140条；公众号256篇；公众号310篇；公示栏38条。",
            ["parts 744 <- 140 256 310 38"],
            id="all with a unit of its own",
        ),
        pytest.param(
            "发布信息36条，其中“六稳”20条，“六保”16条，召开会议3次，收到申请5条。",
            ["parts 36 <- 20 16"],
            id="a list with a statement behind it",
        ),
        pytest.param(
            "公开信息200条，较上年增加20条，其中文件120条，较上年增加5条，动态80条。",
            ["parts 200 <- 120 80", "change 20 <- 200", "change 5 <- 120"],
            id="a difference to last year between",
        ),
        pytest.param(
            "收入126.05亿元，同比增加2.25亿元，增长1.82%。其中：地方80.18亿元，增加2.79亿元；中央37.78亿元，减少0.46亿元；省级8.09亿元，减少766万元。",
            [
                "parts 12605000000 <- 8018000000 3778000000 809000000",
                "change 225000000 <- 12605000000",
            ],
            id="differences without 同比",
        ),
        pytest.param(
            "25件案件收费2950元。其中1件，收取420元；2件，收取290元；22件，收取2240元。",
            ["parts 25 <- 1 2 22", "parts 2950 <- 420 290 2240"],
            id="money beside cases",
        ),
        pytest.param(
            "全年公开信息71860条。其中，概况类2830条，动态类69030条。",
            ["parts 71860 <- 2830 69030"],
            id="the whole in the sentence before",
        ),
        pytest.param(
            "收到申请15件，均已办结，其中网络9件，信函6件。",
            ["parts 15 <- 9 6"],
            id="the nearest whole whose parts they are",
        ),
        pytest.param(
            "收到申请20件，办结18件，其中自然人15件，法人5件。",
            ["parts 20 <- 15 5"],
            id="a whole further away that they add up to",
        ),
        pytest.param(
            "受理投诉30件、举报20件，其中办结投诉28件、举报20件。",
            [],
            id="parts of two wholes",
        ),
        pytest.param(
            "公开100条，其中文件60条，其中新制20条，修订40条；动态40条。",
            ["among 100 <- 60", "parts 60 <- 20 40"],
            id="a list in a list",
        ),
        pytest.param(
            "收到145件，其中自然人132件，法人13件。按申请方式分，网上100件，信函45件。",
            ["parts 145 <- 132 13", "parts 145 <- 100 45"],
            id="one total broken down twice",
        ),
        pytest.param(
            "收到8件，其中7件为自然人申请，1件为企业申请；5件通过网络提交，3件以信函提交。",
            ["parts 8 <- 7 1", "parts 8 <- 5 3"],
            id="two measures in one list",
        ),
        pytest.param(
            "发布会5次，其中负责人参加2次；访谈10次，其中负责人参加8次。",
            ["among 5 <- 2", "among 10 <- 8"],
            id="a figure with parts of its own behind a list",
        ),
        pytest.param(
            "办结14件，其中予以公开8件，部分公开2件，不予公开1件，无法提供2件。",
            ["parts 14 <- 8 2 1 2"],
            id="another count in the list",
        ),
        pytest.param(
            "收到3件，其中书面3件，网络2件。",
            ["parts 3 <- 3 2"],
            id="parts that cannot overlap",
        ),
        pytest.param(
            "解读57件，其中负责人解读3件、图文解读57件。",
            ["each-among 57 <- 3 57"],
            id="a part that is the whole",
        ),
        pytest.param(
            "收到网上申请5件、信函申请3件。其中，主动公开的4件，不属于本机关的3件，其他1件。",
            [],
            id="parts of all figures before together",
        ),
        pytest.param(
            "许可办件12560件，其中网上办理11208件，网办率89.24%，即办件8650件。",
            ["among 12560 <- 11208"],
            id="a rate in the list",
        ),
        pytest.param(
            "解读材料74篇（条），包括文字40篇、图表19篇、视频9条、访谈6篇。",
            ["parts 74 <- 40 19 9 6"],
            id="a unit in two words",
        ),
        pytest.param(
            "解读材料96篇，文字、图片、视频分别为51篇、37篇、9篇。",
            ["parts 96 <- 51 37 9"],
            id="names before their figures",
        ),
        pytest.param(
            "发布信息165条。其中单位职责4条、机构设置7条、政策文件14条，发布动态48条，公开信息94条。",
            ["parts 165 <- 4 7 14 48 94"],
            id="a list over words of doing",
        ),
        pytest.param(
            "公开信息1286条，比上年增加143条，增长12.5%，其中：文件286条，动态1000条。",
            ["parts 1286 <- 286 1000", "change 143 <- 1286", "growth 12.5 <- 1286 1143"],
            id="a difference behind the whole",
        ),
        pytest.param(
            "人均收入27654元，增长6.4%。按常住地分，城镇人均收入36871元，农村人均收入19423元。",
            [],
            id="what falls to each",
        ),
        pytest.param(
            "人口3845人。其中，男性1971人，女性1847人；城镇2106人，乡村1739人。",
            ["parts 3845 <- 1971 1847"],
            id="two lists of one whole, one wrong",
        ),
        pytest.param(
            "出台文件5件，其中涉及事项20项。",
            [],
            id="things of another kind",
        ),
        pytest.param(
            "共发布140条，分别为41、34、25、40。",
            ["parts 140 <- 41 34 25 40"],
            id="分别为",
        ),
        pytest.param(
            "共召开会议5次，分别审议文件3件、议题8个。",
            [],
            id="分别 that tells nothing",
        ),
        pytest.param(
            "即办件12件，承诺件30件，共办理500件。",
            [],
            id="即 within a word",
        ),
        pytest.param(
            "在收到的77件申请中，网上70件，信函7件。",
            ["parts 77 <- 70 7"],
            id="behind 中",
        ),
        pytest.param(
            "公开信息100条（2019年105条）。",
            [],
            id="last year in brackets",
        ),
        pytest.param(
            "年末人口48.62万人，其中城镇19.35万人，乡村29.28万人。",
            [],
            id="figures rounded to a hundred",
        ),
        pytest.param(
            "受理诉求9000件，其中12345热线转办654件，市长电话8346件。",
            ["parts 9000 <- 654 8346"],
            id="hotlines and telephones with figures",
        ),
        pytest.param(
            "老年人口20万人。其中，0-14岁人口占17.86%，65岁及以上人口占16.72%。",
            [],
            id="ages",
        ),
        pytest.param(
            "抽取300件，其中有效回访246件，满意的240件，一般的5件，不满意的1件。",
            ["among 300 <- 246", "parts 246 <- 240 5 1"],
            id="the first of which is the sum of the rest",
        ),
        pytest.param(
            "共收到来信55件，已办结55件。从类型看，投诉类30件；咨询类25件。",
            ["parts 55 <- 30 25"],
            id="a total broken down by 从…看",
        ),
        pytest.param(
            "The office received 124 requests, of which 91 were granted and 33 refused.",
            ["parts 124 <- 91 33"],
            id="English",
        ),
        pytest.param(
            "A total of 420 staff (250 women and 180 men) took part.",
            ["parts 420 <- 250 180"],
            id="English in brackets",
        ),
        pytest.param(
            "In all 100 cases (30 and 65) were heard.", [], id="English, bare numbers in brackets"
        ),
    ],
)
def test_breakdowns_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims
