<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>PagedModel</name>
    <message>
        <source>Could not be read</source>
        <translation>تعذرت القراءة</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
</context>
<context>
    <name>StateStack</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>{done} of {of}</source>
        <translation>{done} من {of}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>The office’s database cannot be reached. What you typed is kept on this machine; try again.</source>
        <translation>تعذر الوصول إلى قاعدة بيانات المكتب. ما كتبته محفوظ على هذا الجهاز؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Tab {number} of {count}</source>
        <translation>لسان {number} من {count}</translation>
    </message>
</context>
</TS>
