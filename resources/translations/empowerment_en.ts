<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CourseView</name>
    <message numerus="yes">
        <source>%n more, whose files you do not see</source>
        <translation>
            <numerusform>%n more, whose file you do not see</numerusform>
            <numerusform>%n more, whose files you do not see</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoursesScreen</name>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n course</numerusform>
            <numerusform>%n courses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatWords</name>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>%n seat left</numerusform>
            <numerusform>%n seats left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No seat left, %n waiting</source>
        <translation>
            <numerusform>No seat left, %n waiting</numerusform>
            <numerusform>No seat left, %n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
