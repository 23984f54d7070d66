"""What a template of a theme is compiled to: Jinja's own code, made cheaper for thousands of pages."""

from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

if TYPE_CHECKING:
    from site_builder.theming.environment import ThemeEnvironment


class ThemeCompiler(CodeGenerator):
    """Writes the code of a template.

    What lasts is worked out once: `text("skip")`, `config.title`. Values are printed by `printed`. Functions are called without the
    context, which none of ours asks for. The function of a block, or of a template, returns the list of its parts: from
    Jinja's generators, each part goes through those of all blocks and templates around it.
    """

    environment: "ThemeEnvironment"

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write a template. A name of its own takes the place of one that lasts."""
        bound = {one.name for one in node.find_all(nodes.Name) if one.ctx != "load"}
        bound |= {one.name for one in node.find_all(nodes.Macro)} | {one.target for one in node.find_all(nodes.Import)}
        bound |= {name for one in node.find_all(nodes.FromImport) for name in _targets(one)}
        self._lasting = {name: value for name, value in self.environment.lasting.items() if name not in bound}
        self._extends = node.find(nodes.Extends) is not None
        self._is_of_blocks = _is_of_blocks(node)
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """Write how every function begins."""
        for line in _COMMONS:
            self.writeline(line)

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Write a line. The function of a template that has nothing but blocks for the one that it extends returns what that one returns."""
        if x == _PARENT and self._is_of_blocks:
            x = x.replace("yield from", "return")
        super().writeline(x, node, extra)

    def enter_frame(self, frame: Frame) -> None:
        """Begin the list of a function's parts. Where a template extends another, Jinja yields that one's."""
        super().enter_frame(frame)
        if frame.block_frame or (frame.rootlevel and not self._extends):
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002
        """Return the list of a function's parts."""
        super().leave_frame(frame, with_python_scope)
        if frame.block_frame or (frame.rootlevel and not self._extends):
            self.writeline(f"return {frame.buffer}")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        """Add the parts of a block."""
        if frame.buffer is None:
            super().visit_Block(node, frame)
            return
        if node.required:
            self.writeline(f"if len(context.blocks[{node.name!r}]) <= 1:", node)
            self.indent()
            self.writeline(f'raise TemplateRuntimeError("Required block {node.name!r} not found")', node)
            self.outdent()
        context = self.derive_context(frame) if node.scoped else self.get_context_ref()
        self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({context}))", node)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """Add the parts of another template. Jinja's own code takes them one by one, and from a generator."""
        if node.ignore_missing:
            self.writeline("try:")
            self.indent()
        self.writeline("template = environment.get_or_select_template(", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")
        if node.ignore_missing:
            self.outdent()
            self.writeline("except TemplateNotFound: pass")
            self.writeline("else:")
            self.indent()
        parts = "template._get_default_module()._body_stream"
        if node.with_context:
            seen = f"context.get_all(), True, {self.dump_local_context(frame)}"
            parts = f"template.root_render_func(template.new_context({seen}))"
        self.writeline(f"yield from {parts}" if frame.buffer is None else f"{frame.buffer}.extend({parts})")
        if node.ignore_missing:
            self.outdent()

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write what lasts as a constant, and the rest without asking the environment for its method each time."""
        constant = self._worked_out(node)
        if constant is node:
            self.write("attribute(")
            self.visit(node.node, frame)
            self.write(f", {node.attr!r})")
        else:
            self.visit(constant, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Write what lasts as a constant, and the rest as a plain call."""
        constant = self._worked_out(node)
        if constant is not node:
            self.visit(constant, frame)
            return
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        return super()._output_child_to_const(self._worked_out(node), frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("printed(")

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


# How Jinja's code goes on to the template that is extended.
_PARENT = "yield from parent_template.root_render_func(context)"
# What a template may have that prints nothing; texts between its blocks are not printed either.
_SILENT = (nodes.Extends, nodes.Block, nodes.Assign, nodes.Import, nodes.FromImport, nodes.Macro)

# How every function begins. Jinja's own lines but the last two, and without the one that makes it a generator.
_COMMONS = (
    "resolve = context.resolve_or_missing",
    "undefined = environment.undefined",
    "concat = environment.concat",
    "cond_expr_undefined = Undefined",
    "attribute = environment.getattr",
    "printed = environment.printed",
)


def _targets(node: nodes.FromImport) -> list[str]:
    return [name if isinstance(name, str) else name[1] for name in node.names]


def _is_of_blocks(template: nodes.Template) -> bool:
    """Say whether a template begins by extending another, and prints nothing but its blocks."""
    first = template.body[0] if template.body else None
    return isinstance(first, nodes.Extends) and all(
        isinstance(one, _SILENT)
        or (isinstance(one, nodes.Output) and all(isinstance(text, nodes.TemplateData) for text in one.nodes))
        for one in template.body
    )
