"""What SARIF 2.1.0 asks of the objects that Rutter writes, as a JSON Schema.

The properties, their types and which of them are required are those of the specification (section 3); as in its own
schema no object may have others. Objects that Rutter does not write are left out.
"""

TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}
NUMBER = {"type": "integer", "minimum": 1}
URI = {"type": "string", "format": "uri-reference"}
ABSOLUTE = {"type": "string", "format": "uri"}


def closed(properties: dict, required=(), **more) -> dict:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False, **more}


def some(items: dict, **more) -> dict:
    return {"type": "array", "items": items, **more}


LEVEL = {"enum": ["none", "note", "warning", "error"]}
PLAIN = closed({"text": TEXT, "markdown": TEXT, "id": TEXT, "arguments": some(TEXT)}, ["text"])
MULTIFORMAT = closed({"text": TEXT, "markdown": TEXT}, ["text"])
REGION = closed(
    {
        "startLine": NUMBER, "startColumn": NUMBER, "endLine": NUMBER, "endColumn": NUMBER,
        "charOffset": COUNT, "charLength": COUNT, "byteOffset": COUNT, "byteLength": COUNT,
        "snippet": closed({"text": TEXT}),
    }
)
ARTIFACT = closed({"uri": URI, "uriBaseId": TEXT, "index": {"type": "integer", "minimum": -1}})
PHYSICAL = closed({"artifactLocation": ARTIFACT, "region": REGION, "contextRegion": REGION}, ["artifactLocation"])
LOCATION = closed({"id": {"type": "integer", "minimum": -1}, "physicalLocation": PHYSICAL, "message": PLAIN})
REPLACEMENT = closed({"deletedRegion": REGION, "insertedContent": closed({"text": TEXT})}, ["deletedRegion"])
CHANGE = closed(
    {"artifactLocation": ARTIFACT, "replacements": some(REPLACEMENT, minItems=1)}, ["artifactLocation", "replacements"]
)
FIX = closed(
    {"description": PLAIN, "artifactChanges": some(CHANGE, minItems=1, uniqueItems=True)}, ["artifactChanges"]
)
RULE = closed(
    {
        "id": TEXT, "name": TEXT, "shortDescription": MULTIFORMAT, "fullDescription": MULTIFORMAT, "help": MULTIFORMAT,
        "helpUri": ABSOLUTE, "defaultConfiguration": closed({"level": LEVEL, "enabled": {"type": "boolean"}}),
        "properties": {"type": "object", "properties": {"tags": some(TEXT, uniqueItems=True)}},
    },
    ["id"],
)
DRIVER = closed(
    {
        "name": TEXT, "version": TEXT, "informationUri": ABSOLUTE, "rules": some(RULE, uniqueItems=True),
        "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$"},
    },
    ["name"],
)
RESULT = closed(
    {
        "ruleId": TEXT, "ruleIndex": {"type": "integer", "minimum": -1}, "level": LEVEL, "message": PLAIN,
        "locations": some(LOCATION), "relatedLocations": some(LOCATION, uniqueItems=True),
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
        "fixes": some(FIX, uniqueItems=True),
    },
    ["message"],
)
RUN = closed(
    {
        "tool": closed({"driver": DRIVER}, ["driver"]), "results": {"type": ["array", "null"], "items": RESULT},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    },
    ["tool"],
)
SCHEMA = closed(
    {"$schema": ABSOLUTE, "version": {"const": "2.1.0"}, "runs": some(RUN)}, ["version", "runs"]
)
