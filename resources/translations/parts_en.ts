<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>%n row chosen</numerusform>
            <numerusform>%n rows chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n row(s)</source>
        <translation>
            <numerusform>{shown} of %n row</numerusform>
            <numerusform>{shown} of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rows {first} to {last} of %n</source>
        <translation>
            <numerusform>Rows {first} to {last} of %n</numerusform>
            <numerusform>Rows {first} to {last} of %n</numerusform>
        </translation>
    </message>
</context>
</TS>
