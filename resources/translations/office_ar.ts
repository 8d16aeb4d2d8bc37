<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>PreferencesScreen</name>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>They are yours on this machine and take effect at once.</source>
        <translation>تخصّك على هذا الجهاز، ويبدأ العمل بها فورًا.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Leading calendar</source>
        <translation>التقويم المقدَّم</translation>
    </message>
    <message>
        <source>Hijri, Umm al-Qura</source>
        <translation>الهجري (أم القرى)</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <translation>الميلادي</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>حسب إعداد الجهاز</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم الخط</translation>
    </message>
    <message>
        <source>{size}%</source>
        <translation>{size}٪</translation>
    </message>
    <message>
        <source>Rows of lists</source>
        <translation>صفوف القوائم</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>متباعدة</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>متقاربة</translation>
    </message>
    <message>
        <source>Lock the window after</source>
        <translation>قفل النافذة بعد</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
</context>
</TS>
