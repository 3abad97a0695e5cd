"""When an adopted plan is in force from."""

from __future__ import annotations

from datetime import date

from .model_plan import Plan


def takes_effect(plan: Plan) -> date:
    """Return the day an adopted plan is in force from: when its period begins, or when it is adopted if that is later."""
    begins = date(plan.periode.fra, 1, 1) if plan.periode and plan.periode.fra else date.min
    return max(begins, plan.vedtak.dato if plan.vedtak else date.min)
