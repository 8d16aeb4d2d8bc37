<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ClaimBar</name>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
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
    <message>
        <source>{category}: {outcome}</source>
        <translation>{category}: {outcome}</translation>
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
        <source>Law</source>
        <translation>السند</translation>
    </message>
    <message>
        <source>source {source}</source>
        <translation>المصدر {source}</translation>
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
        <source>{amount} in all</source>
        <translation>الإجمالي {amount}</translation>
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
        <source>Reset</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>The household</source>
        <translation>الأسرة</translation>
    </message>
    <message>
        <source>new: {fact}</source>
        <translation>جديد: {fact}</translation>
    </message>
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
</TS>
