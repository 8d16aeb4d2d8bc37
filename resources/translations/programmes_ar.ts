<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>BenefitsSection</name>
    <message>
        <source>Benefits</source>
        <translation>الاستحقاقات</translation>
    </message>
    <message>
        <source>What is held back, and why</source>
        <translation>ما يُستقطع وسببه</translation>
    </message>
    <message>
        <source>Documents required</source>
        <translation>المستندات المطلوبة</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>المهل</translation>
    </message>
    <message>
        <source>With other programmes</source>
        <translation>مع البرامج الأخرى</translation>
    </message>
    <message>
        <source>Payments after the decision</source>
        <translation>الصرف بعد القرار</translation>
    </message>
    <message>
        <source>The amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>It is due only if</source>
        <translation>لا يُستحق إلا إذا</translation>
    </message>
    <message>
        <source>What the household receives in all</source>
        <translation>مجموع ما تستحقه الأسرة</translation>
    </message>
    <message>
        <source>to the nearest</source>
        <translation>بالأقرب إليه</translation>
    </message>
    <message>
        <source>upwards</source>
        <translation>صعودًا</translation>
    </message>
    <message>
        <source>downwards</source>
        <translation>نزولًا</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>التقريب</translation>
    </message>
    <message>
        <source>Once, at the end: {how}, to {step}</source>
        <translation>مرة واحدة في آخر الحساب: إلى {step}، {how}</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>الفئة: {name}</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>في كل حال</translation>
    </message>
    <message>
        <source>It is asked for only if</source>
        <translation>لا يُطلب إلا إذا</translation>
    </message>
    <message>
        <source>May be had together</source>
        <translation>يجوز الجمع</translation>
    </message>
    <message>
        <source>May not be had together</source>
        <translation>لا يجوز الجمع</translation>
    </message>
    <message>
        <source>Paid back once breach {number} is cured</source>
        <translation>ما يُعاد بعد تصحيح المخالفة {number}</translation>
    </message>
    <message>
        <source>How an overpayment comes back</source>
        <translation>استرداد ما صُرف بغير حق</translation>
    </message>
    <message>
        <source>Of each: {whom}</source>
        <translation>عن كل: {whom}</translation>
    </message>
</context>
<context>
    <name>CaseColumns</name>
    <message>
        <source>Case</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>النتيجة المنتظرة</translation>
    </message>
    <message>
        <source>The rules’ answer</source>
        <translation>جواب القواعد</translation>
    </message>
    <message>
        <source>Source {source}</source>
        <translation>المصدر {source}</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>مطابقة</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>مخالفة للمنتظر</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>لم تُدرس بعد</translation>
    </message>
</context>
<context>
    <name>CasesSection</name>
    <message>
        <source>Run the cases</source>
        <translation>دراسة الحالات</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Cases run</source>
        <translation>الحالات المدروسة</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>This version has no cases of its own.</source>
        <translation>ليس لهذا الإصدار حالات خاصة به.</translation>
    </message>
    <message>
        <source>{done} of {all} cases</source>
        <translation>الحالات المدروسة: {done} من {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) differ</source>
        <translation>
            <numerusform>لا حالة مخالفة</numerusform>
            <numerusform>حالة واحدة مخالفة للمنتظر</numerusform>
            <numerusform>حالتان مخالفتان للمنتظر</numerusform>
            <numerusform>%n حالات مخالفة للمنتظر</numerusform>
            <numerusform>%n حالة مخالفة للمنتظر</numerusform>
            <numerusform>%n حالة مخالفة للمنتظر</numerusform>
        </translation>
    </message>
    <message>
        <source>Every case agrees</source>
        <translation>كل الحالات مطابقة</translation>
    </message>
    <message>
        <source>Those that were run agree</source>
        <translation>ما دُرس منها مطابق</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Before</source>
        <translation>قبل التعديل</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>بعد التعديل</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>حُذف</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation>صياغة</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>How the rules write it</source>
        <translation>نصّها في القواعد</translation>
    </message>
    <message>
        <source>How the rules write it: {what}</source>
        <translation>نصّها في القواعد: {what}</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>نسخ النص</translation>
    </message>
    <message>
        <source>{act}: {what}</source>
        <translation>{act}: {what}</translation>
    </message>
</context>
<context>
    <name>FiguresSection</name>
    <message>
        <source>Figures of the law</source>
        <translation>أرقام النظام</translation>
    </message>
    <message>
        <source>Figures never published</source>
        <translation>أرقام لم تُنشر</translation>
    </message>
    <message>
        <source>The law leaves them to a decision that was not published; no figure is guessed.</source>
        <translation>يتركها النظام لقرار لم يُنشر، فلا تُقدَّر بالظن.</translation>
    </message>
    <message>
        <source>Readings where sources conflict or are silent</source>
        <translation>القراءات حيث تعارضت المصادر أو سكتت</translation>
    </message>
    <message>
        <source>Unpublished</source>
        <translation>غير منشور</translation>
    </message>
    <message>
        <source>Name in the rules</source>
        <translation>الاسم في القواعد</translation>
    </message>
    <message>
        <source>Simulate a change of this figure</source>
        <translation>محاكاة تغيير هذا الرقم</translation>
    </message>
    <message>
        <source>unpublished</source>
        <translation>غير منشور</translation>
    </message>
    <message>
        <source>Beyond that</source>
        <translation>ما زاد على ذلك</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Where the table is written</source>
        <translation>سند الجدول</translation>
    </message>
    <message>
        <source>Simulate a change of this table</source>
        <translation>محاكاة تغيير هذا الجدول</translation>
    </message>
    <message>
        <source>Simulate another reading</source>
        <translation>محاكاة قراءة أخرى</translation>
    </message>
    <message>
        <source>Taken: {option}</source>
        <translation>المعتمد: {option}</translation>
    </message>
    <message>
        <source>The other reading: {others}</source>
        <translation>القراءة الأخرى: {others}</translation>
    </message>
</context>
<context>
    <name>ProgrammeColumns</name>
    <message>
        <source>Programme</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>سارٍ منذ</translation>
    </message>
    <message>
        <source>not today</source>
        <translation>غير سارٍ اليوم</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <source>Whose right</source>
        <translation>صاحب الاستحقاق</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>المعايير</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>درجة الثقة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>{share}% on official text</source>
        <translation>{share}٪ من نص رسمي</translation>
    </message>
</context>
<context>
    <name>ProgrammeView</name>
    <message>
        <source>Back to the programmes</source>
        <translation>العودة إلى البرامج</translation>
    </message>
    <message>
        <source>Back to the assessment</source>
        <translation>العودة إلى دراسة الأهلية</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Look in this tab</source>
        <translation>ابحث في هذا القسم</translation>
    </message>
    <message>
        <source>Look in this tab ({keys})</source>
        <translation>ابحث في هذا القسم ({keys})</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Benefits and documents</source>
        <translation>الاستحقاقات والمستندات</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <source>{version}, since {day}</source>
        <translation>{version}، منذ {day}</translation>
    </message>
</context>
<context>
    <name>ProgrammesScreen</name>
    <message>
        <source>Programmes</source>
        <translation>البرامج</translation>
    </message>
    <message>
        <source>There are no programmes here.</source>
        <translation>لا برامج هنا.</translation>
    </message>
    <message>
        <source>Programmes and their rules</source>
        <translation>البرامج وقواعدها</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>سارٍ</translation>
    </message>
    <message>
        <source>Not in force yet</source>
        <translation>لم يسرِ بعد</translation>
    </message>
    <message>
        <source>Of the past</source>
        <translation>انتهى العمل به</translation>
    </message>
    <message>
        <source>Rules of {version}</source>
        <translation>قواعد {version}</translation>
    </message>
    <message numerus="yes">
        <source>%n programme(s)</source>
        <translation>
            <numerusform>لا برامج</numerusform>
            <numerusform>برنامج واحد</numerusform>
            <numerusform>برنامجان</numerusform>
            <numerusform>%n برامج</numerusform>
            <numerusform>%n برنامجًا</numerusform>
            <numerusform>%n برنامج</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleCounts</name>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>لا معايير</numerusform>
            <numerusform>معيار واحد</numerusform>
            <numerusform>معياران</numerusform>
            <numerusform>%n معايير</numerusform>
            <numerusform>%n معيارًا</numerusform>
            <numerusform>%n معيار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n category(s)</source>
        <translation>
            <numerusform>لا فئات</numerusform>
            <numerusform>فئة واحدة</numerusform>
            <numerusform>فئتان</numerusform>
            <numerusform>%n فئات</numerusform>
            <numerusform>%n فئة</numerusform>
            <numerusform>%n فئة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>بلا أشهر</numerusform>
            <numerusform>شهر واحد</numerusform>
            <numerusform>شهران</numerusform>
            <numerusform>%n أشهر</numerusform>
            <numerusform>%n شهرًا</numerusform>
            <numerusform>%n شهر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>{confidence} {count}</source>
        <translation>{confidence} {count}</translation>
    </message>
    <message>
        <source>{law}, article {article}</source>
        <translation>{law}، المادة {article}</translation>
    </message>
    <message>
        <source>Source {source}</source>
        <translation>المصدر {source}</translation>
    </message>
    <message>
        <source>Published {day}</source>
        <translation>نُشر في {day}</translation>
    </message>
    <message>
        <source>in force since {first}</source>
        <translation>يسري منذ {first}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>سرى من {first} إلى {last}</translation>
    </message>
    <message>
        <source>for new applicants</source>
        <translation>للمتقدمين الجدد</translation>
    </message>
    <message>
        <source>for existing beneficiaries</source>
        <translation>للمستفيدين القائمين</translation>
    </message>
    <message>
        <source>A person’s own right</source>
        <translation>استحقاق للفرد نفسه</translation>
    </message>
    <message>
        <source>The household’s right</source>
        <translation>استحقاق للأسرة</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>المعيار</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>الجدول</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>الاستحقاق</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>الاستقطاع</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>المهلة</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>المصطلح</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>الصرف</translation>
    </message>
    <message>
        <source>With other programmes</source>
        <translation>مع البرامج الأخرى</translation>
    </message>
    <message>
        <source>Household’s total</source>
        <translation>مجموع الأسرة</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>التقريب</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Nothing here holds these words.</source>
        <translation>لا شيء هنا يحوي هذه الكلمات.</translation>
    </message>
</context>
<context>
    <name>SourcesSection</name>
    <message>
        <source>Assumptions</source>
        <translation>الافتراضات</translation>
    </message>
    <message>
        <source>No source settles these; the rules say what they assume and keep the other reading.</source>
        <translation>لا يحسمها مصدر؛ فتصرّح القواعد بما تفترضه وتحفظ القراءة الأخرى.</translation>
    </message>
    <message>
        <source>Source {source}</source>
        <translation>المصدر {source}</translation>
    </message>
    <message>
        <source>Nothing in this version rests on it.</source>
        <translation>لا يستند إليه شيء في هذا الإصدار.</translation>
    </message>
    <message>
        <source>Without an article</source>
        <translation>بلا مادة معيّنة</translation>
    </message>
    <message>
        <source>Article {article}</source>
        <translation>المادة {article}</translation>
    </message>
    <message>
        <source>{part}: {names}</source>
        <translation>{part}: {names}</translation>
    </message>
</context>
<context>
    <name>TextSection</name>
    <message>
        <source>What everybody must meet</source>
        <translation>ما يُشترط في الجميع</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>المعايير</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>الفئة: {name}</translation>
    </message>
    <message>
        <source>Whoever belongs to any one of the categories and meets what it asks has the right.</source>
        <translation>من دخل في إحدى الفئات واستوفى ما تشترطه ثبت له الاستحقاق.</translation>
    </message>
    <message>
        <source>Terms that the rules use</source>
        <translation>المصطلحات التي تستعملها القواعد</translation>
    </message>
    <message>
        <source>The condition</source>
        <translation>الشرط</translation>
    </message>
    <message>
        <source>It applies only if</source>
        <translation>لا ينطبق إلا إذا</translation>
    </message>
    <message>
        <source>Not met: {sentence}</source>
        <translation>غير مستوفى: {sentence}</translation>
    </message>
    <message>
        <source>Who belongs to it</source>
        <translation>من يدخل فيها</translation>
    </message>
    <message>
        <source>What it pays</source>
        <translation>ما تستحقه الفئة</translation>
    </message>
    <message>
        <source>Reckoned as ({name})</source>
        <translation>طريقة حسابه ({name})</translation>
    </message>
    <message>
        <source>Other programmes that it asks</source>
        <translation>برامج أخرى يرجع إليها</translation>
    </message>
    <message>
        <source>Rules of {version}</source>
        <translation>قواعد {version}</translation>
    </message>
</context>
<context>
    <name>VersionsSection</name>
    <message>
        <source>Rules of {version}</source>
        <translation>قواعد {version}</translation>
    </message>
    <message>
        <source>The version that is shown</source>
        <translation>الإصدار المعروض</translation>
    </message>
    <message>
        <source>Show this version</source>
        <translation>عرض هذا الإصدار</translation>
    </message>
    <message>
        <source>The first version that the rules hold.</source>
        <translation>أول إصدار تحفظه القواعد.</translation>
    </message>
    <message>
        <source>It amends the rules of {version}.</source>
        <translation>يعدّل قواعد {version}.</translation>
    </message>
    <message numerus="yes">
        <source>What changed from the rules of {version}: %n thing(s)</source>
        <translation>
            <numerusform>لم يتغير شيء عن قواعد {version}</numerusform>
            <numerusform>ما تغيّر عن قواعد {version}: أمر واحد</numerusform>
            <numerusform>ما تغيّر عن قواعد {version}: أمران</numerusform>
            <numerusform>ما تغيّر عن قواعد {version}: %n أمور</numerusform>
            <numerusform>ما تغيّر عن قواعد {version}: %n أمرًا</numerusform>
            <numerusform>ما تغيّر عن قواعد {version}: %n أمر</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in force yet</source>
        <translation>لم يسرِ بعد</translation>
    </message>
    <message>
        <source>Of the past</source>
        <translation>انتهى العمل به</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>سارٍ</translation>
    </message>
</context>
</TS>
