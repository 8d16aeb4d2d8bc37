<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CriteriaCard</name>
    <message numerus="yes">
        <source>%n other category(s), not met</source>
        <translation>
            <numerusform>%n other category, not met</numerusform>
            <numerusform>%n other categories, not met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) not applicable</source>
        <translation>
            <numerusform>%n criterion not applicable</numerusform>
            <numerusform>%n criteria not applicable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroundsCard</name>
    <message numerus="yes">
        <source>%n reading(s) taken where sources conflict</source>
        <translation>
            <numerusform>%n reading taken where sources conflict</numerusform>
            <numerusform>%n readings taken where sources conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) presumed, nothing being on record</source>
        <translation>
            <numerusform>%n fact presumed, nothing being on record</numerusform>
            <numerusform>%n facts presumed, nothing being on record</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgrammeRow</name>
    <message numerus="yes">
        <source>%n fact(s) lacking</source>
        <translation>
            <numerusform>%n fact lacking</numerusform>
            <numerusform>%n facts lacking</numerusform>
        </translation>
    </message>
</context>
</TS>
