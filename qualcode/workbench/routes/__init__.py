"""The routes, by what they are about: each takes a request apart, calls the project, shapes the answer."""

from qualcode.workbench.routes import (
    charts,
    codebook,
    codebook_files,
    codings,
    exports,
    frameworks,
    history,
    live,
    notes,
    project,
    retrieval,
    review,
    sources,
    suggestions,
    themes,
)

ROUTERS = tuple(
    module.router
    for module in (
        project,
        history,
        live,
        sources,
        codings,
        suggestions,
        codebook,
        frameworks,
        codebook_files,
        retrieval,
        themes,
        review,
        notes,
        charts,
        exports,
    )
)
"""Every router of the service."""
