"""Codes about work, income, assets, duties and money asked for; read through `desktop.facts.codes`."""

from __future__ import annotations

from desktop.facts.code import Code


class RequestKind(Code):
    """Kind of one-off assistance asked for."""

    LUMP_SUM = "lump_sum", "مساعدة مقطوعة", "lump-sum assistance"
    EXCEPTIONAL = "exceptional", "مساعدة استثنائية", "exceptional assistance"


class RequestCause(Code):
    """Why one-off assistance is asked for."""

    FUNERAL = "funeral", "مصاريف جنازة", "funeral"
    MARRIAGE = "marriage", "زواج", "marriage"
    FIRST_BIRTH = "first_birth", "المولود الأول", "first birth"
    EMERGENCY_TREATMENT = "emergency_treatment", "علاج طارئ", "emergency treatment"
    SCHOOL_EXPENSES = "school_expenses", "مصاريف دراسية", "school expenses"
    ASSISTIVE_DEVICE = "assistive_device", "جهاز تعويضي أو معين", "assistive device"
    URGENT = "urgent", "حاجة ملحّة", "urgent need"
    OTHER = "other", "سبب آخر", "other"


class WorkStatus(Code):
    """Work status."""

    EMPLOYED = "employed", "موظف", "employed", "موظفة"
    SELF_EMPLOYED = "self_employed", "يعمل لحسابه", "self-employed", "تعمل لحسابها"
    UNEMPLOYED = "unemployed", "عاطل عن العمل", "unemployed", "عاطلة عن العمل"
    RETIRED = "retired", "متقاعد", "retired", "متقاعدة"
    HOME = "home", "متفرغ لشؤون المنزل", "keeping house", "ربة منزل"
    STUDENT = "student", "طالب", "student", "طالبة"
    NONE = "none", "لا يعمل", "not working", "لا تعمل"


class WorkAbility(Code):
    """Ability to work."""

    ABLE = "able", "قادر على العمل", "able to work", "قادرة على العمل"
    REHABILITABLE = "rehabilitable", "قابل للتأهيل", "rehabilitable", "قابلة للتأهيل"
    NOT_REHABILITABLE = "not_rehabilitable", "غير قابل للتأهيل", "not rehabilitable", "غير قابلة للتأهيل"


class Sector(Code):
    """Sector of work."""

    GOVERNMENT = "government", "القطاع الحكومي", "government"
    PRIVATE = "private", "القطاع الخاص", "private sector"
    ARMY_POLICE = "army_police", "القوات المسلحة أو الشرطة", "army or police"
    SPECIAL_STATUS = "special_status", "جهة ذات طبيعة خاصة", "body of special status"
    INFORMAL = "informal", "عمل غير منتظم", "informal work"
    NONE = "none", "لا ينطبق", "none"


class WorkExemption(Code):
    """Why a person is exempt from seeking work."""

    CARER = "carer", "متفرغ لرعاية غيره", "carer", "متفرغة لرعاية غيرها"
    STUDENT = "student", "طالب", "student", "طالبة"
    HEALTH = "health", "أسباب صحية", "health"
    FUND_CONDITIONS = "fund_conditions", "عدم انطباق شروط الصندوق", "conditions of the Fund not met"
    SOCIAL = "social", "أسباب اجتماعية", "social reasons"


class IncomeKind(Code):
    """Kind of income."""

    SALARY = "salary", "راتب أو أجر", "salary or wage"
    BUSINESS = "business", "نشاط تجاري", "business"
    RENT = "rent", "إيجار عقار", "rent"
    RETIREMENT_PENSION = "retirement_pension", "معاش تقاعدي", "retirement pension"
    INSURANCE_PENSION = "insurance_pension", "معاش تأميني", "insurance pension"
    GOVERNMENT_SUPPORT = "government_support", "دعم حكومي", "government support"
    CITIZEN_ACCOUNT = "citizen_account", "حساب المواطن", "Citizen Account"
    REEF = "reef", "دعم برنامج ريف", "Reef programme"
    STUDENT_STIPEND = "student_stipend", "مكافأة طالب", "student stipend", "مكافأة طالبة"
    DISABILITY_AID = "disability_aid", "إعانة ذوي الإعاقة", "disability aid"
    SUPPORTING_PROGRAMME = "supporting_programme", "برنامج مساند", "supporting programme"
    CHARITY_CASH = "charity_cash", "مساعدة نقدية من جمعية أهلية", "cash from a charity"
    CHARITY_IN_KIND = "charity_in_kind", "مساعدة عينية من جمعية أهلية", "in kind from a charity"
    MAINTENANCE = "maintenance", "نفقة", "maintenance"
    REMITTANCE = "remittance", "تحويلات من الخارج", "remittance from abroad"
    INVESTMENT_RETURN = "investment_return", "عائد استثمار", "return on investment"
    OTHER = "other", "دخل آخر", "other"


class Period(Code):
    """How often an income comes in."""

    ONCE = "once", "مرة واحدة", "once"
    DAY = "day", "يومي", "a day"
    WEEK = "week", "أسبوعي", "a week"
    MONTH = "month", "شهري", "a month"
    TERM = "term", "كل فصل دراسي", "a school term"
    YEAR = "year", "سنوي", "a year"


class AssetKind(Code):
    """Kind of asset."""

    PRIMARY_HOME = "primary_home", "المسكن الأساسي", "primary home"
    REAL_ESTATE = "real_estate", "عقار", "real estate"
    LAND = "land", "أرض", "land"
    SHOP = "shop", "محل تجاري", "shop"
    EQUIPMENT = "equipment", "معدات", "equipment"
    CAR = "car", "سيارة", "car"
    TRACTOR = "tractor", "جرار زراعي", "tractor"
    TRUCK = "truck", "شاحنة", "truck"
    TAXI = "taxi", "سيارة أجرة", "taxi"
    LIVESTOCK = "livestock", "ماشية", "livestock"
    SECURITIES = "securities", "أوراق مالية", "securities"
    CASH = "cash", "أموال نقدية", "cash"
    UNDIVIDED_INHERITANCE = "undivided_inheritance", "نصيب في تركة لم تُقسم", "share of an undivided inheritance"
    OTHER = "other", "أصل آخر", "other"


class AssetTenure(Code):
    """By what title an asset is held."""

    OWNED = "owned", "ملك", "owned"
    RENTED = "rented", "إيجار", "rented"


class Duty(Code):
    """A duty whose breach may be notified."""

    JOB_SEARCH = "job_search", "البحث عن عمل", "seeking work"
    ACCEPT_OFFER = "accept_offer", "قبول عرض عمل مناسب", "accepting a suitable job offer"
    WORK_PLAN = "work_plan", "الالتزام بخطة العمل", "keeping to the work plan"
    REHABILITATION_PLAN = "rehabilitation_plan", "الالتزام بخطة التأهيل", "keeping to the rehabilitation plan"
    BUSINESS_DISCLOSURE = "business_disclosure", "الإفصاح عن النشاط التجاري", "disclosing a business"
    SCHOOLING = "schooling", "انتظام الأبناء في التعليم", "keeping children at school"
    SCHOOL_SUCCESS = "school_success", "النجاح الدراسي", "passing the school year"
    VACCINATION = "vaccination", "استكمال التطعيمات", "keeping vaccinations current"
    ANNUAL_CHECK = "annual_check", "الفحص الطبي السنوي", "the yearly medical check"
    GROWTH_FOLLOW_UP = "growth_follow_up", "متابعة نمو الطفل", "following a child's growth"
    SPEND_ON_DEPENDANTS = "spend_on_dependants", "الإنفاق على التابعين", "spending on the dependants"


class JudgmentKind(Code):
    """Offence of a final judgment that bears on the right."""

    BEGGING = "begging", "التسول", "begging"
    TRAFFICKING = "trafficking", "الاتجار بالبشر", "human trafficking"
    ENDANGERING_CHILD = "endangering_child", "تعريض طفل للخطر", "endangering a child"
    FGM = "fgm", "ختان الإناث", "female genital mutilation"
    CHILD_MARRIAGE = "child_marriage", "تزويج الأطفال", "child marriage"
    HARASSMENT = "harassment", "التحرش", "harassment"
    LAND_ENCROACHMENT = "land_encroachment", "التعدي على الأراضي", "encroachment on land"
    DISHONOUR = "dishonour", "جريمة مخلة بالشرف", "crime against honour"
