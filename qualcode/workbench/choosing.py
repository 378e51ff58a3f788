"""Which codings a request is about: the parameters that several routes share."""

from typing import Annotated

from fastapi import Depends, Query

from qualcode.actions.filters import Filters

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
