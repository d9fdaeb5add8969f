#!/usr/bin/env python3
"""The same rules, from the same files, in OpenFisca: what it costs there, and whether the answers are the same.

    cargo bench -p rights -- FOLDER                  writes the households
    python3 bench/rights/openfisca.py FOLDER         (needs: pip install openfisca-core)

Everything is known in these households, since OpenFisca has no third truth value. Rules that count children or ask for
what has no array form are left out; FOLDER/rights.txt says which were taken, for the next `cargo bench`.
"""

import ast
import pathlib
import sys
import time
import tomllib
import warnings

import numpy as np
from openfisca_core import entities, periods, simulation_builder, taxbenefitsystems, variables
from openfisca_core.parameters import ParameterNode

warnings.filterwarnings("ignore")
ROOT = pathlib.Path(__file__).resolve().parents[2] / "knowledge"
FOLDER = pathlib.Path(sys.argv[1])
MONTH = "2026-11"
DAY = 20261115
UNKNOWN = -(2**63)


def tables(folder, name):
    for path in sorted((ROOT / folder).glob("*.toml")):
        yield from tomllib.loads(path.read_text())[name]


FACTS = {fact["name"]: fact for fact in tables("facts", "fact")}
RATES = {rate["name"]: rate for rate in tables("rates", "rate")}
FORMULAS = {formula["name"]: formula for formula in tomllib.loads((ROOT / "formulas.toml").read_text())["formula"]}
RIGHTS = {}
for path in sorted((ROOT / "rights").glob("*.toml")):
    right = tomllib.loads(path.read_text())
    RIGHTS[right["id"]] = right


class Left(Exception):
    """This rule has no array form here."""


def tree(text):
    return ast.parse(" ".join(text.split()), mode="eval").body


class Arrays:
    """An expression as the text of a calculation with arrays."""

    def __init__(self, given=None):
        self.given = given or {}

    def of(self, node):
        match node:
            case ast.Constant(value=bool() as value):
                return str(value)
            case ast.Constant(value=str()):
                raise Left("a word by itself")
            case ast.Constant(value=value):
                return repr(value)
            case ast.Name(id=name):
                return self.given[name]
            case ast.Attribute(value=ast.Name(id="p"), attr=name):
                return f"P.{name}"
            case ast.Attribute(value=ast.Name(id=subject), attr=name):
                return fact(f"{subject}.{name}")
            case ast.BoolOp(op=op, values=values):
                sign = " * " if isinstance(op, ast.And) else " + "
                return "(" + sign.join(f"({self.of(value)})" for value in values) + ")"
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return f"np.logical_not({self.of(operand)})"
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"(-({self.of(operand)}))"
            case ast.BinOp(left=left, op=op, right=right):
                sign = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}[type(op)]
                return f"(({self.of(left)}) {sign} ({self.of(right)}))"
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                sign = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}[type(op)]
                if isinstance(right, ast.Constant) and isinstance(right.value, str):
                    name = f"{left.value.id}.{left.attr}"
                    codes = [option["code"] for option in FACTS[name]["option"]]
                    return f"({self.of(left)} {sign} {codes.index(right.value)})"
                return f"(({self.of(left)}) {sign} ({self.of(right)}))"
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return f"np.where({self.of(test)}, {self.of(body)}, {self.of(orelse)})"
            case ast.Call(func=ast.Name(id=name), args=args):
                return self.call(name, [self.of(arg) for arg in args])
        raise Left(ast.dump(node))

    def call(self, name, args):
        plain = {
            "min": "np.minimum({0}, {1})",
            "max": "np.maximum({0}, {1})",
            "year": "({0} // 10000)",
            "month": "({0} // 100 % 100)",
            "day": "({0} % 100)",
            "round_half_up": "np.floor({0} + 0.5)",
            "round_half_even": "np.rint({0})",
            "round_half_down": "np.ceil({0} - 0.5)",
            "round_up": "np.ceil({0})",
        }
        if name in plain:
            return plain[name].format(*args)
        formula = FORMULAS[name]
        return Arrays(dict(zip(formula["of"], (f"({arg})" for arg in args)))).of(tree(formula["is"]))


def variable_name(name):
    return name.replace(".", "__")


def fact(name):
    if name == "case.as_of":
        return str(DAY)
    known = FACTS[name]
    if "is" not in known and not (FOLDER / f"{name}.i64").exists():
        raise Left(f"{name} is counted")
    USED.add(name)
    return f"person('{variable_name(name)}', period)"


USED = set()
person = entities.Entity("person", "persons", "", "")
system = taxbenefitsystems.TaxBenefitSystem([person])
data = {
    name: {"values": {str(value["from"]): {"value": value["value"]} for value in rate["values"]}}
    for name, rate in RATES.items()
}
system.parameters = ParameterNode("", data=data)


def add(name, value_type, expression=None):
    body = {"value_type": value_type, "entity": person, "definition_period": periods.DateUnit.MONTH, "label": name}
    if expression:
        scope = {"np": np}
        exec(f"def formula(person, period, parameters):\n    P = parameters(period)\n    return {expression} + np.zeros(person.count, bool)", scope)
        body["formula"] = scope["formula"]
    system.add_variable(type(variable_name(name), (variables.Variable,), body))


# Rules first, so that only the facts they use become variables.
rules, left = {}, {}
for name, right in RIGHTS.items():
    try:
        rule = right["rule"][-1]
        criteria = Arrays().of(tree(rule["criteria"]))
        calc = Arrays().of(tree(rule["calc"])) if "calc" in rule else None
        rules[name] = (criteria, calc)
    except Left as why:
        left[name] = str(why)
waiting, done = set(USED), set()
while waiting:
    name = waiting.pop()
    done.add(name)
    known = FACTS[name]
    expression = Arrays().of(tree(known["is"])) if "is" in known else None
    kind = {"bool": bool, "date": int, "int": int, "choice": int}.get(known["type"], float)
    # float64 does not exist as a value type here: numbers are float32, as OpenFisca has them.
    add(name, float if expression and known["type"] == "number" else kind, expression)
    waiting |= USED - done
for name, (criteria, calc) in rules.items():
    add(f"{name}.met", bool, f"(({criteria}) > 0)")
    if calc:
        add(f"{name}.amount", float, calc)

(FOLDER / "rights.txt").write_text("\n".join(sorted(rules)))
print(f"{len(rules)} rules translated; left out: {', '.join(f'{name} ({why})' for name, why in left.items()) or 'none'}")

inputs = {}
for name in done:
    if "is" in FACTS[name]:
        continue
    raw = np.fromfile(FOLDER / f"{name}.i64", dtype="<i8")
    kind = FACTS[name]["type"]
    if kind == "bool":
        inputs[name] = raw == 1
    elif kind in ("int", "number"):
        inputs[name] = (raw / 1e9).astype(np.int32 if kind == "int" else np.float32)
    else:
        inputs[name] = raw.astype(np.int32)


def answers(start, end):
    builder = simulation_builder.SimulationBuilder()
    simulation = builder.build_default_simulation(system, count=end - start)
    for name, values in inputs.items():
        simulation.set_input(variable_name(name), MONTH, values[start:end])
    found = {}
    for name, (_, calc) in rules.items():
        met = simulation.calculate(f"{name}__met", MONTH)
        found[name] = (met, simulation.calculate(f"{name}__amount", MONTH) if calc else None)
    return found


rows = len(next(iter(inputs.values())))
answers(0, 10)
started = time.process_time()
few = 300
for row in range(few):
    answers(row, row + 1)
one = (time.process_time() - started) / few
best = 1e9
for _ in range(3):
    started = time.process_time()
    found = answers(0, rows)
    best = min(best, time.process_time() - started)
print(f"OpenFisca, {len(rules)} rules: one household {one * 1e6:.0f} µs CPU; {rows} households as arrays {best * 1e3:.0f} ms CPU")

if (FOLDER / "answers.txt").exists():
    ours = {line.split()[0]: line.split()[1:] for line in (FOLDER / "answers.txt").read_text().splitlines()}
    differ = []
    for name, (met, amount) in found.items():
        if name not in ours:
            continue
        count, total = int(met.sum()), float((amount * met).sum(dtype=np.float64)) if amount is not None else 0.0
        if count != int(ours[name][0]) or abs(total - float(ours[name][1])) > 1e-4 * max(1.0, abs(total)) + count * 1.0:
            differ.append(f"{name}: {count} and {total:.0f} here, {ours[name][0]} and {ours[name][1]} there")
    print(f"answers compared for {len(found)} rules:", "; ".join(differ) or "all the same (amounts within float32)")
    count, seconds = (FOLDER / "seconds.txt").read_text().split()
    if int(count) == len(rules):
        print(f"in columns: OpenFisca {best * 1e3:.0f} ms, Veven {float(seconds) * 1e3:.1f} ms: {best / float(seconds):.1f} times less")
