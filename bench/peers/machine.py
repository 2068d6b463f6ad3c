"""What the bench runs on, without a name."""

import os
import pathlib
import re
import subprocess


def cores():
    """Physical cores that this process may use."""
    found = set()
    allowed = os.sched_getaffinity(0)
    for cpu in allowed:
        topology = pathlib.Path(f"/sys/devices/system/cpu/cpu{cpu}/topology")
        try:
            found.add(((topology / "physical_package_id").read_text(),
                       (topology / "core_id").read_text()))
        except OSError:
            return len(allowed)
    return len(found)


def describe(java):
    """Rows of what and value."""
    cpu = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", cpu)
    flags = re.search(r"flags\s*: (.*)", cpu)
    kinds = [flag for flag in ("avx2", "avx512f", "avx512_bf16", "amx_tile")
             if flags and flag in flags[1].split()]
    memory = re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())
    system = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())
    said = subprocess.run([java, "-XshowSettings:properties", "-version"], stderr=subprocess.PIPE,
                          stdout=subprocess.DEVNULL, text=True, check=True).stderr
    jdk = " ".join(re.search(rf"{name} = (.*)", said)[1]
                   for name in ("java.vm.name", "java.runtime.version"))
    return [("processor", f"{model[1] if model else 'unknown'} ({', '.join(kinds)})"),
            ("cores used", str(cores())),
            ("memory", f"{int(memory[1]) / 2**20:.0f} GiB"),
            ("system", f"{system[1] if system else 'Linux'}, x86-64"),
            ("Java", jdk)]
