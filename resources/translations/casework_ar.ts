<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ChannelBox</name>
    <message>
        <source>How the family is told</source>
        <translation>طريقة تبليغ الأسرة</translation>
    </message>
    <message>
        <source>As the file allows</source>
        <translation>بحسب ما في الملف</translation>
    </message>
</context>
<context>
    <name>ClaimBar</name>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>صاحب الحق</translation>
    </message>
    <message>
        <source>{programme}: the law of the day</source>
        <translation>{programme}: القواعد السارية</translation>
    </message>
    <message>
        <source>{programme}: rules of {version}</source>
        <translation>{programme}: إصدار {version}</translation>
    </message>
    <message>
        <source>Every member</source>
        <translation>كل أفراد الأسرة</translation>
    </message>
</context>
<context>
    <name>ClocksCard</name>
    <message>
        <source>Days that change the answer</source>
        <translation>مواعيد تغيّر النتيجة</translation>
    </message>
    <message>
        <source>{cause} (then {amount})</source>
        <translation>{cause} (ثم {amount})</translation>
    </message>
</context>
<context>
    <name>CriteriaCard</name>
    <message>
        <source>Criteria</source>
        <translation>المعايير</translation>
    </message>
    <message numerus="yes">
        <source>%n other category(s), not met</source>
        <translation>
            <numerusform>لا فئات أخرى</numerusform>
            <numerusform>فئة أخرى غير مستوفاة</numerusform>
            <numerusform>فئتان أخريان غير مستوفاتين</numerusform>
            <numerusform>%n فئات أخرى غير مستوفاة</numerusform>
            <numerusform>%n فئة أخرى غير مستوفاة</numerusform>
            <numerusform>%n فئة أخرى غير مستوفاة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) not applicable</source>
        <translation>
            <numerusform>لا معيار مما لا ينطبق</numerusform>
            <numerusform>معيار واحد لا ينطبق</numerusform>
            <numerusform>معياران لا ينطبقان</numerusform>
            <numerusform>%n معايير لا تنطبق</numerusform>
            <numerusform>%n معيارًا لا ينطبق</numerusform>
            <numerusform>%n معيار لا ينطبق</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>The facts and the law that it rests on</source>
        <translation>البيانات والسند النظامي</translation>
    </message>
    <message>
        <source>What it rests on: {criterion}</source>
        <translation>البيانات والسند النظامي: {criterion}</translation>
    </message>
    <message>
        <source>Record it now</source>
        <translation>سجّل الآن</translation>
    </message>
    <message>
        <source>The rule: {criterion}, {law}</source>
        <translation>نص القاعدة: {criterion}، {law}</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>السند</translation>
    </message>
    <message>
        <source>source {source}</source>
        <translation>المصدر {source}</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>{programme} · decided on {day}</source>
        <translation>{programme} · صدر في {day}</translation>
    </message>
    <message>
        <source>Tell again</source>
        <translation>أعد التبليغ</translation>
    </message>
    <message>
        <source>Decision {number}</source>
        <translation>القرار {number}</translation>
    </message>
    <message>
        <source>superseded by a later decision</source>
        <translation>حلّ محله قرار لاحق</translation>
    </message>
    <message>
        <source>told late</source>
        <translation>تأخر التبليغ به</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>المستحق</translation>
    </message>
    <message>
        <source>never published</source>
        <translation>مبلغ غير منشور</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Takes effect on</source>
        <translation>يسري من</translation>
    </message>
    <message>
        <source>To be told by</source>
        <translation>آخر يوم للتبليغ بالقرار</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>صاحب الحق</translation>
    </message>
    <message>
        <source>Grievance until</source>
        <translation>آخر يوم للتظلم</translation>
    </message>
    <message>
        <source>runs from the day on which the family is told</source>
        <translation>تبدأ المهلة من يوم التبليغ</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>أصدره</translation>
    </message>
    <message>
        <source>{channel}, sent on {day}</source>
        <translation>{channel}، أُرسل في {day}</translation>
    </message>
    <message>
        <source>reached nobody: {reason}</source>
        <translation>لم يصل إلى أحد: {reason}</translation>
    </message>
    <message>
        <source>counts as told on {day}</source>
        <translation>يُعدّ مبلّغًا يوم {day}</translation>
    </message>
    <message>
        <source>told on {day}</source>
        <translation>بُلّغ يوم {day}</translation>
    </message>
    <message>
        <source>Confirm the day</source>
        <translation>أثبت يوم التبليغ</translation>
    </message>
    <message>
        <source>It reached nobody</source>
        <translation>لم يصل إلى أحد</translation>
    </message>
</context>
<context>
    <name>DecisionChoices</name>
    <message>
        <source>The reason, as the family will read it</source>
        <translation>السبب كما ستقرؤه الأسرة</translation>
    </message>
    <message>
        <source>Reason of the refusal</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>As the assessment finds: the right stands</source>
        <translation>بحسب الدراسة: الأسرة مستحقة</translation>
    </message>
    <message>
        <source>As the assessment finds: the conditions are not met</source>
        <translation>بحسب الدراسة: لم تُستوفَ الشروط</translation>
    </message>
    <message>
        <source>Refuse or stop for a reason of the office</source>
        <translation>الرفض أو الإيقاف لسبب يراه المكتب</translation>
    </message>
    <message>
        <source>Refuse for missing facts, after the family’s time has passed</source>
        <translation>الرفض لنقص البيانات بعد انقضاء مهلة الأسرة</translation>
    </message>
    <message>
        <source>As the assessment finds, with words of the office added</source>
        <translation>بحسب الدراسة، مع إضافة سبب من المكتب</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>Reason of a decision on the file of {name}</source>
        <translation>سبب قرار في ملف {name}</translation>
    </message>
    <message>
        <source>The family is told by</source>
        <translation>تُبلَّغ الأسرة عن طريق</translation>
    </message>
    <message>
        <source>Take the decision</source>
        <translation>أصدر القرار</translation>
    </message>
    <message>
        <source>Close without deciding</source>
        <translation>أغلق دون قرار</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Decision on the assessment of {name}</source>
        <translation>القرار في دراسة أهلية {name}</translation>
    </message>
    <message>
        <source>File {number}, assessed for {day}</source>
        <translation>الملف {number}، دُرست أهليته في {day}</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>أعد القراءة</translation>
    </message>
</context>
<context>
    <name>DecisionsTab</name>
    <message>
        <source>Nothing was decided on this household’s claims yet.</source>
        <translation>لم يصدر قرار في هذا الملف بعد.</translation>
    </message>
    <message>
        <source>Go to the assessment</source>
        <translation>اذهب إلى دراسة الأهلية</translation>
    </message>
</context>
<context>
    <name>DocumentsCard</name>
    <message>
        <source>Documents required</source>
        <translation>المستندات المطلوبة</translation>
    </message>
</context>
<context>
    <name>EligibilityTab</name>
    <message>
        <source>Assess eligibility</source>
        <translation>ادرس الأهلية</translation>
    </message>
    <message>
        <source>Assess on the facts as they are registered now ({keys})</source>
        <translation>دراسة الأهلية على البيانات المسجلة الآن ({keys})</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>إصدار قرار</translation>
    </message>
    <message>
        <source>Request the facts</source>
        <translation>طلب البيانات من الأسرة</translation>
    </message>
    <message>
        <source>Every programme</source>
        <translation>كل البرامج</translation>
    </message>
    <message>
        <source>Decision {number} was taken: {kind}.</source>
        <translation>صدر القرار رقم {number}: {kind}.</translation>
    </message>
    <message>
        <source>Print the benefit statement</source>
        <translation>اطبع مشهد الضمان</translation>
    </message>
    <message>
        <source>The family was asked for the missing facts: {channel}.</source>
        <translation>طُلبت البيانات الناقصة من الأسرة: {channel}.</translation>
    </message>
</context>
<context>
    <name>EveryProgrammeScreen</name>
    <message>
        <source>Back to the file</source>
        <translation>العودة إلى الملف</translation>
    </message>
    <message>
        <source>Ask on this day</source>
        <translation>الدراسة في هذا اليوم</translation>
    </message>
    <message>
        <source>Every programme for the family</source>
        <translation>كل البرامج للأسرة</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>ملف {number}</translation>
    </message>
    <message>
        <source>Nothing of this is kept.</source>
        <translation>لا يُحفظ شيء من هذا.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>no right under any of the {all} programmes</source>
        <translation>لا استحقاق لها في أي من البرامج ({all})</translation>
    </message>
    <message>
        <source>a right under {right} of {all} programmes</source>
        <translation>مستحقة في {right} من {all} من البرامج</translation>
    </message>
    <message>
        <source>Asking the programmes was stopped.</source>
        <translation>أُوقفت دراسة البرامج.</translation>
    </message>
    <message>
        <source>Asking every programme…</source>
        <translation>تُدرس كل البرامج…</translation>
    </message>
    <message>
        <source>The rules hold no programme of this country.</source>
        <translation>لا تحفظ القواعد برنامجًا لهذه الدولة.</translation>
    </message>
</context>
<context>
    <name>FactChooser</name>
    <message>
        <source>Add a fact…</source>
        <translation>أضف بيانًا…</translation>
    </message>
    <message>
        <source>Whose fact</source>
        <translation>صاحب البيان</translation>
    </message>
    <message>
        <source>Which fact</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
    <message>
        <source>The household</source>
        <translation>الأسرة</translation>
    </message>
    <message>
        <source>new: {fact}</source>
        <translation>جديد: {fact}</translation>
    </message>
</context>
<context>
    <name>FlipsCard</name>
    <message>
        <source>What would turn the outcome</source>
        <translation>ما يغيّر النتيجة</translation>
    </message>
    <message>
        <source>For staff alone: any one of these by itself would make the answer: {outcome}.</source>
        <translation>للموظف وحده: لو تغيّر بيان واحد مما يلي لصارت النتيجة: {outcome}.</translation>
    </message>
    <message>
        <source>{value} instead of {now}</source>
        <translation>{value} بدلًا من {now}</translation>
    </message>
</context>
<context>
    <name>ForeseenView</name>
    <message>
        <source>Amount due</source>
        <translation>المستحق</translation>
    </message>
    <message>
        <source>never published</source>
        <translation>مبلغ غير منشور</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Takes effect on</source>
        <translation>يسري من</translation>
    </message>
    <message>
        <source>To be told by</source>
        <translation>آخر يوم للتبليغ بالقرار</translation>
    </message>
    <message>
        <source>{channel}: {number}</source>
        <translation>{channel}: {number}</translation>
    </message>
    <message>
        <source>The family is told by</source>
        <translation>تُبلَّغ الأسرة عن طريق</translation>
    </message>
    <message>
        <source>Counts as told on</source>
        <translation>تُعدّ مبلَّغة في</translation>
    </message>
    <message>
        <source>{day}, until proved otherwise</source>
        <translation>{day} ما لم يثبت غيره</translation>
    </message>
    <message>
        <source>Grievance until</source>
        <translation>آخر يوم للتظلم</translation>
    </message>
    <message>
        <source>What the family will read</source>
        <translation>نص الإشعار</translation>
    </message>
</context>
<context>
    <name>GroundsCard</name>
    <message>
        <source>What the answer takes for granted</source>
        <translation>ما بُنيت عليه النتيجة</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) taken where sources conflict</source>
        <translation>
            <numerusform>لا قراءات معتمدة</numerusform>
            <numerusform>قراءة واحدة معتمدة حيث تختلف المصادر</numerusform>
            <numerusform>قراءتان معتمدتان حيث تختلف المصادر</numerusform>
            <numerusform>%n قراءات معتمدة حيث تختلف المصادر</numerusform>
            <numerusform>%n قراءة معتمدة حيث تختلف المصادر</numerusform>
            <numerusform>%n قراءة معتمدة حيث تختلف المصادر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) presumed, nothing being on record</source>
        <translation>
            <numerusform>لا شيء مفترض</numerusform>
            <numerusform>أمر واحد مفترض لعدم وجود ما يخالفه</numerusform>
            <numerusform>أمران مفترضان لعدم وجود ما يخالفهما</numerusform>
            <numerusform>%n أمور مفترضة لعدم وجود ما يخالفها</numerusform>
            <numerusform>%n أمرًا مفترضًا لعدم وجود ما يخالفه</numerusform>
            <numerusform>%n أمر مفترض لعدم وجود ما يخالفه</numerusform>
        </translation>
    </message>
    <message>
        <source>The other reading: {others}</source>
        <translation>القراءة الأخرى: {others}</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>Missing facts</source>
        <translation>البيانات الناقصة</translation>
    </message>
    <message>
        <source>They do not turn the outcome, but the amount waits for them.</source>
        <translation>لا تغيّر الأهلية، غير أن تحديد المبلغ يتوقف عليها.</translation>
    </message>
    <message>
        <source>The claim cannot be settled before they are known.</source>
        <translation>يتعذر البت قبل استكمالها.</translation>
    </message>
    <message>
        <source>Record it now</source>
        <translation>سجّل الآن</translation>
    </message>
</context>
<context>
    <name>NoticeForm</name>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>The day on which the family was told of decision {number}</source>
        <translation>اليوم الذي بُلّغت فيه الأسرة بالقرار {number}</translation>
    </message>
    <message>
        <source>Every period counted from the notice follows this day. Type it in either calendar.</source>
        <translation>تُحسب من هذا اليوم كل مهلة تبدأ بالتبليغ. اكتبه بالتقويم الهجري أو الميلادي.</translation>
    </message>
    <message>
        <source>Confirm the day</source>
        <translation>أثبت يوم التبليغ</translation>
    </message>
    <message>
        <source>The notice of decision {number} reached nobody</source>
        <translation>لم يصل إشعار القرار {number} إلى أحد</translation>
    </message>
    <message>
        <source>It then counts as never told and no period runs. Say why.</source>
        <translation>يُعدّ حينئذ كأن لم يُبلَّغ ولا تسري أي مهلة. اكتب السبب.</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>أثبت تعذّر التبليغ</translation>
    </message>
    <message>
        <source>Tell the family of decision {number} again</source>
        <translation>أعد تبليغ الأسرة بالقرار {number}</translation>
    </message>
    <message>
        <source>Choose a way that reaches them.</source>
        <translation>اختر طريقة تصل إليهم.</translation>
    </message>
    <message>
        <source>Tell again</source>
        <translation>أعد التبليغ</translation>
    </message>
    <message>
        <source>Type the day on which the family was told.</source>
        <translation>اكتب اليوم الذي بُلّغت فيه الأسرة.</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>Due</source>
        <translation>المستحق</translation>
    </message>
    <message>
        <source>{what}, {period}</source>
        <translation>{what} {period}</translation>
    </message>
    <message>
        <source>In all: {amount}</source>
        <translation>الإجمالي: {amount}</translation>
    </message>
    <message>
        <source>{what}, {person}</source>
        <translation>{what}، {person}</translation>
    </message>
    <message>
        <source>{what}: {amount} taken off</source>
        <translation>{what}: {amount}، مخصومة</translation>
    </message>
    <message>
        <source>{what}: {amount}</source>
        <translation>{what}: {amount}</translation>
    </message>
    <message>
        <source>{programme}, rules of {version}</source>
        <translation>{programme} · إصدار {version}</translation>
    </message>
    <message>
        <source>On {day}</source>
        <translation>في {day}</translation>
    </message>
    <message>
        <source>Assessed {at} by {staff}</source>
        <translation>دُرست {at} · {staff}</translation>
    </message>
</context>
<context>
    <name>ProgrammeAnswers</name>
    <message>
        <source>Programmes</source>
        <translation>البرامج</translation>
    </message>
</context>
<context>
    <name>ProgrammeRow</name>
    <message>
        <source>The rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>Full assessment</source>
        <translation>دراسة الأهلية كاملة</translation>
    </message>
    <message>
        <source>Not in force</source>
        <translation>غير سارٍ</translation>
    </message>
    <message>
        <source>No version of its rules was the law for this family on that day.</source>
        <translation>لم يكن لهذا البرنامج إصدار يسري على هذه الأسرة في ذلك اليوم.</translation>
    </message>
    <message>
        <source>The family belongs to none of the categories that have this right.</source>
        <translation>لا تدخل الأسرة في أي فئة من الفئات التي لها هذا الاستحقاق.</translation>
    </message>
    <message>
        <source>Every criterion is met.</source>
        <translation>كل المعايير مستوفاة.</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) lacking</source>
        <translation>
            <numerusform>لا ينقصها بيان</numerusform>
            <numerusform>ينقصها بيان واحد</numerusform>
            <numerusform>ينقصها بيانان</numerusform>
            <numerusform>ينقصها %n بيانات</numerusform>
            <numerusform>ينقصها %n بيانًا</numerusform>
            <numerusform>ينقصها %n بيان</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules of {version}</source>
        <translation>قواعد {version}</translation>
    </message>
    <message>
        <source>{member}: {outcome}</source>
        <translation>{member}: {outcome}</translation>
    </message>
    <message>
        <source>In all: {amount}</source>
        <translation>المجموع: {amount}</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Request for information</source>
        <translation>طلب بيانات</translation>
    </message>
    <message>
        <source>Ask the family for the missing facts</source>
        <translation>اطلب البيانات الناقصة من الأسرة</translation>
    </message>
    <message>
        <source>They are told which facts are missing and the last day that the law gives them.</source>
        <translation>يُذكر في الإشعار ما نقص من البيانات وآخر يوم تمنحه اللائحة لاستكمالها.</translation>
    </message>
    <message>
        <source>The family is told by</source>
        <translation>تُبلَّغ الأسرة عن طريق</translation>
    </message>
    <message>
        <source>Ask the family</source>
        <translation>اطلبها من الأسرة</translation>
    </message>
    <message>
        <source>Close without asking</source>
        <translation>أغلق دون طلب</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>at least {low} and at most {high}</source>
        <translation>لا يقل عن {low} ولا يزيد على {high}</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>لا يقل عن {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>لا يزيد على {high}</translation>
    </message>
    <message>
        <source>{law}, article {article}</source>
        <translation>{law}، المادة {article}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معلوم</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message>
        <source>This household’s eligibility was not assessed yet.</source>
        <translation>لم تُدرس أهلية هذه الأسرة بعد.</translation>
    </message>
    <message>
        <source>The file’s facts changed after this assessment of {day}; assess again before deciding.</source>
        <translation>تغيّرت بيانات الملف بعد هذه الدراسة المؤرخة في {day}؛ أعد الدراسة قبل إصدار القرار.</translation>
    </message>
    <message>
        <source>These rules read otherwise now than on {day}; assess again before deciding.</source>
        <translation>تغيّر نص هذه القواعد عمّا دُرس به في {day}؛ أعد الدراسة قبل إصدار القرار.</translation>
    </message>
    <message>
        <source>Decision {number} was taken on this assessment on {day}.</source>
        <translation>صدر عن هذه الدراسة القرار رقم {number} في {day}.</translation>
    </message>
    <message>
        <source>The family was asked for the missing facts on {day}.</source>
        <translation>طُلبت البيانات الناقصة من الأسرة في {day}.</translation>
    </message>
</context>
<context>
    <name>SupposedView</name>
    <message>
        <source>Missing then: {facts}</source>
        <translation>ينقص عندئذ: {facts}</translation>
    </message>
    <message>
        <source>The right is lost when “{income}” reaches {amount}.</source>
        <translation>يسقط الاستحقاق إذا بلغ «{income}» {amount}.</translation>
    </message>
    <message>
        <source>The outcome would be another; the amount would not be known.</source>
        <translation>تتغيّر النتيجة، ولا يُعرف المبلغ.</translation>
    </message>
    <message>
        <source>The outcome would be the same; the amount would not be known.</source>
        <translation>لا تتغيّر النتيجة، ولا يُعرف المبلغ.</translation>
    </message>
    <message>
        <source>Another outcome.</source>
        <translation>تتغيّر النتيجة.</translation>
    </message>
    <message>
        <source>The same amount as the stored assessment.</source>
        <translation>المبلغ نفسه في الدراسة المحفوظة.</translation>
    </message>
    <message>
        <source>{amount} more than the stored assessment.</source>
        <translation>يزيد {amount} على الدراسة المحفوظة.</translation>
    </message>
    <message>
        <source>{amount} less than the stored assessment.</source>
        <translation>ينقص {amount} عن الدراسة المحفوظة.</translation>
    </message>
</context>
<context>
    <name>SupposingField</name>
    <message>
        <source>{fact} ({period})</source>
        <translation>{fact} ({period})</translation>
    </message>
    <message>
        <source>{fact} (years)</source>
        <translation>{fact} (بالسنوات)</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>What if?</source>
        <translation>ماذا لو؟</translation>
    </message>
    <message>
        <source>Nothing here is saved, and the file stays as it is.</source>
        <translation>لا يُحفظ شيء مما هنا، ويبقى الملف كما هو.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة</translation>
    </message>
</context>
</TS>
