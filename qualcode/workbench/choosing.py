"""Which codings a request is about: the parameters that several routes share."""

from typing import Annotated, Any

from fastapi import Depends, Query

from qualcode.actions.filters import Filters
from qualcode.tables.cooccurrence import Within

Names = Annotated[list[str], Query()]


def _filters(
    *,
    code: Names = [],
    framework: Names = [],
    case: Names = [],
    source: Names = [],
    kind: Names = [],
    coder: Names = [],
    where: Annotated[str, Query(max_length=5000, description="a query over codings")] = "",
) -> Filters:
    """Return the filters that a request names; a code brings the codes below it along."""
    return Filters(
        codes=code, frameworks=framework, cases=case, sources=source, kinds=kind, coders=coder, where=where
    )


Chosen = Annotated[Filters, Depends(_filters)]


def _choices(
    *,
    of: Annotated[str, Query(description="the source of a timeline")] = "",
    top: Annotated[bool | None, Query(description="only topmost codes, those below counted in")] = None,
    rows: Annotated[str, Query(description="the framework down the side")] = "",
    columns: Annotated[str, Query(description="the framework across")] = "",
    within: Within = "words",
    each_case: bool = False,
) -> dict[str, Any]:
    """Return what a request chooses of a picture; see `qualcode.actions.chart_material.Choices`."""
    return {
        "source": of,
        "top": top,
        "rows": rows,
        "columns": columns,
        "within": within,
        "each_case": each_case,
    }


Choices = Annotated[dict[str, Any], Depends(_choices)]
