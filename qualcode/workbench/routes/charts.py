"""Charts as Vega-Lite, drawn by the browser, and as tables for who does not see them."""

from fastapi import APIRouter

from qualcode.actions.charting import CHARTS
from qualcode.locale import translator
from qualcode.workbench.choosing import Choices, Chosen
from qualcode.workbench.desk import Language, TheDesk
from qualcode.workbench.picturing import charts_that_fit, figure_out
from qualcode.workbench.schemas.retrieval import ChartOut, FigureOut

router = APIRouter(tags=["charts"])


@router.get("/charts")
def get_charts(desk: TheDesk, language: Language) -> list[ChartOut]:
    """Return the kinds of charts that this study allows, with what each shows."""
    tr = translator(language)
    with desk.project.view() as view:
        fitting = charts_that_fit(view, CHARTS)
    return [ChartOut(name=name, text=tr(CHARTS[name])) for name in fitting]


@router.get("/charts/{name}")
def get_chart(
    desk: TheDesk, language: Language, name: str, *, filters: Chosen, choices: Choices
) -> FigureOut:
    """Return a chart as a Vega-Lite specification, with its numbers as a table."""
    figure = desk.project.draw(name, language=language, filters=filters, **choices)
    with desk.project.view() as view:
        return figure_out(view, figure)
