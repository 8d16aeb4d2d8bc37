<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Edit the file</source>
        <translation>تعديل الملف</translation>
    </message>
    <message>
        <source>Assess eligibility</source>
        <translation>دراسة الأهلية</translation>
    </message>
    <message>
        <source>Print or issue</source>
        <translation>طباعة أو إصدار</translation>
    </message>
    <message>
        <source>Move to the other section</source>
        <translation>النقل إلى القسم الآخر</translation>
    </message>
    <message>
        <source>Seal the file</source>
        <translation>ستر الملف</translation>
    </message>
    <message>
        <source>Unseal the file</source>
        <translation>رفع الستر عن الملف</translation>
    </message>
    <message>
        <source>Reopen the file</source>
        <translation>إعادة فتح الملف</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>إغلاق الملف</translation>
    </message>
</context>
<context>
    <name>AmendmentCard</name>
    <message>
        <source>What changes in the file</source>
        <translation>ما يتغيّر في الملف</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>لم يتغيّر شيء بعد.</translation>
    </message>
    <message>
        <source>The family’s circumstances changed</source>
        <translation>تغيّر حال الأسرة</translation>
    </message>
    <message>
        <source>A correction: what the file says was never so</source>
        <translation>تصحيح: ما في الملف لم يكن صحيحًا قط</translation>
    </message>
    <message>
        <source>As from</source>
        <translation>اعتبارًا من</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message numerus="yes">
        <source>and %n more change(s)</source>
        <translation>
            <numerusform>ولا تغيير غيرها</numerusform>
            <numerusform>وتغيير آخر</numerusform>
            <numerusform>وتغييران آخران</numerusform>
            <numerusform>و%n تغييرات أخرى</numerusform>
            <numerusform>و%n تغييرًا آخر</numerusform>
            <numerusform>و%n تغيير آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose whether the circumstances changed or the file was wrong.</source>
        <translation>اختر: هل تغيّر حال الأسرة أم كان ما في الملف خطأً؟</translation>
    </message>
    <message>
        <source>Write the reason: it is kept in the file’s history.</source>
        <translation>اكتب السبب؛ فهو يُحفظ في سجل الملف.</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>{place}: {new}; it was not known before</source>
        <translation>{place}: {new}، ولم يكن معروفًا من قبل</translation>
    </message>
    <message>
        <source>{place}: was {old}, is now {new}</source>
        <translation>{place}: كان {old} فأصبح {new}</translation>
    </message>
    <message>
        <source>{place}: {old} is taken back and not known any more</source>
        <translation>{place}: سُحب {old} ولم يعد معروفًا</translation>
    </message>
    <message>
        <source>Added: {new}</source>
        <translation>أُضيف: {new}</translation>
    </message>
    <message>
        <source>Removed: {old}</source>
        <translation>حُذف: {old}</translation>
    </message>
    <message>
        <source>{place}: in another order</source>
        <translation>{place}: تغيّر الترتيب</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>A colleague saved this file while you were writing</source>
        <translation>حفظ زميل هذا الملف في أثناء الكتابة</translation>
    </message>
    <message>
        <source>Save what is chosen</source>
        <translation>حفظ ما اختير</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>العودة إلى النموذج</translation>
    </message>
    <message>
        <source>{by} saved it on {day} at {time}. Nothing of either is lost: choose what the file should say.</source>
        <translation>حُفظ على يد {by} يوم {day} الساعة {time}. لم يضع شيء مما كُتب؛ اختر ما يُثبت في الملف.</translation>
    </message>
    <message>
        <source>When you opened it</source>
        <translation>عند فتح الملف</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>ما كُتب هنا</translation>
    </message>
    <message>
        <source>What the colleague saved</source>
        <translation>ما حفظه الزميل</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) still to choose</source>
        <translation>
            <numerusform>لم يبق بيان</numerusform>
            <numerusform>بقي بيان واحد يُختار</numerusform>
            <numerusform>بقي بيانان يُختاران</numerusform>
            <numerusform>بقيت %n بيانات تُختار</numerusform>
            <numerusform>بقي %n بيانًا يُختار</numerusform>
            <numerusform>بقي %n بيان يُختار</numerusform>
        </translation>
    </message>
    <message>
        <source>All is chosen</source>
        <translation>اختير كل شيء</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Back to today</source>
        <translation>العودة إلى اليوم</translation>
    </message>
    <message>
        <source>These are the facts as of {day}; nothing can be changed here.</source>
        <translation>هذه بيانات الملف كما هي في {day}، وهي للاطلاع فقط.</translation>
    </message>
</context>
<context>
    <name>DraftOffers</name>
    <message>
        <source>Another window has this draft open.</source>
        <translation>هذه المسودة مفتوحة في نافذة أخرى.</translation>
    </message>
    <message>
        <source>Draft deleted: {title}</source>
        <translation>حُذفت المسودة: {title}</translation>
    </message>
</context>
<context>
    <name>FactForm</name>
    <message>
        <source>Open file {number}</source>
        <translation>فتح الملف {number}</translation>
    </message>
</context>
<context>
    <name>FamilyTab</name>
    <message>
        <source>Members of the household</source>
        <translation>أفراد الأسرة</translation>
    </message>
    <message>
        <source>Persons outside the dwelling</source>
        <translation>أشخاص من خارج المسكن</translation>
    </message>
    <message>
        <source>Address and telephone</source>
        <translation>العنوان والهاتف</translation>
    </message>
    <message>
        <source>Dwelling</source>
        <translation>المسكن</translation>
    </message>
    <message>
        <source>The household</source>
        <translation>بيانات الأسرة</translation>
    </message>
    <message>
        <source>Nothing else is known.</source>
        <translation>لا يُعرف غير ذلك.</translation>
    </message>
</context>
<context>
    <name>FaultList</name>
    <message numerus="yes">
        <source>%n thing(s) to mend before it can be saved</source>
        <translation>
            <numerusform>لا شيء يمنع الحفظ</numerusform>
            <numerusform>موضع واحد يُصحَّح قبل الحفظ</numerusform>
            <numerusform>موضعان يُصحَّحان قبل الحفظ</numerusform>
            <numerusform>%n مواضع تُصحَّح قبل الحفظ</numerusform>
            <numerusform>%n موضعًا يُصحَّح قبل الحفظ</numerusform>
            <numerusform>%n موضع يُصحَّح قبل الحفظ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) worth a second look; they stand in the way of nothing</source>
        <translation>
            <numerusform>لا شيء يستحق المراجعة</numerusform>
            <numerusform>أمر واحد يستحق المراجعة، ولا يمنع الحفظ</numerusform>
            <numerusform>أمران يستحقان المراجعة، ولا يمنعان الحفظ</numerusform>
            <numerusform>%n أمور تستحق المراجعة، ولا تمنع الحفظ</numerusform>
            <numerusform>%n أمرًا يستحق المراجعة، ولا يمنع الحفظ</numerusform>
            <numerusform>%n أمر يستحق المراجعة، ولا يمنع الحفظ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>الانتقال إلى الحقل</translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message numerus="yes">
        <source>{answered} of %n fact(s) filled in</source>
        <translation>
            <numerusform>لا بيانات مطلوبة</numerusform>
            <numerusform>اكتمل {answered} من بيان واحد</numerusform>
            <numerusform>اكتمل {answered} من بيانين</numerusform>
            <numerusform>اكتمل {answered} من %n بيانات</numerusform>
            <numerusform>اكتمل {answered} من %n بيانًا</numerusform>
            <numerusform>اكتمل {answered} من %n بيان</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft is not kept on this machine</source>
        <translation>لم تُحفظ المسودة على هذا الجهاز</translation>
    </message>
    <message>
        <source>Draft kept on this machine at {time}</source>
        <translation>حُفظت المسودة على هذا الجهاز الساعة {time}</translation>
    </message>
    <message>
        <source>Save the amendment</source>
        <translation>حفظ التعديل</translation>
    </message>
    <message>
        <source>Register the household</source>
        <translation>تسجيل الأسرة</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Amend the file of {name}</source>
        <translation>تعديل ملف أسرة {name}</translation>
    </message>
    <message>
        <source>Amend a file</source>
        <translation>تعديل ملف أسرة</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>ملف {number}</translation>
    </message>
    <message>
        <source>Register a household</source>
        <translation>تسجيل أسرة جديدة</translation>
    </message>
    <message>
        <source>Show what is worth asking</source>
        <translation>إظهار ما يلزم السؤال عنه فقط</translation>
    </message>
    <message>
        <source>Show every fact</source>
        <translation>إظهار كل البيانات</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Removed: {what}</source>
        <translation>حُذف: {what}</translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message>
        <source>Asked about; nothing to record</source>
        <translation>سُئل عنها ولا شيء يُسجَّل</translation>
    </message>
    <message>
        <source>Open file {number}</source>
        <translation>فتح الملف {number}</translation>
    </message>
</context>
<context>
    <name>HistoryBar</name>
    <message>
        <source>Filter the history</source>
        <translation>ابحث في السجل</translation>
    </message>
    <message>
        <source>What the history tells of</source>
        <translation>موضوع السجل</translation>
    </message>
    <message>
        <source>Show the file on this day</source>
        <translation>عرض الملف في هذا اليوم</translation>
    </message>
    <message>
        <source>Day as of which the file is shown</source>
        <translation>اليوم الذي يُعرض الملف بحسبه</translation>
    </message>
    <message>
        <source>A day, Hijri or Gregorian</source>
        <translation>يوم بالتقويم الهجري أو الميلادي</translation>
    </message>
    <message>
        <source>Facts of the file</source>
        <translation>بيانات الملف</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>دراسات الأهلية</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>Notices and requests</source>
        <translation>الإشعارات وطلبات البيانات</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>الوثائق</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>الدورات</translation>
    </message>
    <message>
        <source>All that happened</source>
        <translation>كل ما جرى</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n record(s)</source>
        <translation>
            <numerusform>لا قيود</numerusform>
            <numerusform>{shown} من قيد واحد</numerusform>
            <numerusform>{shown} من قيدين</numerusform>
            <numerusform>{shown} من %n قيود</numerusform>
            <numerusform>{shown} من %n قيدًا</numerusform>
            <numerusform>{shown} من %n قيد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>لا قيود</numerusform>
            <numerusform>قيد واحد</numerusform>
            <numerusform>قيدان</numerusform>
            <numerusform>%n قيود</numerusform>
            <numerusform>%n قيدًا</numerusform>
            <numerusform>%n قيد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryEntryRow</name>
    <message>
        <source>{time} · {name}</source>
        <translation>{time} · {name}</translation>
    </message>
    <message>
        <source>{time} · {name} · version {number}</source>
        <translation>{time} · {name} · النسخة {number}</translation>
    </message>
    <message>
        <source>Show the assessment</source>
        <translation>عرض دراسة الأهلية</translation>
    </message>
    <message>
        <source>Show the decision</source>
        <translation>عرض القرار</translation>
    </message>
    <message>
        <source>Show the document</source>
        <translation>عرض الوثيقة</translation>
    </message>
    <message>
        <source>Show the courses</source>
        <translation>عرض الدورات</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message numerus="yes">
        <source>%n earlier record(s)</source>
        <translation>
            <numerusform>لا قيود أقدم</numerusform>
            <numerusform>عرض قيد واحد أقدم</numerusform>
            <numerusform>عرض قيدين أقدم</numerusform>
            <numerusform>عرض %n قيود أقدم</numerusform>
            <numerusform>عرض %n قيدًا أقدم</numerusform>
            <numerusform>عرض %n قيد أقدم</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in the history answers this filter.</source>
        <translation>لا يوجد في السجل ما يوافق هذا البحث.</translation>
    </message>
    <message>
        <source>Show the whole history</source>
        <translation>عرض السجل كاملًا</translation>
    </message>
    <message>
        <source>The file on this day</source>
        <translation>الملف في هذا اليوم</translation>
    </message>
    <message>
        <source>Show the facts as they were on {day}</source>
        <translation>عرض البيانات كما كانت في {day}</translation>
    </message>
</context>
<context>
    <name>HouseholdColumns</name>
    <message>
        <source>Household</source>
        <translation>الأسرة</translation>
    </message>
    <message>
        <source>File number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأفراد</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>تاريخ التسجيل</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>المطابقة في</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>الملفات المفتوحة</translation>
    </message>
    <message>
        <source>Closed files</source>
        <translation>الملفات المغلقة</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>مستور</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a file</comment>
        <translation>مفتوح</translation>
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
        <source>{low} members or more</source>
        <translation>{low} أفراد فأكثر</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>فرد واحد</translation>
    </message>
    <message>
        <source>{low} to {high} members</source>
        <translation>من {low} إلى {high} أفراد</translation>
    </message>
    <message>
        <source>Registered in the last 30 days</source>
        <translation>مسجَّلة خلال آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Registered in the last 365 days</source>
        <translation>مسجَّلة خلال آخر 365 يومًا</translation>
    </message>
    <message>
        <source>The file is in this name</source>
        <translation>الملف بهذا الاسم</translation>
    </message>
    <message>
        <source>in the household of {head}</source>
        <translation>في أسرة {head}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>رقم الهاتف</translation>
    </message>
</context>
<context>
    <name>HouseholdHeading</name>
    <message>
        <source>Household of {name}</source>
        <translation>أسرة {name}</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>ملف مفتوح</translation>
    </message>
    <message>
        <source>Closed file</source>
        <translation>ملف مغلق</translation>
    </message>
    <message>
        <source>Sealed file</source>
        <translation>ملف مستور</translation>
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
        <source>File {number}</source>
        <translation>ملف {number}</translation>
    </message>
    <message>
        <source>registered {day}</source>
        <translation>سُجّل في {day}</translation>
    </message>
    <message>
        <source>{programme}: amount due {period}</source>
        <translation>{programme}: المستحق {period}</translation>
    </message>
    <message>
        <source>Notice due by {day}</source>
        <translation>آخر موعد للتبليغ {day}</translation>
    </message>
    <message>
        <source>at least {amount}</source>
        <translation>لا يقل عن {amount}</translation>
    </message>
    <message>
        <source>Grievance until {day}</source>
        <translation>آخر موعد للتظلم {day}</translation>
    </message>
    <message>
        <source>The answer changes</source>
        <translation>تتغير نتيجة الدراسة</translation>
    </message>
    <message>
        <source>{what}: {day}</source>
        <translation>{what}: {day}</translation>
    </message>
</context>
<context>
    <name>HouseholdScreen</name>
    <message>
        <source>Look for a household</source>
        <translation>البحث عن أسرة</translation>
    </message>
    <message>
        <source>Opening the file was stopped.</source>
        <translation>أُوقف فتح الملف.</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>الأسرة</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>الدخل والممتلكات</translation>
    </message>
    <message>
        <source>Eligibility</source>
        <translation>دراسة الأهلية</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>الوثائق</translation>
    </message>
    <message>
        <source>Empowerment</source>
        <translation>التمكين</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
</context>
<context>
    <name>HouseholdsScreen</name>
    <message>
        <source>Register a household</source>
        <translation>تسجيل أسرة</translation>
    </message>
    <message>
        <source>Register a household ({keys})</source>
        <translation>تسجيل أسرة ({keys})</translation>
    </message>
    <message>
        <source>Households found</source>
        <translation>نتائج البحث عن الأسر</translation>
    </message>
    <message>
        <source>All households</source>
        <translation>جميع الأسر</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>الأسر</translation>
    </message>
    <message>
        <source>No household is registered yet.</source>
        <translation>لم تُسجَّل أي أسرة بعد.</translation>
    </message>
    <message>
        <source>Nothing was found. Try the beginning of a name, or an identity, file or mobile number.</source>
        <translation>لا نتائج. جرّب أول الاسم، أو رقم الهوية أو الملف أو الجوال.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the list</source>
        <translation>
            <numerusform>لا ملفات في القائمة</numerusform>
            <numerusform>في القائمة ملف واحد</numerusform>
            <numerusform>في القائمة ملفان</numerusform>
            <numerusform>في القائمة %n ملفات</numerusform>
            <numerusform>في القائمة %n ملفًا</numerusform>
            <numerusform>في القائمة %n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Add: {thing}</source>
        <translation>إضافة {thing}</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>يحتاج تصحيحًا</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Your role does not export files.</source>
        <translation>لا يشمل دورك تصدير الملفات؛ اطلب التصدير من المشرف.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written to {file}.</source>
        <translation>
            <numerusform>لم يُكتب أي صف في {file}.</numerusform>
            <numerusform>كُتب صف واحد في {file}.</numerusform>
            <numerusform>كُتب صفان في {file}.</numerusform>
            <numerusform>كُتبت %n صفوف في {file}.</numerusform>
            <numerusform>كُتب %n صفًا في {file}.</numerusform>
            <numerusform>كُتب %n صف في {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeansTab</name>
    <message>
        <source>Incomes</source>
        <translation>الدخل</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>الأصول والممتلكات</translation>
    </message>
    <message>
        <source>All members together, per month</source>
        <translation>مجموع دخل الأفراد شهريًّا</translation>
    </message>
    <message>
        <source>How much of it a programme counts is shown in the assessment.</source>
        <translation>ما يُحتسب من هذا الدخل في كل برنامج تبيّنه دراسة الأهلية.</translation>
    </message>
    <message>
        <source>There is more income than is listed</source>
        <translation>الدخل المذكور ليس كل الدخل</translation>
    </message>
    <message>
        <source>Together, a month</source>
        <translation>المجموع شهريًّا</translation>
    </message>
    <message>
        <source>comes to, a month</source>
        <translation>ما يعادله شهريًّا</translation>
    </message>
    <message>
        <source>No property</source>
        <translation>لا ممتلكات</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معلوم</translation>
    </message>
    <message>
        <source>She has no income</source>
        <translation>لا دخل لها</translation>
    </message>
    <message>
        <source>He has no income</source>
        <translation>لا دخل له</translation>
    </message>
</context>
<context>
    <name>MemberRow</name>
    <message>
        <source>Less</source>
        <translation>أقل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Hide what else is known of {name}</source>
        <translation>إخفاء بقية بيانات {name}</translation>
    </message>
    <message>
        <source>All facts of {name}</source>
        <translation>جميع بيانات {name}</translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation>الميلاد {day}</translation>
    </message>
    <message>
        <source>Deceased, {day}</source>
        <translation>الوفاة: {day}</translation>
    </message>
    <message>
        <source>Lives elsewhere</source>
        <translation>خارج مسكن الأسرة</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) not known</source>
        <translation>
            <numerusform>لا بيانات غير معلومة</numerusform>
            <numerusform>بيان واحد غير معلوم</numerusform>
            <numerusform>بيانان غير معلومين</numerusform>
            <numerusform>%n بيانات غير معلومة</numerusform>
            <numerusform>%n بيانًا غير معلوم</numerusform>
            <numerusform>%n بيان غير معلوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferPanel</name>
    <message>
        <source>A household without a name yet</source>
        <translation>أسرة لم يُكتب اسم عائلها بعد</translation>
    </message>
    <message numerus="yes">
        <source>You have %n amendment(s) of this file that are not finished</source>
        <translation>
            <numerusform>لا تعديل لهذا الملف لم يكتمل</numerusform>
            <numerusform>لديك تعديل لهذا الملف لم يكتمل</numerusform>
            <numerusform>لديك تعديلان لهذا الملف لم يكتملا</numerusform>
            <numerusform>لديك %n تعديلات لهذا الملف لم تكتمل</numerusform>
            <numerusform>لديك %n تعديلًا لهذا الملف لم يكتمل</numerusform>
            <numerusform>لديك %n تعديل لهذا الملف لم يكتمل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n registration(s) that are not finished</source>
        <translation>
            <numerusform>لا تسجيل لم يكتمل</numerusform>
            <numerusform>لديك تسجيل لم يكتمل</numerusform>
            <numerusform>لديك تسجيلان لم يكتملا</numerusform>
            <numerusform>لديك %n تسجيلات لم تكتمل</numerusform>
            <numerusform>لديك %n تسجيلًا لم يكتمل</numerusform>
            <numerusform>لديك %n تسجيل لم يكتمل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Amend anew (%n draft(s) stay)</source>
        <translation>
            <numerusform>تعديل جديد (تبقى المسودات محفوظة)</numerusform>
            <numerusform>تعديل جديد (تبقى المسودة محفوظة)</numerusform>
            <numerusform>تعديل جديد (تبقى المسودتان محفوظتين)</numerusform>
            <numerusform>تعديل جديد (تبقى المسودات محفوظة)</numerusform>
            <numerusform>تعديل جديد (تبقى المسودات محفوظة)</numerusform>
            <numerusform>تعديل جديد (تبقى المسودات محفوظة)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Begin anew (%n draft(s) stay)</source>
        <translation>
            <numerusform>بدء جديد (تبقى المسودات محفوظة)</numerusform>
            <numerusform>بدء جديد (تبقى المسودة محفوظة)</numerusform>
            <numerusform>بدء جديد (تبقى المسودتان محفوظتين)</numerusform>
            <numerusform>بدء جديد (تبقى المسودات محفوظة)</numerusform>
            <numerusform>بدء جديد (تبقى المسودات محفوظة)</numerusform>
            <numerusform>بدء جديد (تبقى المسودات محفوظة)</numerusform>
        </translation>
    </message>
    <message>
        <source>Written on {day} at {time}</source>
        <translation>كُتب يوم {day} الساعة {time}</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>حذف المسودة</translation>
    </message>
</context>
<context>
    <name>OwnerList</name>
    <message>
        <source>Members of the household</source>
        <translation>أفراد الأسرة</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>إضافة فرد</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
</context>
<context>
    <name>PeopleField</name>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>{label}: {person}</source>
        <translation>{label}: {person}</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>The reason, as it should stand in the file’s history</source>
        <translation>السبب كما ينبغي أن يُحفظ في سجل الملف</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Write the reason first: it is kept in the file’s history.</source>
        <translation>اكتب السبب أولًا، فهو يُحفظ في سجل الملف.</translation>
    </message>
</context>
<context>
    <name>ReceivingCards</name>
    <message>
        <source>Payee</source>
        <translation>مستلم المعاش</translation>
    </message>
    <message>
        <source>Vehicles, workers and trade</source>
        <translation>المركبات والعمالة والسجل التجاري</translation>
    </message>
    <message>
        <source>Support received</source>
        <translation>سجل الاستفادة</translation>
    </message>
    <message>
        <source>Assistance asked for</source>
        <translation>المساعدات المطلوبة</translation>
    </message>
</context>
<context>
    <name>RegistrationScreen</name>
    <message>
        <source>The amendment of file {number} is saved.</source>
        <translation>حُفظ تعديل الملف {number}.</translation>
    </message>
    <message>
        <source>The household is registered under file {number}.</source>
        <translation>سُجّلت الأسرة برقم الملف {number}.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>The household</source>
        <translation>الأسرة</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Name, identity number, file number or mobile number</source>
        <translation>الاسم أو رقم الهوية أو رقم الملف أو رقم الجوال</translation>
    </message>
    <message>
        <source>Look for a household</source>
        <translation>البحث عن أسرة</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>Move to the general section</source>
        <translation>النقل إلى القسم العام</translation>
    </message>
    <message>
        <source>From then on, all case staff of the office see the file.</source>
        <translation>يصبح الملف متاحًا لجميع الباحثين والأخصائيين في المكتب.</translation>
    </message>
    <message>
        <source>Move the file</source>
        <translation>نقل الملف</translation>
    </message>
    <message>
        <source>Move to the women’s section</source>
        <translation>النقل إلى القسم النسوي</translation>
    </message>
    <message>
        <source>From then on, only staff of the women’s section and supervisors see the file.</source>
        <translation>لا يرى الملف بعد ذلك إلا موظفات القسم النسوي والمشرفون.</translation>
    </message>
    <message>
        <source>Seal the file</source>
        <translation>ستر الملف</translation>
    </message>
    <message>
        <source>From then on, only those who may open sealed files find it or see it.</source>
        <translation>لا يجد الملف ولا يراه بعد ذلك إلا من يحق له فتح الملفات المستورة.</translation>
    </message>
    <message>
        <source>Unseal the file</source>
        <translation>رفع الستر عن الملف</translation>
    </message>
    <message>
        <source>From then on, the staff of its section find it and see it again.</source>
        <translation>يعود الملف ظاهرًا لموظفي قسمه.</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>إغلاق الملف</translation>
    </message>
    <message>
        <source>A closed file stays readable and is no longer edited; its people may be registered elsewhere.</source>
        <translation>يبقى الملف المغلق للاطلاع ولا يُعدَّل، ويجوز تسجيل أفراده في ملف آخر.</translation>
    </message>
    <message>
        <source>Reopen the file</source>
        <translation>إعادة فتح الملف</translation>
    </message>
    <message>
        <source>From then on, the file can be edited and assessed again.</source>
        <translation>يعود الملف قابلًا للتعديل ولدراسة الأهلية.</translation>
    </message>
    <message>
        <source>The file was moved to the other section.</source>
        <translation>نُقل الملف إلى القسم الآخر.</translation>
    </message>
    <message>
        <source>The file was sealed.</source>
        <translation>أصبح الملف مستورًا.</translation>
    </message>
    <message>
        <source>The file was unsealed.</source>
        <translation>رُفع الستر عن الملف.</translation>
    </message>
    <message>
        <source>The file was closed.</source>
        <translation>أُغلق الملف.</translation>
    </message>
    <message>
        <source>The file was reopened.</source>
        <translation>أُعيد فتح الملف.</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>The household as a whole</source>
        <translation>ما يخص الأسرة كلها</translation>
    </message>
</context>
<context>
    <name>StepStates</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>لا شيء للتصحيح</numerusform>
            <numerusform>موضع واحد يُصحَّح</numerusform>
            <numerusform>موضعان يُصحَّحان</numerusform>
            <numerusform>%n مواضع تُصحَّح</numerusform>
            <numerusform>%n موضعًا يُصحَّح</numerusform>
            <numerusform>%n موضع يُصحَّح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known yet</source>
        <translation>
            <numerusform>لا شيء ناقص</numerusform>
            <numerusform>بيان واحد لم يُعرف بعد</numerusform>
            <numerusform>بيانان لم يُعرفا بعد</numerusform>
            <numerusform>%n بيانات لم تُعرف بعد</numerusform>
            <numerusform>%n بيانًا لم يُعرف بعد</numerusform>
            <numerusform>%n بيان لم يُعرف بعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>الخطوة الأخيرة</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>Step {number} of {all}: {title}, {state}</source>
        <translation>الخطوة {number} من {all}: {title}، {state}</translation>
    </message>
</context>
<context>
    <name>UnknownLink</name>
    <message>
        <source>Not known</source>
        <translation>غير معلوم</translation>
    </message>
    <message>
        <source>{fact}: not known. Record it</source>
        <translation>{fact}: غير معلوم. سجّله الآن</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>سجّله الآن</translation>
    </message>
</context>
<context>
    <name>_ItemRow</name>
    <message>
        <source>Close</source>
        <translation>طي</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>{act}: {item}</source>
        <translation>{act}: {item}</translation>
    </message>
</context>
</TS>
