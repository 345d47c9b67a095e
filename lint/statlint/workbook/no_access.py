"""Why the system does not give a file, in words that a clerk understands."""

from __future__ import annotations

import errno
from types import MappingProxyType

from statlint.values import Text

NO_FILE = Text(
    "是管道、设备或套接字，不是文件；管道的内容请用 - 从标准输入读取",
    "it is a pipe, a device or a socket, not a file; pipe it to - instead",
)
CHANGING = Text(
    "文件正在被改写，请等保存完毕后再检查", "it is being written, check it when it is saved"
)
_REASONS = MappingProxyType(
    {
        errno.ENOENT: Text("文件已不在原处", "it is no longer there"),
        errno.EACCES: Text("没有读取权限", "no permission"),
        errno.EPERM: Text("没有读取权限", "no permission"),
        errno.EISDIR: Text("是文件夹，不是文件", "it is a folder, not a file"),
        errno.ENXIO: NO_FILE,
        errno.ELOOP: Text("链接绕成一圈，没有指向文件", "its links lead in a circle"),
        errno.ENAMETOOLONG: Text("路径过长", "its path is too long"),
        errno.EIO: Text("磁盘读取出错", "the disk gives errors when it is read"),
        errno.EMFILE: Text("本机打开的文件过多", "too many files are open on this computer"),
        errno.ENFILE: Text("本机打开的文件过多", "too many files are open on this computer"),
    }
)


def reason_of(error: OSError) -> Text:
    """Say why the system does not give a file."""
    said = error.strerror or type(error).__name__
    other = Text(f"系统报告：{said}", f"the system says: {said}")
    return _REASONS.get(error.errno, other) if error.errno else other
