<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>BetterOffScreen</name>
    <message>
        <source>Back to the file</source>
        <translation>العودة إلى الملف</translation>
    </message>
    <message>
        <source>See it on paper</source>
        <translation>معاينة على الورق</translation>
    </message>
    <message>
        <source>Effect of a new income on the family</source>
        <translation>أثر دخل جديد على الأسرة</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>الملف {number}</translation>
    </message>
    <message>
        <source>Nothing here is saved, and the file stays as it is.</source>
        <translation>لا يُحفظ شيء هنا، ويبقى الملف كما هو.</translation>
    </message>
    <message>
        <source>No programme that pays by the month is in force for the family.</source>
        <translation>لا يسري على الأسرة برنامج يُصرف شهريًّا.</translation>
    </message>
    <message>
        <source>What was typed here last is back; it is kept on this device alone.</source>
        <translation>عاد ما كُتب هنا آخر مرة، وهو محفوظ على هذا الجهاز وحده.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Reckoning the months…</source>
        <translation>تُحسب الأشهر…</translation>
    </message>
    <message>
        <source>Write how much the income would be: the months appear here as you type.</source>
        <translation>اكتب مبلغ الدخل، فتظهر الأشهر هنا أثناء الكتابة.</translation>
    </message>
</context>
<context>
    <name>CaseloadCharts</name>
    <message>
        <source>Run</source>
        <translation>الدراسة</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>الأسر</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}: {count}</translation>
    </message>
    <message>
        <source>Beside the decision</source>
        <translation>مقارنة بالقرار</translation>
    </message>
    <message>
        <source>This run, for {day}</source>
        <translation>هذه الدراسة، ليوم {day}</translation>
    </message>
    <message>
        <source>The run before, for {day}</source>
        <translation>الدراسة السابقة، ليوم {day}</translation>
    </message>
    <message>
        <source>{run}: {outcome}, {count}</source>
        <translation>{run}: {outcome}، {count}</translation>
    </message>
</context>
<context>
    <name>CaseloadCounts</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>لا أسر</numerusform>
            <numerusform>أسرة واحدة</numerusform>
            <numerusform>أسرتان</numerusform>
            <numerusform>%n أسر</numerusform>
            <numerusform>%n أسرة</numerusform>
            <numerusform>%n أسرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) were assessed</source>
        <translation>
            <numerusform>لم تُدرس أي أسرة</numerusform>
            <numerusform>دُرست أسرة واحدة</numerusform>
            <numerusform>دُرست أسرتان</numerusform>
            <numerusform>دُرست %n أسر</numerusform>
            <numerusform>دُرست %n أسرة</numerusform>
            <numerusform>دُرست %n أسرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) could not be assessed</source>
        <translation>
            <numerusform>لا أسر تعذّرت دراستها</numerusform>
            <numerusform>تعذّرت دراسة أسرة واحدة</numerusform>
            <numerusform>تعذّرت دراسة أسرتين</numerusform>
            <numerusform>تعذّرت دراسة %n أسر</numerusform>
            <numerusform>تعذّرت دراسة %n أسرة</numerusform>
            <numerusform>تعذّرت دراسة %n أسرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed file(s) left alone</source>
        <translation>
            <numerusform>لا ملفات مغلقة</numerusform>
            <numerusform>ملف مغلق واحد لم يُمس</numerusform>
            <numerusform>ملفان مغلقان لم يُمسا</numerusform>
            <numerusform>%n ملفات مغلقة لم تُمس</numerusform>
            <numerusform>%n ملفًا مغلقًا لم يُمس</numerusform>
            <numerusform>%n ملف مغلق لم يُمس</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the amount of %n household(s) is not wholly known</source>
        <translation>
            <numerusform>لا أسر لم يُعلم مبلغها كله</numerusform>
            <numerusform>أسرة واحدة لم يُعلم مبلغها كله</numerusform>
            <numerusform>أسرتان لم يُعلم مبلغهما كله</numerusform>
            <numerusform>%n أسر لم تُعلم مبالغها كلها</numerusform>
            <numerusform>%n أسرة لم تُعلم مبالغها كلها</numerusform>
            <numerusform>%n أسرة لم تُعلم مبالغها كلها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) put on the list of work</source>
        <translation>
            <numerusform>لم يُدرج عمل جديد</numerusform>
            <numerusform>أُدرج عمل واحد في قائمة الأعمال</numerusform>
            <numerusform>أُدرج عملان في قائمة الأعمال</numerusform>
            <numerusform>أُدرجت %n أعمال في قائمة الأعمال</numerusform>
            <numerusform>أُدرج %n عملًا في قائمة الأعمال</numerusform>
            <numerusform>أُدرج %n عمل في قائمة الأعمال</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>بقي أقل من دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>بقي أقل من دقيقة</numerusform>
            <numerusform>بقيت نحو دقيقة واحدة</numerusform>
            <numerusform>بقيت نحو دقيقتين</numerusform>
            <numerusform>بقيت نحو %n دقائق</numerusform>
            <numerusform>بقيت نحو %n دقيقة</numerusform>
            <numerusform>بقيت نحو %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) a second</source>
        <translation>
            <numerusform>لا أسر في الثانية</numerusform>
            <numerusform>أسرة واحدة في الثانية</numerusform>
            <numerusform>أسرتان في الثانية</numerusform>
            <numerusform>%n أسر في الثانية</numerusform>
            <numerusform>%n أسرة في الثانية</numerusform>
            <numerusform>%n أسرة في الثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseloadLine</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Files assessed</source>
        <translation>الملفات المدروسة</translation>
    </message>
    <message>
        <source>Stopping once the files in hand are kept…</source>
        <translation>جارٍ الإيقاف بعد حفظ الملفات الجارية…</translation>
    </message>
    <message>
        <source>Counting the files…</source>
        <translation>جارٍ عدّ الملفات…</translation>
    </message>
    <message>
        <source>Reading the files: {done} of {all} done</source>
        <translation>قراءة الملفات: تم {done} من {all}</translation>
    </message>
    <message>
        <source>Assessing: {done} of {all} done</source>
        <translation>دراسة الأهلية: تم {done} من {all}</translation>
    </message>
    <message>
        <source>Keeping what came out: {done} of {all} done</source>
        <translation>حفظ النتائج: تم {done} من {all}</translation>
    </message>
</context>
<context>
    <name>CaseloadScreen</name>
    <message>
        <source>Assess all households</source>
        <translation>ادرس جميع الأسر</translation>
    </message>
    <message>
        <source>Assess all households ({keys})</source>
        <translation>ادرس أهلية جميع الأسر ({keys})</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>الدراسة</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>ما آلت إليه</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>الأسر</translation>
    </message>
    <message>
        <source>Assessment of all households</source>
        <translation>دراسة جميع الأسر</translation>
    </message>
    <message>
        <source>The rules hold no programme of this country.</source>
        <translation>ليس في القواعد برنامج لهذا البلد.</translation>
    </message>
    <message>
        <source>A trial keeps nothing of single households. Run it without the mark of a trial to see them.</source>
        <translation>التجربة لا تحفظ شيئًا عن الأسر واحدةً واحدة. أعد الدراسة بلا علامة التجربة لتراها.</translation>
    </message>
    <message>
        <source>Choose what is run</source>
        <translation>اختر ما يُدرس</translation>
    </message>
    <message>
        <source>No run is shown yet. Begin one, or open one of those that were kept.</source>
        <translation>لا دراسة معروضة بعد. ابدأ دراسة أو افتح واحدة من الدراسات المحفوظة.</translation>
    </message>
    <message>
        <source>The run was stopped before any file was done.</source>
        <translation>أُوقفت الدراسة قبل أن يتم أي ملف.</translation>
    </message>
    <message>
        <source>There is no open file that you see. Register a household first.</source>
        <translation>ليس هناك ملف مفتوح تطلع عليه. سجّل أسرة أولًا.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>أكملها</translation>
    </message>
    <message>
        <source>This was a trial: nothing of it was kept.</source>
        <translation>هذه تجربة: لم يُحفظ منها شيء.</translation>
    </message>
</context>
<context>
    <name>CaseloadWords</name>
    <message>
        <source>No longer eligible</source>
        <translation>لم تعد مؤهلة</translation>
    </message>
    <message>
        <source>Eligible by now</source>
        <translation>صارت مؤهلة</translation>
    </message>
    <message>
        <source>Undetermined by now</source>
        <translation>صار يتعذّر البت</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>تغيّر المبلغ</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>لم يصدر قرار</translation>
    </message>
    <message>
        <source>As decided</source>
        <translation>كما في القرار</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>تامة</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقفت</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>لم تنتهِ</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>لا يقل عن {low}</translation>
    </message>
    <message>
        <source>The run begun {begun} was stopped; {count} by then. Going on assesses the rest.</source>
        <translation>أُوقفت الدراسة التي بدأت في {begun}؛ {count} حتى إيقافها. المتابعة تدرس الباقي.</translation>
    </message>
    <message>
        <source>The run begun {begun} by {staff} has no end on record; {count} so far. It broke off, or still goes on at another desk. Going on assesses what is left.</source>
        <translation>الدراسة التي بدأها {staff} في {begun} لم يُسجَّل لها انتهاء؛ {count} حتى الآن. إما أنها انقطعت أو لا تزال جارية على جهاز آخر. المتابعة تدرس ما بقي.</translation>
    </message>
    <message>
        <source>Every open file under one programme and day: what comes out, and where it differs.</source>
        <translation>كل ملف مفتوح في برنامج واحد ويوم واحد: ما النتيجة، وأين تخالف القرار.</translation>
    </message>
    <message>
        <source>Begun {begun} by {staff}</source>
        <translation>بدأها {staff} في {begun}</translation>
    </message>
</context>
<context>
    <name>ChangedColumns</name>
    <message>
        <source>Family</source>
        <translation>الأسرة</translation>
    </message>
    <message>
        <source>Beside the decision</source>
        <translation>مقارنة بالقرار</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>المقرر</translation>
    </message>
    <message>
        <source>Found in this run</source>
        <translation>نتيجة هذه الدراسة</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأفراد</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>No decision yet</source>
        <translation>لا قرار بعد</translation>
    </message>
    <message>
        <source>{kind} on {day}</source>
        <translation>{kind} في {day}</translation>
    </message>
    <message>
        <source>Closed since</source>
        <translation>أُغلق بعدها</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>مستور</translation>
    </message>
</context>
<context>
    <name>ChangedView</name>
    <message>
        <source>Households of the run</source>
        <translation>أسر الدراسة</translation>
    </message>
    <message>
        <source>There is no such household in this run.</source>
        <translation>ليس في هذه الدراسة أسرة كهذه.</translation>
    </message>
    <message>
        <source>Why this outcome</source>
        <translation>لماذا هذه النتيجة</translation>
    </message>
    <message>
        <source>Show the reasons of what the run found ({keys})</source>
        <translation>اعرض أسباب ما انتهت إليه الدراسة ({keys})</translation>
    </message>
    <message>
        <source>Choose a household to see why the run found what it found.</source>
        <translation>اختر أسرة لترى أسباب نتيجتها في هذه الدراسة.</translation>
    </message>
    <message>
        <source>{head}, file {number}</source>
        <translation>{head}، الملف {number}</translation>
    </message>
</context>
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
    <name>ComparisonForm</name>
    <message>
        <source>Programme</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Rules to compare with</source>
        <translation>القواعد التي يُقارَن بها</translation>
    </message>
    <message>
        <source>The other rules</source>
        <translation>القواعد الأخرى</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>{version}, in force that day</source>
        <translation>{version}، السارية في ذلك اليوم</translation>
    </message>
    <message>
        <source>Rules of {version}</source>
        <translation>إصدار {version}</translation>
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
        <source>Claimant</source>
        <translation>صاحب الحق</translation>
    </message>
    <message>
        <source>Superseded by a later decision</source>
        <translation>حلّ محله قرار لاحق</translation>
    </message>
    <message>
        <source>Notified late</source>
        <translation>تأخر التبليغ به</translation>
    </message>
    <message>
        <source>Notice due by</source>
        <translation>آخر يوم للتبليغ بالقرار</translation>
    </message>
    <message>
        <source>Last day for a grievance</source>
        <translation>آخر يوم للتظلم</translation>
    </message>
    <message>
        <source>runs from the day on which the family is notified</source>
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
        <source>As assessed: the household is eligible</source>
        <translation>بحسب الدراسة: الأسرة مؤهلة</translation>
    </message>
    <message>
        <source>As assessed: the conditions are not met</source>
        <translation>بحسب الدراسة: لم تُستوفَ الشروط</translation>
    </message>
    <message>
        <source>Refuse or stop for a reason of the office’s own</source>
        <translation>الرفض أو الإيقاف لسبب يراه المكتب</translation>
    </message>
    <message>
        <source>As assessed, with words of the office added</source>
        <translation>بحسب الدراسة، مع إضافة سبب من المكتب</translation>
    </message>
    <message>
        <source>Refuse for missing facts, after the family’s time has passed</source>
        <translation>الرفض لنقص البيانات بعد انقضاء مهلة الأسرة</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>Reason of a decision on the file of {name}</source>
        <translation>سبب قرار في ملف {name}</translation>
    </message>
    <message>
        <source>Notify the family by</source>
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
    <name>DraftDialog</name>
    <message>
        <source>What the income leaves, on paper</source>
        <translation>أثر الدخل على الورق</translation>
    </message>
    <message>
        <source>A draft without a serial. It is issued among the documents of the household.</source>
        <translation>مسودة بلا رقم تسلسلي، وتُصدر من مستندات الأسرة.</translation>
    </message>
    <message>
        <source>To the documents</source>
        <translation>إلى المستندات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
        <source>Assess on this day</source>
        <translation>الدراسة في هذا اليوم</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>See the document as it will be printed, then issue it</source>
        <translation>عرض الوثيقة كما ستُطبع، ثم إصدارها</translation>
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
        <source>Nothing here is saved.</source>
        <translation>لا يُحفظ شيء من هذا.</translation>
    </message>
    <message>
        <source>eligible under no programme</source>
        <translation>غير مؤهلة ضمن أي برنامج</translation>
    </message>
    <message numerus="yes">
        <source>eligible under %n programme(s)</source>
        <translation>
            <numerusform>غير مؤهلة ضمن أي برنامج</numerusform>
            <numerusform>مؤهلة ضمن برنامج واحد</numerusform>
            <numerusform>مؤهلة ضمن برنامجين</numerusform>
            <numerusform>مؤهلة ضمن %n برامج</numerusform>
            <numerusform>مؤهلة ضمن %n برنامجًا</numerusform>
            <numerusform>مؤهلة ضمن %n برنامج</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
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
    <name>ExplainedView</name>
    <message>
        <source>Back to the households</source>
        <translation>العودة إلى الأسر</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>افتح الملف</translation>
    </message>
    <message>
        <source>What is stored of this file is not what these reasons come to: it was changed since. Tell the auditor, and assess the file by itself.</source>
        <translation>المحفوظ عن هذا الملف ليس ما تؤدي إليه هذه الأسباب، فقد غُيّر بعد حفظه. أبلغ المدقق وادرس أهلية الملف وحده.</translation>
    </message>
    <message>
        <source>File {number} as the run of {day} found it</source>
        <translation>الملف {number} كما انتهت إليه دراسة {day}</translation>
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
    <name>FamiliesView</name>
    <message>
        <source>Lose</source>
        <translation>تتضرر</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>تستفيد</translation>
    </message>
    <message>
        <source>Right becomes unsettled</source>
        <translation>يصبح استحقاقها غير محسوم</translation>
    </message>
    <message>
        <source>Effect not known</source>
        <translation>لا يُعرف أثر التغيير</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>لا يتغير شيء</translation>
    </message>
    <message>
        <source>Households touched</source>
        <translation>الأسر التي يمسها التغيير</translation>
    </message>
    <message>
        <source>There is no such household.</source>
        <translation>لا توجد أسرة كهذه.</translation>
    </message>
</context>
<context>
    <name>FamilyColumns</name>
    <message>
        <source>File number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأفراد</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل التغيير</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد التغيير</translation>
    </message>
    <message>
        <source>The two rules ask different things</source>
        <translation>تختلف القواعد في ما تطلبه</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>What comes out otherwise</source>
        <translation>ما اختلفت نتيجته</translation>
    </message>
    <message>
        <source>Nothing of what is asked</source>
        <translation>لم تختلف نتيجة أي معيار</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>Set back</source>
        <translation>إعادة كما كان</translation>
    </message>
    <message>
        <source>Set back: {figure}</source>
        <translation>إعادة كما كان: {figure}</translation>
    </message>
    <message>
        <source>The law: {value}</source>
        <translation>في النظام: {value}</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>غير صالح</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>معدَّل</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Set all back</source>
        <translation>إعادة الكل كما كان</translation>
    </message>
    <message>
        <source>Figures of the law</source>
        <translation>الأرقام المقررة</translation>
    </message>
    <message>
        <source>Figures never published; what you write is supposed</source>
        <translation>أرقام لم تُنشر، وما تكتبه افتراض</translation>
    </message>
    <message>
        <source>Readings where sources conflict or are silent</source>
        <translation>قراءات حيث تتعارض المصادر أو تسكت</translation>
    </message>
    <message>
        <source>What would the figures be under “{rules}”?</source>
        <translation>كم تكون الأرقام في «{rules}»؟</translation>
    </message>
    <message>
        <source>Every figure is as the law has it; write another value to try it.</source>
        <translation>جميع الأرقام كما هي مقررة؛ اكتب قيمة أخرى لتجربتها.</translation>
    </message>
    <message>
        <source>These rules have no figure of their own.</source>
        <translation>لا أرقام خاصة بهذه القواعد.</translation>
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
        <source>Notice due by</source>
        <translation>آخر يوم للتبليغ بالقرار</translation>
    </message>
    <message>
        <source>Way of notice</source>
        <translation>وسيلة التبليغ</translation>
    </message>
    <message>
        <source>Counts as notified on</source>
        <translation>تُعدّ مبلَّغة في</translation>
    </message>
    <message>
        <source>Last day for a grievance</source>
        <translation>آخر يوم للتظلم</translation>
    </message>
    <message>
        <source>{channel}: {number}</source>
        <translation>{channel}: {number}</translation>
    </message>
    <message>
        <source>{day}, until proved otherwise</source>
        <translation>{day} ما لم يثبت غيره</translation>
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
    <name>JobForm</name>
    <message>
        <source>If somebody of the family had this income</source>
        <translation>إذا صار لأحد أفراد الأسرة هذا الدخل</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>الفرد</translation>
    </message>
    <message>
        <source>Kind of income</source>
        <translation>نوع الدخل</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>الدورية</translation>
    </message>
    <message>
        <source>From the month</source>
        <translation>من شهر</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>No other programme in force pays the family by the month.</source>
        <translation>ليس في البرامج السارية برنامج آخر يصرف للأسرة شهريًّا.</translation>
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
    <name>MonthColumns</name>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>The right</source>
        <translation>الاستحقاق</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>الدخل</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Without the income</source>
        <translation>الدعم بلا الدخل</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>something changes</source>
        <translation>شهر فيه تغيير</translation>
    </message>
</context>
<context>
    <name>MonthWords</name>
    <message>
        <source>at least {least}</source>
        <translation>{least} على الأقل</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>بين {least} و{most}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معلوم</translation>
    </message>
    <message>
        <source>{least} to {most} more</source>
        <translation>زيادة بين {least} و{most}</translation>
    </message>
    <message>
        <source>{least} to {most} less</source>
        <translation>نقص بين {least} و{most}</translation>
    </message>
    <message>
        <source>{less} less to {more} more</source>
        <translation>بين نقص {less} وزيادة {more}</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>نقص {amount}</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>زيادة {amount}</translation>
    </message>
</context>
<context>
    <name>MonthsView</name>
    <message>
        <source>Support in the first month</source>
        <translation>الدعم في الشهر الأول</translation>
    </message>
    <message>
        <source>In the family’s hands, in the first month</source>
        <translation>ما بيد الأسرة في الشهر الأول</translation>
    </message>
    <message>
        <source>Over all the months</source>
        <translation>في جميع الأشهر</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>شهرًا بعد شهر</translation>
    </message>
    <message>
        <source>A line across a column is the support without the income; ▲ marks a change.</source>
        <translation>الخط فوق العمود هو الدعم بلا هذا الدخل، والعلامة ▲ شهر فيه تغيير.</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>بالكلمات</translation>
    </message>
    <message>
        <source>Months with the income</source>
        <translation>الأشهر مع هذا الدخل</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>من {day}</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>في الجملة</translation>
    </message>
    <message>
        <source>Whether they may be had together</source>
        <translation>الجمع بينها</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>الدخل</translation>
    </message>
    <message>
        <source>Support that is not sure</source>
        <translation>دعم غير مؤكد</translation>
    </message>
    <message>
        <source>Support without the income</source>
        <translation>الدعم لولا هذا الدخل</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>{month}: support {support}, with the income {together}; {more}</source>
        <translation>{month}: الدعم {support}، ومع الدخل {together}؛ {more}</translation>
    </message>
    <message>
        <source>{words}; something changes</source>
        <translation>{words}؛ وفيه تغيير</translation>
    </message>
    <message>
        <source>What the income leaves</source>
        <translation>أثر الدخل</translation>
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
        <source>{what}, {person}</source>
        <translation>{what}، {person}</translation>
    </message>
    <message>
        <source>Total: {amount}</source>
        <translation>الإجمالي: {amount}</translation>
    </message>
    <message>
        <source>{what}: {amount}</source>
        <translation>{what}: {amount}</translation>
    </message>
    <message>
        <source>{what}: {amount}, already taken off</source>
        <translation>{what}: {amount}، وقد خُصم</translation>
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
    <name>OutcomeView</name>
    <message>
        <source>Households reckoned</source>
        <translation>الأسر المحسوبة</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>تستفيد</translation>
    </message>
    <message>
        <source>Lose</source>
        <translation>تتضرر</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>لا يتغير شيء</translation>
    </message>
    <message>
        <source>Effect not known</source>
        <translation>لا يُعرف أثر التغيير</translation>
    </message>
    <message>
        <source>Right not settled after the change</source>
        <translation>غير محسوم استحقاقها بعد التغيير</translation>
    </message>
    <message>
        <source>Cost before and after</source>
        <translation>التكلفة قبل التغيير وبعده</translation>
    </message>
    <message>
        <source>How the change is spread</source>
        <translation>توزّع الفرق على الأسر</translation>
    </message>
    <message>
        <source>Each bar counts households.</source>
        <translation>كل عمود يعدّ أسرًا.</translation>
    </message>
    <message>
        <source>By size of the household</source>
        <translation>بحسب حجم الأسرة</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>بحسب الفئة</translation>
    </message>
    <message>
        <source>By section</source>
        <translation>بحسب القسم</translation>
    </message>
    <message>
        <source>By office</source>
        <translation>بحسب المكتب</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>زيادة {amount}</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>نقص {amount}</translation>
    </message>
    <message>
        <source>{count} before</source>
        <translation>قبل التغيير: {count}</translation>
    </message>
    <message>
        <source>Point at a part of a bar for its number; Enter lists the households.</source>
        <translation>أشر إلى جزء من الشريط ليظهر عدده، واضغط Enter لعرض أسره.</translation>
    </message>
    <message>
        <source>Nothing more is spent, and nothing less</source>
        <translation>لا زيادة في التكلفة ولا نقص</translation>
    </message>
    <message>
        <source>{amount} more, {period}</source>
        <translation>زيادة {amount} {period}</translation>
    </message>
    <message>
        <source>{amount} less, {period}</source>
        <translation>نقص {amount} {period}</translation>
    </message>
    <message>
        <source>From {less} less to {more} more, {period}</source>
        <translation>بين نقص {less} وزيادة {more} {period}</translation>
    </message>
    <message>
        <source>How much more or less is not known: a figure has no upper bound</source>
        <translation>لا يُعرف مقدار الفرق، لأن رقمًا من الأرقام لا حد أعلى له</translation>
    </message>
</context>
<context>
    <name>ProgrammeAnswers</name>
    <message>
        <source>Programmes</source>
        <translation>البرامج</translation>
    </message>
    <message>
        <source>The family’s total: {amount}</source>
        <translation>مجموع ما تستحقه الأسرة: {amount}</translation>
    </message>
    <message>
        <source>What is paid once or by the year is not in it.</source>
        <translation>ما يُصرف مرة واحدة أو سنويًّا غير داخل فيه.</translation>
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
        <source>A place in the order</source>
        <translation>لها مكان في الترتيب</translation>
    </message>
    <message>
        <source>No place in the order</source>
        <translation>لا مكان لها في الترتيب</translation>
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
        <source>An order; no amount of its own</source>
        <translation>ترتيب لا مبلغ له</translation>
    </message>
    <message>
        <source>Total: {amount}</source>
        <translation>المجموع: {amount}</translation>
    </message>
</context>
<context>
    <name>QuotasCard</name>
    <message>
        <source>Places held for areas</source>
        <translation>أماكن محجوزة للمناطق</translation>
    </message>
    <message>
        <source>An area fills its own places first, in the order of its families. What it cannot fill, and what nobody holds, goes to all in their order.</source>
        <translation>تُشغل أماكن كل منطقة أولًا بأسرها على ترتيبها، وما لم تشغله المنطقة وما لم يُحجز لأحد فلجميع الأسر على ترتيبها.</translation>
    </message>
    <message>
        <source>No open file names an area on this day.</source>
        <translation>لا يذكر أي ملف مفتوح منطقةً في هذا اليوم.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>الملفات المفتوحة</translation>
    </message>
    <message>
        <source>Places held</source>
        <translation>الأماكن المحجوزة</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>غير مذكورة</translation>
    </message>
    <message>
        <source>Places held for {area}</source>
        <translation>الأماكن المحجوزة لمنطقة {area}</translation>
    </message>
    <message>
        <source>No place is held; all go by rank.</source>
        <translation>لا حجز لمنطقة؛ تُعطى الأماكن كلها بالمرتبة.</translation>
    </message>
    <message>
        <source>{held} held. Write above how many places there are in all.</source>
        <translation>المحجوز {held}. اكتب عدد الأماكن المتاحة كلها في خانة الأماكن.</translation>
    </message>
    <message>
        <source>{held} held of {of}: allow more places or hold fewer.</source>
        <translation>المحجوز {held} والمتاح {of}: زد المتاح أو أنقص المحجوز.</translation>
    </message>
    <message>
        <source>{held} held of {of}; {left} left for all in their order.</source>
        <translation>المحجوز {held} والمتاح {of}؛ ويبقى لجميع الأسر على ترتيبها {left}.</translation>
    </message>
</context>
<context>
    <name>RankColumns</name>
    <message>
        <source>Rank</source>
        <translation>المرتبة</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>الأسرة</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>File number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>التساوي</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>تاريخ الطلب</translation>
    </message>
    <message>
        <source>Families ranked</source>
        <translation>الأسر المرتبة</translation>
    </message>
    <message>
        <source>Of its own places</source>
        <translation>من أماكن المنطقة</translation>
    </message>
    <message>
        <source>By rank</source>
        <translation>بالمرتبة</translation>
    </message>
    <message>
        <source>Lowest score with a place</source>
        <translation>أدنى درجة نالت مكانًا</translation>
    </message>
    <message>
        <source>Last class with a place</source>
        <translation>آخر فئة نالت مكانًا</translation>
    </message>
    <message>
        <source>{number} · sealed</source>
        <translation>{number} · ملف مستور</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>غير مذكورة</translation>
    </message>
    <message>
        <source>Has a place</source>
        <translation>لها مكان</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>لا مكان لها</translation>
    </message>
</context>
<context>
    <name>RankCounts</name>
    <message numerus="yes">
        <source>%n family(s)</source>
        <translation>
            <numerusform>لا أسر</numerusform>
            <numerusform>أسرة واحدة</numerusform>
            <numerusform>أسرتان</numerusform>
            <numerusform>%n أسر</numerusform>
            <numerusform>%n أسرة</numerusform>
            <numerusform>%n أسرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>لا أماكن</numerusform>
            <numerusform>مكان واحد</numerusform>
            <numerusform>مكانان</numerusform>
            <numerusform>%n أماكن</numerusform>
            <numerusform>%n مكانًا</numerusform>
            <numerusform>%n مكان</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RankWords</name>
    <message>
        <source>{low} to {high}</source>
        <translation>بين {low} و{high}</translation>
    </message>
    <message>
        <source>In no class</source>
        <translation>بلا فئة</translation>
    </message>
    <message>
        <source>Class {number}</source>
        <translation>الفئة {number}</translation>
    </message>
    <message>
        <source>Class {number}, or none</source>
        <translation>الفئة {number} أو بلا فئة</translation>
    </message>
    <message>
        <source>Class {low} to {high}, or none</source>
        <translation>الفئة بين {low} و{high} أو بلا فئة</translation>
    </message>
    <message>
        <source>Place of its area</source>
        <translation>من حصة منطقتها</translation>
    </message>
    <message>
        <source>Place by rank</source>
        <translation>مكان بالمرتبة</translation>
    </message>
    <message>
        <source>May get a place</source>
        <translation>قد تنال مكانًا</translation>
    </message>
    <message>
        <source>equal with the next, applied earlier</source>
        <translation>تساوي من بعدها، وطلبها أسبق</translation>
    </message>
    <message>
        <source>equal with the next, by the draw</source>
        <translation>تساوي من بعدها، وقُدّمت بالقرعة</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>لا مكان لها</translation>
    </message>
    <message>
        <source>may be {best} to {worst}</source>
        <translation>بين {best} و{worst}</translation>
    </message>
</context>
<context>
    <name>RankingScreen</name>
    <message>
        <source>Change the conditions</source>
        <translation>تغيير الشروط</translation>
    </message>
    <message>
        <source>Rank the families</source>
        <translation>ترتيب الأسر</translation>
    </message>
    <message>
        <source>The rules hold no order for this country.</source>
        <translation>لا تتضمن القواعد ترتيبًا للأسر في هذا البلد.</translation>
    </message>
    <message>
        <source>Ranking of families</source>
        <translation>ترتيب الأسر</translation>
    </message>
    <message>
        <source>What was typed here last is back; it is kept on this device alone.</source>
        <translation>عاد ما كُتب هنا آخر مرة، وهو محفوظ على هذا الجهاز وحده.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Who comes first where places are short. Nothing of it is kept.</source>
        <translation>من يُقدَّم إذا ضاقت الأماكن. ولا يُحفظ من ذلك شيء.</translation>
    </message>
    <message>
        <source>Rules of {version}</source>
        <translation>قواعد {version}</translation>
    </message>
    <message>
        <source>No limit of places</source>
        <translation>بلا حد للأماكن</translation>
    </message>
    <message>
        <source>Draw: {name}</source>
        <translation>القرعة: {name}</translation>
    </message>
</context>
<context>
    <name>ReasonsCard</name>
    <message>
        <source>Why, for file {number}</source>
        <translation>السبب في الملف {number}</translation>
    </message>
    <message>
        <source>Choose a household to see what makes the difference.</source>
        <translation>اختر أسرة ليظهر سبب الفرق.</translation>
    </message>
    <message>
        <source>Asking both rules about the file…</source>
        <translation>جارٍ تطبيق القواعد الأولى والأخرى على الملف…</translation>
    </message>
    <message>
        <source>Both rules answer the same about this file.</source>
        <translation>نتيجة القواعد الأولى والأخرى في هذا الملف واحدة.</translation>
    </message>
    <message>
        <source>Missing for the other rules: {facts}</source>
        <translation>ما ينقص لتطبيق القواعد الأخرى: {facts}</translation>
    </message>
    <message>
        <source>The right</source>
        <translation>الاستحقاق</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>غير مطلوب</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>after</source>
        <translation>بعد</translation>
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
        <source>Notify the family by</source>
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
    <name>ResultView</name>
    <message>
        <source>Families in the order</source>
        <translation>أسر في الترتيب</translation>
    </message>
    <message>
        <source>Have a place</source>
        <translation>نالت مكانًا</translation>
    </message>
    <message>
        <source>Last with a place by rank</source>
        <translation>آخر من نالت مكانًا بالمرتبة</translation>
    </message>
    <message>
        <source>Without a right to be ranked</source>
        <translation>لا حق لها في الترتيب</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>الأسر</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>بحسب المنطقة</translation>
    </message>
    <message>
        <source>Families in their order</source>
        <translation>الأسر على ترتيبها</translation>
    </message>
    <message>
        <source>No family has a right to be ranked on this day.</source>
        <translation>لا أسرة لها حق في الترتيب في هذا اليوم.</translation>
    </message>
    <message>
        <source>The order by area</source>
        <translation>الترتيب بحسب المنطقة</translation>
    </message>
    <message>
        <source>{given} of {places}</source>
        <translation>{given} من {places}</translation>
    </message>
    <message>
        <source>Files were changed since this order was made.</source>
        <translation>عُدّلت ملفات بعد إعداد هذا الترتيب.</translation>
    </message>
    <message>
        <source>Rank anew</source>
        <translation>أعد الترتيب</translation>
    </message>
    <message>
        <source>{count} could not be ranked; the first is {number}: {why}</source>
        <translation>تعذّر ترتيب {count}، وأولها الملف {number}: {why}</translation>
    </message>
    <message>
        <source>Order of families</source>
        <translation>ترتيب الأسر</translation>
    </message>
    <message>
        <source>Order by area</source>
        <translation>الترتيب بحسب المنطقة</translation>
    </message>
</context>
<context>
    <name>RunColumns</name>
    <message>
        <source>Begun</source>
        <translation>بدأت</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>الأسر</translation>
    </message>
    <message>
        <source>Due a month</source>
        <translation>المستحق شهريًّا</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>اعرض</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>مؤهلة</translation>
    </message>
    <message>
        <source>Ineligible</source>
        <translation>غير مؤهلة</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>تعذّر البت</translation>
    </message>
</context>
<context>
    <name>RunForm</name>
    <message>
        <source>Programme</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>The facts and the rules of this day count.</source>
        <translation>المعتبر بيانات هذا اليوم وقواعده.</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>Every open file of the office is assessed. A trial tells what comes out; nothing of it is kept, and nothing put on the list of work.</source>
        <translation>تُدرس كل الملفات المفتوحة في المكتب. التجربة تعرض النتائج ولا يُحفظ منها شيء، ولا يُدرج شيء في قائمة الأعمال.</translation>
    </message>
    <message>
        <source>Every open file of the office is assessed; closed ones are left alone. What comes out is kept with its reasons, and the work that follows is put on the list of work.</source>
        <translation>تُدرس كل الملفات المفتوحة في المكتب، ولا تُمس الملفات المغلقة. تُحفظ النتائج مع أسبابها، ويُدرج ما يترتب عليها في قائمة الأعمال.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Runs that were kept</source>
        <translation>الدراسات المحفوظة</translation>
    </message>
    <message>
        <source>No run was kept yet: the first one will stand here.</source>
        <translation>لم تُحفظ دراسة بعد: أول دراسة ستظهر هنا.</translation>
    </message>
</context>
<context>
    <name>RunningView</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>How far the ranking is</source>
        <translation>ما أُنجز من الترتيب</translation>
    </message>
    <message>
        <source>Reading the families…</source>
        <translation>تُقرأ الأسر…</translation>
    </message>
    <message>
        <source>{done} of {all} families were looked at</source>
        <translation>نُظر في {done} من {all} من الأسر</translation>
    </message>
</context>
<context>
    <name>SetupView</name>
    <message>
        <source>Write the day whose facts count.</source>
        <translation>اكتب اليوم الذي تُحتسب بياناته.</translation>
    </message>
    <message>
        <source>What is ranked</source>
        <translation>ما يُرتَّب</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>How many families can be helped; leave it empty to rank all without a limit.</source>
        <translation>عدد الأسر التي يتسع لها المتاح؛ اتركه فارغًا لترتيب الجميع بلا حد.</translation>
    </message>
    <message>
        <source>Who stand equal</source>
        <translation>عند التساوي</translation>
    </message>
    <message>
        <source>Of two families with the same score the one that applied earlier goes first. Where that is equal too, a draw decides that anybody can repeat: it is worked out from the name of the draw and the file number, so that the same name gives the same order on every machine.</source>
        <translation>إذا تساوت درجتا أسرتين قُدّمت الأسبق طلبًا، فإن تساوتا في ذلك أيضًا فُصل بينهما بقرعة يمكن لأي أحد إعادتها: تُحسب من اسم القرعة ورقم الملف، فيعطي الاسم نفسه الترتيب نفسه على كل جهاز.</translation>
    </message>
    <message>
        <source>Name of the draw</source>
        <translation>اسم القرعة</translation>
    </message>
    <message>
        <source>As it was announced before the files were known; without one, the office and day.</source>
        <translation>كما أُعلن قبل معرفة الملفات؛ وإن لم يُعلن فالمكتب واليوم.</translation>
    </message>
    <message>
        <source>Draw: {name}</source>
        <translation>القرعة: {name}</translation>
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
    <name>SimulationCharts</name>
    <message>
        <source>{group}: {what}</source>
        <translation>{group}: {what}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل التغيير</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد التغيير</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Size of the household</source>
        <translation>حجم الأسرة</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Cost before</source>
        <translation>التكلفة قبل التغيير</translation>
    </message>
    <message>
        <source>Cost after</source>
        <translation>التكلفة بعد التغيير</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>الأسر</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <source>Possible where facts are missing</source>
        <translation>محتمل لنقص البيانات</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>لا يقل عن</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>لا يزيد على</translation>
    </message>
    <message>
        <source>Not bounded</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>{what}: {range}</source>
        <translation>{what}: {range}</translation>
    </message>
    <message>
        <source>from {near} to {far} less</source>
        <translation>نقص من {near} إلى {far}</translation>
    </message>
    <message>
        <source>from {near} to {far} more</source>
        <translation>زيادة من {near} إلى {far}</translation>
    </message>
</context>
<context>
    <name>SimulationCounts</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>لا أسر</numerusform>
            <numerusform>أسرة واحدة</numerusform>
            <numerusform>أسرتان</numerusform>
            <numerusform>%n أسر</numerusform>
            <numerusform>%n أسرة</numerusform>
            <numerusform>%n أسرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>لا أفراد</numerusform>
            <numerusform>فرد واحد</numerusform>
            <numerusform>فردان</numerusform>
            <numerusform>%n أفراد</numerusform>
            <numerusform>%n فردًا</numerusform>
            <numerusform>%n فرد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) changed</source>
        <translation>
            <numerusform>لم يُعدَّل أي رقم</numerusform>
            <numerusform>عُدِّل رقم واحد</numerusform>
            <numerusform>عُدِّل رقمان</numerusform>
            <numerusform>عُدِّلت %n أرقام</numerusform>
            <numerusform>عُدِّل %n رقمًا</numerusform>
            <numerusform>عُدِّل %n رقم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) become eligible</source>
        <translation>
            <numerusform>لا تصير أي أسرة مؤهلة</numerusform>
            <numerusform>تصير أسرة واحدة مؤهلة</numerusform>
            <numerusform>تصير أسرتان مؤهلتين</numerusform>
            <numerusform>تصير %n أسر مؤهلة</numerusform>
            <numerusform>تصير %n أسرة مؤهلة</numerusform>
            <numerusform>تصير %n أسرة مؤهلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) lose eligibility</source>
        <translation>
            <numerusform>لا تفقد أي أسرة أهليتها</numerusform>
            <numerusform>تفقد أسرة واحدة أهليتها</numerusform>
            <numerusform>تفقد أسرتان أهليتهما</numerusform>
            <numerusform>تفقد %n أسر أهليتها</numerusform>
            <numerusform>تفقد %n أسرة أهليتها</numerusform>
            <numerusform>تفقد %n أسرة أهليتها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) lose</source>
        <translation>
            <numerusform>لا تتضرر أي أسرة</numerusform>
            <numerusform>تتضرر أسرة واحدة</numerusform>
            <numerusform>تتضرر أسرتان</numerusform>
            <numerusform>تتضرر %n أسر</numerusform>
            <numerusform>تتضرر %n أسرة</numerusform>
            <numerusform>تتضرر %n أسرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) gain</source>
        <translation>
            <numerusform>لا تستفيد أي أسرة</numerusform>
            <numerusform>تستفيد أسرة واحدة</numerusform>
            <numerusform>تستفيد أسرتان</numerusform>
            <numerusform>تستفيد %n أسر</numerusform>
            <numerusform>تستفيد %n أسرة</numerusform>
            <numerusform>تستفيد %n أسرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing changes for %n household(s)</source>
        <translation>
            <numerusform>لا تبقى أي أسرة على حالها</numerusform>
            <numerusform>لا يتغير شيء لأسرة واحدة</numerusform>
            <numerusform>لا يتغير شيء لأسرتين</numerusform>
            <numerusform>لا يتغير شيء في %n أسر</numerusform>
            <numerusform>لا يتغير شيء في %n أسرة</numerusform>
            <numerusform>لا يتغير شيء في %n أسرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the effect on %n household(s) is not known</source>
        <translation>
            <numerusform>أثر التغيير معلوم في كل أسرة</numerusform>
            <numerusform>لا يُعرف أثر التغيير في أسرة واحدة</numerusform>
            <numerusform>لا يُعرف أثر التغيير في أسرتين</numerusform>
            <numerusform>لا يُعرف أثر التغيير في %n أسر</numerusform>
            <numerusform>لا يُعرف أثر التغيير في %n أسرة</numerusform>
            <numerusform>لا يُعرف أثر التغيير في %n أسرة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimulationLine</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Files reckoned</source>
        <translation>الملفات المحسوبة</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Counting the files…</source>
        <translation>جارٍ عدّ الملفات…</translation>
    </message>
    <message>
        <source>Reading the files: {done} of {all} done</source>
        <translation>قراءة الملفات: تم {done} من {all}</translation>
    </message>
    <message>
        <source>Asking the rules to compare with: {done} of {all} done</source>
        <translation>تطبيق القواعد التي يُقارَن بها: تم {done} من {all}</translation>
    </message>
    <message>
        <source>Asking the other rules: {done} of {all} done</source>
        <translation>تطبيق القواعد الأخرى: تم {done} من {all}</translation>
    </message>
    <message>
        <source>Adding up: {done} of {all} done</source>
        <translation>جمع النتائج: تم {done} من {all}</translation>
    </message>
</context>
<context>
    <name>SimulationScreen</name>
    <message>
        <source>Export the summary</source>
        <translation>تصدير الملخص</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>محاكاة</translation>
    </message>
    <message>
        <source>Simulate ({keys})</source>
        <translation>محاكاة ({keys})</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>ما يُقارَن</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>الأثر</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>الأسر</translation>
    </message>
    <message>
        <source>Simulation of a change of rules</source>
        <translation>محاكاة تغيير القواعد</translation>
    </message>
    <message>
        <source>The rules hold no programme of this country.</source>
        <translation>لا تتضمن القواعد أي برنامج لهذا البلد.</translation>
    </message>
    <message>
        <source>The simulation was stopped before any file was done.</source>
        <translation>أُوقفت المحاكاة قبل حساب أي ملف.</translation>
    </message>
    <message>
        <source>Nothing has been simulated yet. Choose what is compared, then press “Simulate”.</source>
        <translation>لم تُجرَ محاكاة بعد؛ اختر ما يُقارَن، ثم اضغط «محاكاة».</translation>
    </message>
    <message>
        <source>Choose what is compared</source>
        <translation>اختيار ما يُقارَن</translation>
    </message>
    <message>
        <source>There is no open file that you see. Register a household, then simulate again.</source>
        <translation>لا يوجد ملف مفتوح يحق لك الاطلاع عليه؛ سجّل أسرة ثم أعد المحاكاة.</translation>
    </message>
    <message>
        <source>The effect below is of an earlier question; simulate again to see that of this one.</source>
        <translation>الأثر المعروض لمقارنة سابقة؛ أعد المحاكاة ليظهر أثر المقارنة الحالية.</translation>
    </message>
    <message>
        <source>Stopped before the end: the sums are of {count}.</source>
        <translation>أُوقفت المحاكاة قبل تمامها، فالنتائج عن: {count}.</translation>
    </message>
    <message>
        <source>Who gains, who loses and what it costs, over the open files that you see; nothing is kept.</source>
        <translation>من يستفيد ومن يتضرر وكم التكلفة، على الملفات المفتوحة التي يحق لك الاطلاع عليها؛ ولا يُحفظ شيء.</translation>
    </message>
    <message>
        <source>{one} against {other}</source>
        <translation>{one} مقابل {other}</translation>
    </message>
</context>
<context>
    <name>SimulationWords</name>
    <message>
        <source>Gain</source>
        <translation>تستفيد</translation>
    </message>
    <message>
        <source>Lose</source>
        <translation>تتضرر</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>لا يتغير شيء</translation>
    </message>
    <message>
        <source>Effect not known</source>
        <translation>لا يُعرف أثر التغيير</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>{low} على الأقل</translation>
    </message>
    <message>
        <source>between {low} and {high}</source>
        <translation>بين {low} و{high}</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معلوم</translation>
    </message>
    <message>
        <source>The same amount</source>
        <translation>المبلغ نفسه</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>زيادة {amount}</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>نقص {amount}</translation>
    </message>
    <message>
        <source>Women’s section</source>
        <translation>القسم النسوي</translation>
    </message>
    <message>
        <source>General section</source>
        <translation>القسم العام</translation>
    </message>
    <message>
        <source>In no category</source>
        <translation>خارج الفئات</translation>
    </message>
    <message>
        <source>{table} ({cell})</source>
        <translation>{table} ({cell})</translation>
    </message>
    <message>
        <source>Beyond the last row</source>
        <translation>ما زاد على آخر صف</translation>
    </message>
    <message>
        <source>{by}: {key}</source>
        <translation>{by}: {key}</translation>
    </message>
    <message>
        <source>{programme}, rules of {version}</source>
        <translation>{programme} · إصدار {version}</translation>
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
    <name>SummaryExport</name>
    <message>
        <source>Your role does not export files.</source>
        <translation>دورك لا يشمل تصدير الملفات.</translation>
    </message>
    <message>
        <source>Export the summary</source>
        <translation>تصدير الملخص</translation>
    </message>
    <message>
        <source>The summary was written to {file}.</source>
        <translation>كُتب الملخص في {file}.</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Households assessed</source>
        <translation>الأسر المدروسة</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>مؤهلة</translation>
    </message>
    <message>
        <source>Ineligible</source>
        <translation>غير مؤهلة</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>تعذّر البت</translation>
    </message>
    <message>
        <source>Due a month</source>
        <translation>المستحق شهريًّا</translation>
    </message>
    <message>
        <source>How the households came out</source>
        <translation>نتائج الأسر</translation>
    </message>
    <message>
        <source>Beside the last decisions</source>
        <translation>مقارنة بآخر القرارات</translation>
    </message>
    <message>
        <source>Point at a bar for its number; Enter lists the households.</source>
        <translation>قف على عمود لتعرف عدده؛ ومفتاح الإدخال يعرض أسره.</translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation>لم تُدرس</translation>
    </message>
    <message>
        <source>Open file {number}</source>
        <translation>افتح الملف {number}</translation>
    </message>
    <message>
        <source>{count}; assess each from its file to see why.</source>
        <translation>{count}؛ ادرس أهلية كل منها من ملفها لتعرف السبب.</translation>
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
    <name>WaysOnward</name>
    <message>
        <source>Every programme</source>
        <translation>كل البرامج</translation>
    </message>
    <message>
        <source>If somebody earns</source>
        <translation>إذا زاد دخل أحدهم</translation>
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
<context>
    <name>WhyCard</name>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>الملف {number}</translation>
    </message>
    <message>
        <source>Sealed file</source>
        <translation>ملف مستور</translation>
    </message>
    <message>
        <source>Reading why…</source>
        <translation>يُقرأ السبب…</translation>
    </message>
    <message>
        <source>What could lift or lower it</source>
        <translation>ما قد يرفع مرتبتها أو يخفضها</translation>
    </message>
    <message>
        <source>Record it now</source>
        <translation>سجّله الآن</translation>
    </message>
    <message>
        <source>{score} of 100, weighing {weight} of 100</source>
        <translation>الدرجة {score} من 100، ووزنها {weight} من 100</translation>
    </message>
    <message>
        <source>Class {number}: {label}</source>
        <translation>الفئة {number}: {label}</translation>
    </message>
    <message>
        <source>Belongs to it</source>
        <translation>تنتمي إليها</translation>
    </message>
    <message>
        <source>May belong to it</source>
        <translation>قد تنتمي إليها</translation>
    </message>
    <message>
        <source>Rank {rank} of {all}</source>
        <translation>المرتبة {rank} من {all}</translation>
    </message>
    <message>
        <source>Rank {rank} of {all}, with a score of {score}</source>
        <translation>المرتبة {rank} من {all}، والدرجة {score}</translation>
    </message>
    <message>
        <source>Once all that is open is known it stands between rank {best} and rank {worst}.</source>
        <translation>إذا عُرف كل ما لم يُعرف كانت مرتبتها بين {best} و{worst}.</translation>
    </message>
    <message>
        <source>Its right itself is open: until that is settled nothing of its score is sure.</source>
        <translation>استحقاقها نفسه لم يُبت فيه، فلا شيء من درجتها مؤكد حتى يُبت.</translation>
    </message>
    <message>
        <source>It has one of the places held for {area}.</source>
        <translation>لها مكان من الأماكن المحجوزة لمنطقة {area}.</translation>
    </message>
    <message>
        <source>It has a place by its rank among all.</source>
        <translation>لها مكان بمرتبتها بين جميع الأسر.</translation>
    </message>
    <message>
        <source>Equal with the family of {name}; the draw {draw} puts it first.</source>
        <translation>تساوي أسرة {name}، وقُدّمت عليها بالقرعة {draw}.</translation>
    </message>
    <message>
        <source>Equal with the family of {name}.</source>
        <translation>تساوي أسرة {name}.</translation>
    </message>
    <message>
        <source>Equal with the family of {name}; it applied earlier, on {day}.</source>
        <translation>تساوي أسرة {name}، وطلبها أسبق في {day}.</translation>
    </message>
</context>
</TS>
