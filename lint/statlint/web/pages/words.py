"""What the page says, in both languages; `{…}` are put in by the page."""

from __future__ import annotations

from statlint.values import Language, Text

WORDS: dict[str, Text] = {
    "title": Text("报表审核 statlint", "Check tables – statlint"),
    "name": Text("报表审核", "Check tables"),
    "skip": Text("跳到审核结果", "Skip to the results"),
    "other-language": Text("English", "中文"),
    "other-language-said": Text("Switch to English", "切换到中文"),
    "no-script": Text(
        "这个浏览器太旧，或关闭了 JavaScript，本页用不了。"
        "请把网址复制到 Edge、Chrome、火狐或 360 的极速模式中打开。",
        "This browser is too old, or its JavaScript is off. Please use another one.",
    ),
    # dropping files
    "drop-here": Text("把填好的报表拖到这里", "Drop your filled-in tables here"),
    "drop-let-go": Text("松开鼠标，马上审核", "Let go to check them"),
    "drop-more": Text("还可以再拖入别的表", "Other tables can be dropped too"),
    "drop-again": Text(
        "在原表中改好、保存，再拖进来就重新审核",
        "Correct and save it in your own file, then drop it again",
    ),
    "choose-files": Text("选择文件", "Choose files"),
    "choose-folder": Text("选择文件夹", "Choose a folder"),
    "kinds": Text(
        "Excel、WPS 表格、CSV、Word、网页、PDF；一份、多份、整个文件夹、ZIP 压缩包都可以",
        "Excel, WPS, CSV, Word, web pages, PDF; one, many, a whole folder or a ZIP",
    ),
    "private": Text(
        "只在这台电脑上审核，不上传，不改动原文件；关闭本页，临时副本随即删除",
        "Checked on this computer only. Nothing is sent or changed; closing the page deletes the "
        "temporary copies",
    ),
    "beside": Text("再对照着查（可不填）", "Hold it against (optional)"),
    "previous": Text("上年的表", "Last year's table"),
    "previous-why": Text(
        "核对上年结转，看哪些数变动异常", "checks what was carried over and what has jumped"
    ),
    "parts": Text("下级单位的表", "Tables of the units below"),
    "parts-why": Text("核对汇总数是否等于各单位之和", "checks that they add up to this one"),
    # the files
    "files": Text("报表", "Tables"),
    "files-many": Text("报表（{n} 份）", "Tables ({n})"),
    "start-over": Text("全部清空", "Clear all"),
    "start-over-sure": Text(
        "清空全部文件和已填的情况说明？原文件不受影响。",
        "Clear all files and the reasons typed here? Your own files stay as they are.",
    ),
    "role": Text("「{name}」的用途", "What {name} is"),
    "role-checked": Text("审核", "Check it"),
    "role-previous": Text("作上年的表", "Last year's"),
    "role-parts": Text("作下级的表", "Of a unit below"),
    "remove": Text("移除「{name}」", "Remove {name}"),
    "looks-previous": Text(
        "「{name}」像是上年的表（{period}）。", "{name} looks like last year's table ({period})."
    ),
    "take-previous": Text("作上年的表来对照", "Use it as last year's"),
    "sort": Text("排序", "Sort"),
    "sort-worst": Text("问题多的在前", "worst first"),
    "sort-name": Text("按文件名", "by name"),
    "sort-dropped": Text("按拖入先后", "as dropped"),
    "filter": Text("查找文件名、单位", "Find a file or unit"),
    "only-found": Text("只看要处理的", "only those to see to"),
    "none-fit": Text("没有符合条件的文件。", "No file fits."),
    "none-checked": Text(
        "还没有要审核的报表，请拖进来。", "There is no table to check yet. Please drop one."
    ),
    "choices": Text("表式、期间（自动识别，可改）", "Form and period (recognised; may be changed)"),
    "form": Text("表式", "Form"),
    "form-auto": Text("自动识别", "recognise it"),
    "period": Text("期间", "Period"),
    "period-example": Text("自动识别，如 2024", "recognised, such as 2024"),
    "unit-kind": Text("单位级别", "Kind of unit"),
    "unit-kind-auto": Text("不指定", "not said"),
    # progress
    "uploading": Text("正在读入 {done}/{total}：{name}", "Reading in {done} of {total}: {name}"),
    "checking": Text("正在审核 {done}/{total}", "Checking {done} of {total}"),
    "checking-one": Text("正在审核", "Checking"),
    "stopped": Text("审核已停止，还没有审核完。", "Stopped before all was checked."),
    "check": Text("继续审核", "Go on"),
    "stop": Text("停止", "Stop"),
    "waiting": Text("等待审核", "waiting"),
    "done-clean": Text("审核完毕，没有查出问题。", "Checked. Nothing was found."),
    "done-found": Text(
        "审核完毕：错误 {errors} 处，警告 {warnings} 处，提示 {notes} 处。",
        "Checked: error {errors}, warning {warnings}, information {notes}.",
    ),
    # the results
    "results": Text("审核结果", "Results"),
    "results-of": Text("审核结果：{name}", "Results: {name}"),
    "clean": Text("没有查出问题", "Nothing was found"),
    "errors": Text("错误 {n}", "error {n}"),
    "warnings": Text("警告 {n}", "warning {n}"),
    "notes": Text("提示 {n}", "information {n}"),
    "explained": Text("已说明 {n}", "explained {n}"),
    "returned": Text("取回情况说明 {n} 条，未取 {m} 条", "explanations taken {n}, not taken {m}"),
    "returned-to": Text("标注好的表，原表是「{name}」。", "A marked copy of {name}."),
    "returned-alone": Text(
        "这是标注好的表。把原表也拖进来，其中填好的情况说明会自动取回",
        "A marked copy. Drop its own table, too, and the explanations in it are taken",
    ),
    "held": Text("检查 {n} 项，通过 {m} 项", "{n} checks, {m} passed"),
    "refused": Text("没有审核", "Not checked"),
    "own": Text("不用审核", "Not to be checked"),
    "no-table": Text("没有找到统计表", "No table found"),
    # what the clerk says
    "reason": Text("情况说明", "Explanation"),
    "reason-hint": Text(
        "数字有误的，请在原表中更正；情况属实的，在这里写明原因",
        "Correct it in your table; if the figure is true, say why",
    ),
    "reason-write": Text("填写情况说明", "Explain it"),
    "reason-usual": Text("常用原因", "Usual reasons"),
    "reason-joint": Text("；", "; "),
    "reason-saved": Text("已记下", "Saved"),
    "reason-old": Text(
        "这是以前的说明，数字或规则已有变化，请核对后重写",
        "written before the figures or the rule changed; look at it again",
    ),
    "reason-saving": Text("正在保存…", "Saving…"),
    "reason-gone": Text("已删去", "Taken away"),
    "by": Text("填写人", "Filled in by"),
    # downloads
    "download-workbook": Text("下载标注好的表", "The table with marks"),
    "download-workbook-why": Text(
        "原表加底色、批注和「审核结果」页，原文件不动",
        "your table with tints, notes and a sheet of findings",
    ),
    "download-html": Text("下载审核报告", "The report"),
    "download-html-why": Text("网页，可打印、可转发", "a page to print or send"),
    "download-sidecar": Text("下载情况说明", "The reasons"),
    "download-sidecar-why": Text(
        "与报表一起上报，下次审核不再重复提示", "hand it in beside the table"
    ),
    "download-all": Text("全部下载（ZIP）", "All of them (ZIP)"),
    # what goes wrong
    "gone": Text("审核程序已经关闭", "The program has been closed"),
    "gone-what": Text(
        "请重新双击 statlint-desk（或运行 statlint serve），在新打开的页面中再拖入文件。"
        "已填的情况说明还留在本页，可以复制。",
        "Start statlint-desk (or statlint serve) again and drop the files there. What you typed is "
        "still on this page and can be copied.",
    ),
    "lost": Text("与审核程序的联系中断，正在重试…", "The program does not answer; trying again…"),
    "not-taken": Text("没有读入「{name}」：{why}", "{name} was not taken: {why}"),
    "empty-folder": Text("文件夹里没有可以审核的文件。", "The folder has no file to check."),
    "not-files": Text(
        "拖进来的不是文件。请从“文件资源管理器”或桌面拖文件。",
        "That was no file. Please drag files from a folder or the desktop.",
    ),
    "unread": Text(
        "读不到这个文件，可能已移走、改名，或正被别的程序占用",
        "it cannot be read: moved, renamed or in use by another program",
    ),
    "wrong": Text("出错了：{why}", "That went wrong: {why}"),
}

REASONS: tuple[Text, ...] = (
    Text("口径调整", "Change of definition"),
    Text("机构改革、职能划转", "Reorganisation or transfer of duties"),
    Text("以前年度结转", "Carried over from earlier years"),
    Text("政策调整", "Change of policy"),
    Text("一次性大额", "Single large amount"),
    Text("数据来源变化", "Change of data source"),
)
"""What clerks usually give as the reason of a figure that is true."""


def said(language: Language) -> dict[str, str]:
    """Give all words in one language, by their keys."""
    return {key: text.of(language) for key, text in WORDS.items()}
