"""Jupyter's own tests of kernels, all of them, against this kernel: conformance.py <kernel name>."""

import sys
import unittest

import jupyter_kernel_test


class Conformance(jupyter_kernel_test.KernelTests):
    kernel_name = sys.argv.pop()
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("oops")'
    completion_samples = [{"text": "Math.hyp", "matches": ["hypot"]}, {"text": "displa"}]
    complete_code_samples = ["1", "const x: number = 1", "function f() {}", "", "// nothing"]
    incomplete_code_samples = ["function f() {", "`abc", "foo(", "const x ="]
    invalid_code_samples = ["let = ;", "const 1x", '"unterminated']
    code_page_something = "%help"
    code_generate_error = 'throw new Error("as asked")'
    code_execute_result = [
        {"code": "1 + 2 * 3", "result": "7"},
        {"code": '"a" + "b"', "result": "'ab'"},
        {"code": "html`<b>x</b>`", "mime": "text/html", "result": "<b>x</b>"},
    ]
    code_display_data = [
        {"code": "display(1)", "mime": "text/plain"},
        {"code": "display(md`*x*`)", "mime": "text/markdown"},
        {"code": "display(svg`<svg/>`)", "mime": "image/svg+xml"},
        {"code": "display(tex`x^2`)", "mime": "text/latex"},
        {"code": "display(json({ a: 1 }))", "mime": "application/json"},
        {"code": "display(vegaLite({ mark: 'point' }))", "mime": "application/vnd.vegalite.v5+json"},
    ]
    code_history_pattern = "1 ? 2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.hypot"
    code_clear_output = "clearOutput()"


unittest.main(verbosity=2)
