"""The service: routes over one project, with its description."""

from fastapi import FastAPI

from qualcode import __version__
from qualcode.workbench.desk import Desk
from qualcode.workbench.faults import handle_faults
from qualcode.workbench.pages import serve_pages
from qualcode.workbench.routes import ROUTERS
from qualcode.workbench.schemas.base import Fault


def make_app(desk: Desk | None = None) -> FastAPI:
    """Make the service.

    Parameters
    ----------
    desk
        With the project; None only for its description, since no route works without one.
    """
    app = FastAPI(
        title="qualcode workbench",
        version=__version__,
        description="Places are UTF-16 code units. Every answer other than 2xx has the shape `Fault`.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # these pages come from another host
        redoc_url=None,
        separate_input_output_schemas=False,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.desk = desk
    handle_faults(app)
    for router in ROUTERS:
        app.include_router(router, prefix="/api", responses={"4XX": {"model": Fault}})
    serve_pages(app)
    return app
