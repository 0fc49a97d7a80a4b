"""Lets papermill write the parameters of a notebook whose cells are TypeScript."""

import json

from papermill.engines import NBClientEngine as Engine
from papermill.translators import Translator, papermill_translators

__all__ = ["Engine", "TypeScriptTranslator"]


class TypeScriptTranslator(Translator):
    """Writes parameters as lines of ``const``. What JSON has, and NaN and the infinities, are expressions of
    TypeScript as they are; whatever else YAML knows, a date for instance, becomes a text."""

    @classmethod
    def translate(cls, val):
        return json.dumps(val, default=str)

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}"

    @classmethod
    def assign(cls, name, str_val):
        return f"const {name} = {str_val}"


papermill_translators.register("typescript", TypeScriptTranslator)
