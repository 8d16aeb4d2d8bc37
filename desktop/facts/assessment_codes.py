"""Codes of an assessment's answer; read through `desktop.facts.codes`."""

from __future__ import annotations

from desktop.facts.code import Code


class Outcome(Code):
    """The rules' answer to a claim."""

    ELIGIBLE = "eligible", "مؤهل", "eligible", "مؤهلة"
    INELIGIBLE = "ineligible", "غير مؤهل", "ineligible", "غير مؤهلة"
    UNDETERMINED = "undetermined", "تعذّر البت لنقص البيانات", "undetermined"


class CriterionOutcome(Code):
    """How one criterion came out."""

    MET = "met", "مستوفى", "met"
    UNMET = "unmet", "غير مستوفى", "unmet"
    UNKNOWN = "unknown", "ينقصه بيان", "unknown"
    NOT_APPLICABLE = "not_applicable", "لا ينطبق", "not applicable"


class CategoryOutcome(Code):
    """How one category came out."""

    MET = "met", "مستوفاة", "met"
    UNMET = "unmet", "غير مستوفاة", "unmet"
    UNKNOWN = "unknown", "ينقصها بيان", "unknown"


class AmountStatus(Code):
    """How far an amount is known."""

    KNOWN = "known", "محدد", "known"
    BOUNDED = "bounded", "محصور بين حدين", "known within bounds"
    UNPUBLISHED = "unpublished", "غير منشور", "unpublished"
    NONE = "none", "لا يوجد", "none"


class AmountPeriod(Code):
    """How often an amount is due."""

    MONTH = "month", "شهريًّا", "a month"
    YEAR = "year", "سنويًّا", "a year"
    ONCE = "once", "مرة واحدة", "once"


class Confidence(Code):
    """How sure the source of a rule or figure is."""

    OFFICIAL = "official", "نص رسمي", "official text"
    OFFICIAL_VIA_PRESS = "official_via_press", "نص رسمي نقلته الصحافة", "official text reported by the press"
    PRESS = "press", "خبر صحفي", "press"
    FORUM = "forum", "منتدى مختصين أو مستفيدين", "forum"
    RESEARCH = "research", "دراسة بحثية", "research"
    SEED = "seed", "مقالة التأسيس", "founding article"
    DERIVED = "derived", "مستخرج بالحساب", "derived by arithmetic"
    ASSUMED = "assumed", "افتراض مُعلَن", "stated assumption"
