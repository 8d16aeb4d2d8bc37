"""Codes about people, their household and their dwelling; read through `desktop.facts.codes`."""

from __future__ import annotations

from desktop.facts.code import Code


class Country(Code):
    """Country whose programmes serve the household."""

    SA = "SA", "المملكة العربية السعودية", "Saudi Arabia"
    EG = "EG", "جمهورية مصر العربية", "Egypt"


class Section(Code):
    """Section of the office that holds the file."""

    GENERAL = "general", "القسم العام", "general section"
    WOMEN = "women", "القسم النسوي", "women's section"


class PayeeCapacity(Code):
    """By what right the payee receives the money."""

    SELF = "self", "أصالةً عن نفسه", "for oneself", "أصالةً عن نفسها"
    MOTHER = "mother", "بصفتها الأم", "as the mother"
    GUARDIAN = "guardian", "بصفته وليًّا أو وصيًّا", "as guardian", "بصفتها وليّة أو وصيّة"
    PROXY = "proxy", "بصفته وكيلًا", "as proxy", "بصفتها وكيلة"


class FamilyType(Code):
    """Takaful's types of family (Law 12/2025)."""

    COUPLE = "couple", "زوجان وأبناؤهما", "couple with children"
    SUPPORTED = "supported", "أسرة معالة", "supported family"
    INMATE = "inmate", "أسرة نزيل", "family of an inmate"
    CONSCRIPT = "conscript", "أسرة مجنّد", "family of a conscript"
    ABANDONED = "abandoned", "أسرة مهجورة العائل", "family abandoned by its provider"


class Tenure(Code):
    """By what title the household occupies its dwelling."""

    OWNED = "owned", "ملك", "owned"
    RENTED = "rented", "مستأجر", "rented"
    PROVIDED = "provided", "مقدَّم من جهة أو قريب", "provided by others"
    SHARED = "shared", "سكن مشترك", "shared"
    STATE_SHELTER = "state_shelter", "دار إيواء حكومية", "state shelter"


class DwellingProof(Code):
    """Paper that proves the separate dwelling."""

    EJAR_LEASE = "ejar_lease", "عقد إيجار موثق (إيجار)", "authenticated lease (Ejar)"
    TITLE_DEED = "title_deed", "صك ملكية", "title deed"
    GOVERNMENT_CERTIFICATE = "government_certificate", "شهادة من جهة حكومية", "government certificate"
    NONE = "none", "لا يوجد", "none"


class Sex(Code):
    """Sex."""

    FEMALE = "female", "أنثى", "female"
    MALE = "male", "ذكر", "male"


class Role(Code):
    """Place in the household, as kin of the head."""

    HEAD = "head", "العائل", "head", "العائلة"
    SPOUSE = "spouse", "الزوج", "husband or wife", "الزوجة"
    CHILD = "child", "ابن", "child", "ابنة"
    PARENT = "parent", "الأب", "parent", "الأم"
    SIBLING = "sibling", "أخ", "sibling", "أخت"
    GRANDCHILD = "grandchild", "حفيد", "grandchild", "حفيدة"
    GRANDPARENT = "grandparent", "الجد", "grandparent", "الجدة"
    OTHER_RELATIVE = "other_relative", "قريب آخر", "other relative", "قريبة أخرى"
    OTHER = "other", "من غير الأقارب", "not a relative"


class OutsideStatus(Code):
    """Where a person is who matters to the rules but does not live in the dwelling."""

    LIVING_ELSEWHERE = "living_elsewhere", "مقيم في مسكن آخر", "living elsewhere", "مقيمة في مسكن آخر"
    DECEASED = "deceased", "متوفى", "deceased", "متوفاة"
    ABSENT = "absent", "متغيب", "absent", "متغيبة"
    IMPRISONED = "imprisoned", "سجين", "imprisoned", "سجينة"
    ADDICT = "addict", "مدمن", "addict", "مدمنة"
    INCAPACITATED = "incapacitated", "فاقد الأهلية", "legally incapacitated", "فاقدة الأهلية"
    CONSCRIPT = "conscript", "مجنّد", "conscript"
    UNKNOWN_IDENTITY = "unknown_identity", "مجهول الهوية", "of unknown identity", "مجهولة الهوية"


class IdKind(Code):
    """Kind of identity paper."""

    NATIONAL_ID = "national_id", "هوية وطنية", "national identity"
    IQAMA = "iqama", "إقامة", "residence permit (iqama)"
    MOBILITY_CARD = "mobility_card", "بطاقة تنقل", "mobility card"
    DISPLACED_TRIBE_CARD = "displaced_tribe_card", "بطاقة القبائل النازحة", "displaced tribe card"
    PASSPORT = "passport", "جواز سفر", "passport"
    NONE = "none", "دون وثيقة", "none"


class DatePrecision(Code):
    """How exactly a birth is known."""

    DAY = "day", "باليوم", "to the day"
    MONTH = "month", "بالشهر", "to the month"
    YEAR = "year", "بالسنة", "to the year"


class MaritalStatus(Code):
    """Marital status."""

    NEVER_MARRIED = "never_married", "لم يسبق له الزواج", "never married", "لم يسبق لها الزواج"
    MARRIED = "married", "متزوج", "married", "متزوجة"
    DIVORCED = "divorced", "مطلق", "divorced", "مطلقة"
    WIDOWED = "widowed", "أرمل", "widowed", "أرملة"


class StayPurpose(Code):
    """Why a person stayed away."""

    STUDY = "study", "الدراسة", "study"
    WORK = "work", "العمل", "work"
    TREATMENT = "treatment", "العلاج", "treatment"
    OTHER = "other", "غرض آخر", "other"


class SchoolStage(Code):
    """Stage of education."""

    NONE = "none", "غير ملتحق بالتعليم", "none", "غير ملتحقة بالتعليم"
    KINDERGARTEN = "kindergarten", "رياض الأطفال", "kindergarten"
    PRIMARY = "primary", "المرحلة الابتدائية", "primary"
    PREPARATORY = "preparatory", "المرحلة المتوسطة (الإعدادية)", "preparatory"
    SECONDARY = "secondary", "المرحلة الثانوية", "secondary"
    UNIVERSITY = "university", "المرحلة الجامعية", "university"
    OTHER = "other", "مرحلة أخرى", "other"


class DisabilityDegree(Code):
    """Degree of disability as assessed."""

    NONE = "none", "لا توجد إعاقة", "none"
    MILD = "mild", "بسيطة", "mild"
    MODERATE = "moderate", "متوسطة", "moderate"
    SEVERE = "severe", "شديدة", "severe"


class DisabilityKind(Code):
    """Kind of disability."""

    MOTOR = "motor", "حركية", "motor"
    VISUAL = "visual", "بصرية", "visual"
    HEARING = "hearing", "سمعية", "hearing"
    INTELLECTUAL = "intellectual", "فكرية", "intellectual"
    AUTISM = "autism", "طيف التوحد", "autism spectrum"
    COMMUNICATION = "communication", "اضطرابات النطق والتواصل", "communication"
    PSYCHOLOGICAL = "psychological", "نفسية", "psychological"
    ADHD = "adhd", "فرط الحركة وتشتت الانتباه", "attention deficit and hyperactivity"
    LEARNING = "learning", "صعوبات التعلم", "learning difficulties"
    HEART = "heart", "أمراض القلب", "heart disease"
    BLOOD = "blood", "أمراض الدم", "blood disease"
    MULTIPLE = "multiple", "متعددة", "multiple"


class IncapacityExtent(Code):
    """Extent of the incapacity for work."""

    NONE = "none", "لا يوجد عجز", "none"
    PARTIAL = "partial", "عجز جزئي", "partial"
    TOTAL = "total", "عجز كلي", "total"


class ChronicIllness(Code):
    """Chronic illness."""

    NONE = "none", "لا يوجد مرض مزمن", "none"
    ORDINARY = "ordinary", "مرض مزمن غير شديد", "ordinary"
    SEVERE = "severe", "مرض مزمن شديد", "severe"


class CircumstanceKind(Code):
    """A circumstance that the law names."""

    DESERTED = "deserted", "مهجور", "deserted", "مهجورة"
    SUSPENDED_WIFE = "suspended_wife", "معلَّقة", "suspended wife"
    ABANDONED_BY_FATHER = "abandoned_by_father", "هجره أبوه", "abandoned by the father", "هجرها أبوها"
    KEPT_BY_KIN = "kept_by_kin", "في كفالة الأقارب", "kept by kin"
    IN_INSTITUTION = "in_institution", "نزيل مؤسسة رعاية", "in a care institution", "نزيلة مؤسسة رعاية"
    AFTERCARE_LEAVER = "aftercare_leaver", "من أبناء الرعاية اللاحقة", "aftercare leaver", "من بنات الرعاية اللاحقة"
    VETERAN_OF_ARTS_OR_SPORT = (
        "veteran_of_arts_or_sport",
        "من قدامى الفنانين والرياضيين",
        "veteran of the arts or of sport",
        "من قديمات الفنانات والرياضيات",
    )
