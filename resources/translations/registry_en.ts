<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HistoryBar</name>
    <message numerus="yes">
        <source>{shown} of %n version(s)</source>
        <translation>
            <numerusform>{shown} of %n version</numerusform>
            <numerusform>{shown} of %n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation>
            <numerusform>%n earlier version</numerusform>
            <numerusform>%n earlier versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HouseholdsScreen</name>
    <message numerus="yes">
        <source>%n file(s) in the list</source>
        <translation>
            <numerusform>%n file in the list</numerusform>
            <numerusform>%n files in the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message numerus="yes">
        <source>%n row(s) were written to {file}.</source>
        <translation>
            <numerusform>%n row was written to {file}.</numerusform>
            <numerusform>%n rows were written to {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberRow</name>
    <message numerus="yes">
        <source>%n fact(s) not known</source>
        <translation>
            <numerusform>%n fact not known</numerusform>
            <numerusform>%n facts not known</numerusform>
        </translation>
    </message>
</context>
</TS>
