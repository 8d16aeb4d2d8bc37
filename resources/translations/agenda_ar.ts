<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>DueWords</name>
    <message>
        <source>Household of {head}</source>
        <translation>أسرة {head}</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>{taken} of {seats} seats taken</source>
        <translation>شُغل {taken} من {seats} من المقاعد</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>تأخر أقل من يوم</numerusform>
            <numerusform>تأخر يومًا</numerusform>
            <numerusform>تأخر يومين</numerusform>
            <numerusform>تأخر %n أيام</numerusform>
            <numerusform>تأخر %n يومًا</numerusform>
            <numerusform>تأخر %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation>ينتهي اليوم</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>بعد أقل من يوم</numerusform>
            <numerusform>بعد يوم</numerusform>
            <numerusform>بعد يومين</numerusform>
            <numerusform>بعد %n أيام</numerusform>
            <numerusform>بعد %n يومًا</numerusform>
            <numerusform>بعد %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>قبل {day}</translation>
    </message>
</context>
<context>
    <name>MyDeskScreen</name>
    <message>
        <source>What is due</source>
        <translation>الأعمال المستحقة</translation>
    </message>
    <message>
        <source>Nothing is due today. A good day.</source>
        <translation>لا عمل ينتظرك اليوم. يومك طيب.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الأسرة أو الموضوع</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>الأجل</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>You stopped the reading.</source>
        <translation>أوقفتَ القراءة.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>القراءة من جديد</translation>
    </message>
    <message>
        <source>Good day, {name}</source>
        <translation>طاب يومك، {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do</source>
        <translation>
            <numerusform>لا عمل</numerusform>
            <numerusform>عمل واحد</numerusform>
            <numerusform>عملان</numerusform>
            <numerusform>%n أعمال</numerusform>
            <numerusform>%n عملًا</numerusform>
            <numerusform>%n عمل</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>لا عمل ينتظر</translation>
    </message>
    <message numerus="yes">
        <source>%n of them due today or late</source>
        <translation>
            <numerusform>لم يحلّ أجل شيء منها</numerusform>
            <numerusform>واحد منها حلّ أجله</numerusform>
            <numerusform>اثنان منها حلّ أجلهما</numerusform>
            <numerusform>%n منها حلّت آجالها</numerusform>
            <numerusform>%n منها حلّت آجالها</numerusform>
            <numerusform>%n منها حلّت آجالها</numerusform>
        </translation>
    </message>
</context>
</TS>
