#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/protocol.md from openapi.yaml and asyncapi.yaml: ./dev docs"""
import json
import pathlib
import re
import urllib.parse

import yaml

HERE = pathlib.Path(__file__).parent
METHODS = ("get", "post", "put", "patch", "delete")


def load(name):
    return yaml.safe_load((HERE / name).read_text())


def operations(api):
    """Each operation with its method, its path and the parameters of both, by id."""
    found = {}
    for path, item in api["paths"].items():
        for method in METHODS:
            if method in item:
                parameters = item.get("parameters", []) + item[method].get("parameters", [])
                found[item[method]["operationId"]] = dict(
                    item[method], method=method.upper(), path=path, parameters=[resolve(api, p) for p in parameters])
    return found


def resolve(document, node):
    """Follows a reference within the document."""
    while "$ref" in node:
        target = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def quoted(text):
    """A shell word in which $NAMES of variables are replaced."""
    return "'" + re.sub(r"\$([A-Z_]+)", r"'$\1'", text.replace("'", r"'\''")) + "'"


def curl(operation):
    """The command that calls an operation's example."""
    attempt = operation.get("x-try", {})
    url = "$HEARTH" + operation["path"]
    for name, value in attempt.get("path", {}).items():
        url = url.replace("{%s}" % name, str(value))
    if "query" in attempt:
        url += "?" + "&".join(
            "%s=%s" % (name, value if str(value).startswith("$") else urllib.parse.quote(str(value), safe=""))
            for name, value in attempt["query"].items())
    words = ["curl -sS --fail-with-body"]
    content = operation.get("requestBody", {}).get("content", {})
    body = content.get("application/json", {}).get("example")
    method = operation["method"]
    if method == "HEAD":
        words.append("-I")
    elif method != ("POST" if body is not None or "file" in attempt else "GET"):
        words.append("-X " + method)
    words.append('"%s"' % url if re.search(r"[?&%]", url) else url)
    who = attempt.get("as", "ADA")
    if who != "none":
        words.append('-H "Authorization: Bearer $%s_TOKEN"' % who)
    words += ['-H "%s: %s"' % header for header in attempt.get("headers", {}).items()]
    if body is not None:
        words.append("--json " + quoted(json.dumps(body, ensure_ascii=False)))
    if "file" in attempt:
        words.append(attempt["file"])
    line = " ".join(words)
    return line if len(line) <= 110 else " \\\n    ".join([words[0] + " " + " ".join(words[1:-1]), words[-1]])


def example(operation):
    """The command, with what later ones need of its answer kept in variables."""
    saved = operation.get("x-try", {}).get("save", {})
    call = curl(operation)
    if not saved:
        return call
    if len(saved) == 1:
        (name, value), = saved.items()
        return "%s=$(%s | jq -r %s)" % (name, call, value)
    lines = ["ANSWER=$(%s)" % call]
    lines += ["%s=$(jq -r %s <<<\"$ANSWER\")" % item for item in saved.items()]
    return "\n".join(lines)


def reference(node):
    return node["$ref"].rsplit("/", 1)[1] if "$ref" in node else None


def kind(schema):
    """A schema in a few words."""
    if reference(schema):
        return reference(schema)
    if "enum" in schema:
        return "\\|".join(str(value) for value in schema["enum"])
    if "const" in schema:
        return json.dumps(schema["const"])
    if schema.get("type") == "array":
        return "[%s]" % kind(schema["items"])
    if schema.get("type") == "object" and "properties" in schema:
        return shape(schema)
    names = schema.get("type", "any")
    return names if isinstance(names, str) else "\\|".join(names)


def shape(schema):
    """An object's fields; "?" stands behind those that may be missing."""
    required = schema.get("required", [])
    fields = []
    for name, field in schema.get("properties", {}).items():
        text = "%s%s: %s" % (name, "" if name in required else "?", kind(field))
        fields.append(text + (" (%s)" % field["description"] if "description" in field else ""))
    return "{%s}" % ", ".join(fields)


def describe_operation(api, operation):
    yield "**%s %s**" % (operation["method"], operation["path"])
    yield ""
    yield " ".join([operation["summary"], operation.get("description", "")]).strip()
    if operation["x-who"] not in ("public", "signed-in", "self"):
        yield "For: %s." % operation["x-who"]
    query = [p for p in operation["parameters"] if p["in"] == "query"]
    if query:
        yield "Query: " + ", ".join(
            "`%s`" % p["name"] + (" (%s)" % p["description"].rstrip(".") if "description" in p else "") for p in query) + "."
    body = operation.get("requestBody", {}).get("content", {})
    for mime, content in body.items():
        yield "Body: %s." % (reference(content["schema"]) or mime)
    answers = []
    for status, answer in operation["responses"].items():
        content = resolve(api, answer).get("content", {})
        schema = next(iter(content.values()), {}).get("schema", {})
        answers.append(("%s %s" % (status, reference(schema) or next(iter(content), ""))).strip())
    yield "Answer: " + ", ".join(answers) + "."
    yield ""
    yield "```sh"
    yield example(operation)
    yield "```"
    yield ""


def describe_frames(events, direction):
    yield "| type | | fields |"
    yield "|---|---|---|"
    for item in events["operations"][direction]["messages"]:
        message = resolve(events, resolve(events, item))
        schema = resolve(events, message["payload"])
        fields = {name: field for name, field in schema["properties"].items() if name not in ("type", "id")}
        text = shape({"properties": fields, "required": schema.get("required", [])})
        yield "| `%s` | %s | %s |" % (message["name"], message["summary"], text)
    yield ""


def protocol():
    api, events = load("openapi.yaml"), load("asyncapi.yaml")
    known = operations(api)
    yield "# The protocol, version 1"
    yield ""
    yield "<!-- Made from resources/openapi.yaml and resources/asyncapi.yaml by ./dev docs. -->"
    yield ""
    yield api["info"]["description"].strip()
    yield ""
    for section in api["x-tutorial"]:
        yield "## " + section["title"]
        yield ""
        if "text" in section:
            yield section["text"].strip()
            yield ""
        for name in section["operations"]:
            yield from describe_operation(api, known[name])
    yield "## WebSocket"
    yield ""
    yield events["info"]["description"].strip()
    yield ""
    yield "### From the client"
    yield ""
    yield from describe_frames(events, "fromClient")
    yield "### From the server"
    yield ""
    yield from describe_frames(events, "fromServer")
    yield "## Shapes"
    yield ""
    for name, schema in api["components"]["schemas"].items():
        note = " " + schema["description"] if "description" in schema else ""
        yield "* **%s** %s%s" % (name, kind(schema), note)
    yield ""


if __name__ == "__main__":
    (HERE.parent / "docs" / "protocol.md").write_text("\n".join(protocol()))
