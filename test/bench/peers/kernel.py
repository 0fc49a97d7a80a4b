"""A kernel, whichever, as a client sees it: started, asked, and listened to by jupyter_client."""

import os
import tempfile
from statistics import median
from time import perf_counter, sleep

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager


class Started(KernelManager):
    """A kernel by its command."""

    command = []

    @property
    def kernel_spec(self):
        return KernelSpec(argv=self.command, display_name="", language="", interrupt_mode="message")


def own_command():
    import sys

    return [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]


def processes(parent):
    """A process and all that it has started, as Linux knows them."""
    with open(f"/proc/{parent}/task/{parent}/children") as children:
        return [parent] + [one for child in children.read().split() for one in processes(int(child))]


def processor_time(process):
    """Seconds, of the process and of its children that have ended."""
    with open(f"/proc/{process}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def memory(process):
    """Bytes that are in memory."""
    with open(f"/proc/{process}/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def measure(command, cells, prefix, trips):
    """
    Seconds from start to an answer and to the first result; processor time and memory six seconds after the start;
    seconds of a round trip of each cell and of a completion (medians, the first left out); then of a cell that prints
    lines, how many had arrived when it was done, and in how many messages.
    """
    folder = tempfile.mkdtemp()
    os.environ.update(XDG_DATA_HOME=folder, IPYTHONDIR=folder, JUPYTER_RUNTIME_DIR=folder)
    manager = Started(connection_file=os.path.join(folder, "kernel.json"))
    manager.command = command or own_command()
    start = perf_counter()
    manager.start_kernel(stdout=-3, stderr=-3)
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    ready = perf_counter() - start
    outputs = []

    def run(code):
        outputs.clear()
        begin = perf_counter()
        reply = client.execute_interactive(code, output_hook=outputs.append, timeout=60)
        assert reply["content"]["status"] == "ok", reply["content"]
        return perf_counter() - begin

    run(cells["result"].replace("$", "0"))
    first = perf_counter() - start
    sleep(max(0, 6 - first))
    running = processes(manager.provisioner.pid)
    answer = {
        "ready": ready,
        "first": first,
        "cpu": sum(map(processor_time, running)),
        "memory": sum(map(memory, running)),
    }

    def complete():
        begin = perf_counter()
        reply = client.complete(prefix, len(prefix), reply=True, timeout=60)
        assert reply["content"]["matches"], "nothing was completed"
        return perf_counter() - begin

    complete()
    answer["complete"] = median(complete() for _ in range(trips // 5))
    for name in ("empty", "result"):
        answer[name] = median(run(cells[name].replace("$", str(i))) for i in range(trips))
    answer["stream"] = run(cells["stream"])
    texts = [o["content"]["text"] for o in outputs if o["msg_type"] == "stream"]
    # A kernel may say that it is idle before all has arrived.
    answer["arrived"] = "".join(texts).count("\n")
    answer["messages"] = len(texts)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return {"seconds": perf_counter() - start, "value": answer}
