"""Charts as Vega-Lite, drawn by the browser."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from qualcode.actions.charting import CHARTS
from qualcode.locale import translator
from qualcode.workbench.choosing import Chosen
from qualcode.workbench.desk import Language, TheDesk
from qualcode.workbench.schemas.retrieval import ChartOut

router = APIRouter(tags=["charts"])


@router.get("/charts")
def get_charts(language: Language) -> list[ChartOut]:
    """Return the kinds of charts, with what each shows."""
    tr = translator(language)
    return [ChartOut(name=name, text=tr(text)) for name, text in CHARTS.items()]


@router.get("/charts/{name}")
def get_chart(
    desk: TheDesk,
    language: Language,
    name: str,
    *,
    source: Annotated[str, Query(description="of a timeline")] = "",
    filters: Chosen,
) -> dict[str, Any]:
    """Return a chart as a Vega-Lite specification."""
    choices: dict[str, Any] = {"language": language, "filters": filters}
    if source:
        choices["source"] = source
    found: dict[str, Any] = desk.project.chart(name, **choices).to_dict()
    return found
