"""A session in jupyter console: types cells, sees what they show, stops an endless loop, carries on."""

import re
import sys

import pexpect

command = f"{sys.executable} -m jupyter_console --kernel litmus --simple-prompt"
console = pexpect.spawn(command, encoding="utf8", timeout=60, dimensions=(40, 120))
seen = []


def cell(text, shows):
    console.expect(r"In \[\d+\]: ")
    console.sendline(text)
    console.expect(shows)
    seen.append(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", console.after))


cell("const base: number = 20", "")
cell("base * 2 + 2", r"42")
cell("console.log('printed ' + base)", r"printed 20")
cell("nowhere.at", r"nowhere is not defined")
console.expect(r"In \[\d+\]: ")
console.sendline("while (true) {}")
import time

time.sleep(1.5)
console.sendintr()
console.expect("Interrupted")
cell("base + 1", r"21")
console.expect(r"In \[\d+\]: ")
console.sendline("exit")
print("session held:", seen)
