"""How templates become Python: as the engine does it, but macros are functions, and are called as such.

A page calls a hundred macros and prints three hundred values. The engine is ready for anything there, such as functions
that ask for the context, and for most of its time it is making sure. We have macros and words.
"""

from keyword import kwlist

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

TAKEN = {*kwlist, "macro"}


class Generator(CodeGenerator):
    """Writes the code of a template, which calls on the `Engine`."""

    def write_commons(self) -> None:
        """Write what every function of a template begins with."""
        super().write_commons()
        self.writeline("escape = environment.printed")
        self.writeline("field = environment.getattr")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro as a function of its parameters, any of which may be missing."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        names = [_parameter(argument.name) for argument in macro_ref.node.args]
        takes = [f"{name}=missing" for name in names]
        if macro_ref.accesses_caller and "caller" not in names:
            names.append("caller")
            takes.append('caller=undefined(name="caller")')
        function = f"(lambda macro: lambda {', '.join(takes)}: macro({', '.join(names)}))(macro)"
        self.write(f"environment.named({getattr(macro_ref.node, 'name', 'caller')!r}, {function})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # the engine's name
        """Write that a field is looked up."""
        self.write("field(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802  # the engine's signature
        """Write a call: by its name directly, as macros are called, and in the engine's way otherwise."""
        for argument in node.kwargs:
            argument.key = _parameter(argument.key)
        if not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in (*node.args, *node.kwargs):
            self.visit(value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


def _parameter(name: str) -> str:
    """Return the name that a parameter has in our code: `class`, for example, means something else there."""
    return f"{name}_" if name in TAKEN else name
