<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CasesSection</name>
    <message numerus="yes">
        <source>%n case(s) differ</source>
        <translation>
            <numerusform>%n case differs</numerusform>
            <numerusform>%n cases differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgrammesScreen</name>
    <message numerus="yes">
        <source>%n programme(s)</source>
        <translation>
            <numerusform>%n programme</numerusform>
            <numerusform>%n programmes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleCounts</name>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n category(s)</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsSection</name>
    <message numerus="yes">
        <source>What changed from the rules of {version}: %n thing(s)</source>
        <translation>
            <numerusform>What changed from the rules of {version}: %n thing</numerusform>
            <numerusform>What changed from the rules of {version}: %n things</numerusform>
        </translation>
    </message>
</context>
</TS>
