"""A Dask cluster as an executor: files are spread over many machines."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

from statlint.run.workers.lost import Loss, LostWorkerError, WorkError
from statlint.values import Language, Text

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 10
"""Seconds to wait for the scheduler to answer."""
_ALONE = 60.0
"""Seconds without any worker after which none is waited for; one that is replaced takes less."""
_LOST = "KilledWorker"
"""What Dask raises of a task over which several workers died."""
_MISSING = Text(
    "使用 Dask 集群须先安装：pip install 'statlint[cluster]'",
    "a Dask cluster needs an extra: pip install 'statlint[cluster]'",
)
_SILENT = Text(
    "连接不上 Dask 调度器 {address}：{error}",
    "the Dask scheduler at {address} cannot be reached: {error}",
)
_EMPTY = Text("Dask 集群 {address} 没有工作进程", "the Dask cluster at {address} has no worker")
_GONE = Text("与 Dask 集群的连接中断", "the connection to the Dask cluster was lost")


class Cluster(Executor):
    """The executor of a Dask client; `width` is how many tasks its workers do at a time."""

    def __init__(self, client: Client, language: Language = "en") -> None:
        """Take the client; whoever has made it closes it."""
        self._client = client
        self._inner: Executor = client.get_executor()
        self._language = language
        self._alone: float | None = None
        self.width: int = sum(client.ncores().values())

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as its parent has it
        """Have a function called by a worker; raises LostWorkerError for what workers died over."""
        future: Future[Any] = Future()
        inner = self._inner.submit(fn, *args, **kwargs)
        inner.add_done_callback(lambda done: self._pass_on(done, future))
        return future

    def look(self) -> None:
        """Look at the cluster while an answer is waited for.

        Raises WorkError where it has had no worker for so long that no answer will come.
        """
        if self._client.ncores():
            self._alone = None
            return
        self._alone = self._alone or monotonic()
        if monotonic() - self._alone >= _ALONE:
            address = self._client.scheduler_info()["address"]
            raise WorkError(_EMPTY.of(self._language).format(address=address))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as its parent has it
        """Wait for what was begun; take back what was not, where that is wanted."""
        self._inner.shutdown(wait=wait, cancel_futures=cancel_futures)

    def _pass_on(self, done: Future[Any], future: Future[Any]) -> None:
        try:
            future.set_result(done.result())
        except CancelledError:
            future.set_exception(WorkError(_GONE.of(self._language)))
        except Exception as error:  # noqa: BLE001 - whatever it is, who waits is told
            lost = type(error).__name__ == _LOST
            future.set_exception(LostWorkerError(Loss.KILLED) if lost else error)


@contextmanager
def cluster(address: str, language: Language) -> Iterator[Cluster]:
    """Connect with a scheduler; raises WorkError where there is none, or it has no worker."""
    client = _client(address, language)
    try:
        found = Cluster(client, language)
        if not found.width:
            raise WorkError(_EMPTY.of(language).format(address=address))
        yield found
    finally:
        # What is not yet begun is of no use to anybody.
        client.close()


def _client(address: str, language: Language) -> Client:
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise WorkError(_MISSING.of(language)) from error
    # It tells of workers that come and go, and of tasks that carry files.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        said = _SILENT.of(language).format(address=address, error=error)
        raise WorkError(said) from error
