"""Jinja made cheap for thousands of pages of one theme: the same templates give the same text in less than half the time.

Each part leaves out what Jinja does for needs that themes do not have. What each bought stands in docs/benchmarks.md.
"""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape


class ThemeEnvironment(Environment):
    """The templates of one theme, compiled when they are first used.

    `lasting` names the globals that mean the same on every page: values, and functions of their arguments alone.
    """

    def __init__(self, lasting: Mapping[str, Any], **options: Any) -> None:
        """Make an environment with Jinja's options; the lasting names are added to its globals."""
        super().__init__(**options)
        self.lasting = lasting
        self.globals |= lasting
        self.printed = printed
        self.context_class = _Context
        self.code_generator_class = _Generator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals that all templates share: Jinja's chain of mappings, for globals of a single one, is slow."""
        return self.globals if d is None else super().make_globals(d)


def printed(value: Any) -> str:
    """Return a value as HTML. Most are texts without markup, which `escape` would copy and wrap to say that they are."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value  # type: ignore[no-any-return]
    return escape(value)


class _Context(Context):
    """The names that a template sees. Nothing that it may call asks for the context, so each is simply called."""

    def call(
        self,
        function: Callable[..., Any],
        /,
        *args: Any,
        _block_vars: object = None,
        _loop_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        return function(*args, **kwargs)

    def derived(self, locals: dict[str, Any] | None = None) -> "_Context":  # noqa: A002  # Jinja's name
        # The context of a block in a loop. It shares the blocks, which nothing adds to once a page has begun.
        given = {name: value for name, value in (locals or {}).items() if value is not missing}
        context = _Context(self.environment, {**self.parent, **self.vars, **given}, self.name, {})
        context.eval_ctx, context.blocks = self.eval_ctx, self.blocks
        return context


class _Generator(CodeGenerator):
    """What a template compiles to: texts printed by `printed`, and what lasts worked out once: `text("skip")`, `config.title`."""

    environment: ThemeEnvironment

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        bound = {one.name for one in node.find_all(nodes.Name) if one.ctx != "load"}
        bound |= {one.name for one in node.find_all(nodes.Macro)} | {one.target for one in node.find_all(nodes.Import)}
        bound |= {name for one in node.find_all(nodes.FromImport) for name in _targets(one)}
        self._lasting = {name: value for name, value in self.environment.lasting.items() if name not in bound}
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        constant = self._worked_out(node)
        if constant is node:
            super().visit_Getattr(node, frame)
        else:
            self.visit(constant, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        constant = self._worked_out(node)
        if constant is node:
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            self.visit(constant, frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        return super()._output_child_to_const(self._worked_out(node), frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")

    def _worked_out(self, node: nodes.Expr) -> nodes.Expr:
        """Return an expression's value as a constant, if it lasts; else the expression. Its errors are left to the page's line."""
        try:
            return nodes.Const.from_untrusted(self._value(node), node.lineno, self.environment)
        except Exception:  # noqa: BLE001  # whatever the function raises, it raises again when the page is made
            return node

    def _value(self, node: nodes.Expr) -> Any:
        if isinstance(node, nodes.Const):
            return node.value
        if isinstance(node, nodes.Name):
            return self._lasting[node.name]
        if isinstance(node, nodes.Getattr):
            return self.environment.getattr(self._value(node.node), node.attr)
        if isinstance(node, nodes.Call) and not (node.dyn_args or node.dyn_kwargs):
            function = self._value(node.node)
            values = {keyword.key: self._value(keyword.value) for keyword in node.kwargs}
            return function(*map(self._value, node.args), **values)
        raise nodes.Impossible


def _targets(node: nodes.FromImport) -> list[str]:
    return [name if isinstance(name, str) else name[1] for name in node.names]
