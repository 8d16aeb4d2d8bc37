<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AmendmentCard</name>
    <message numerus="yes">
        <source>and %n more change(s)</source>
        <translation>
            <numerusform>and %n more change</numerusform>
            <numerusform>and %n more changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message numerus="yes">
        <source>%n fact(s) still to choose</source>
        <translation>
            <numerusform>%n fact still to choose</numerusform>
            <numerusform>%n facts still to choose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultList</name>
    <message numerus="yes">
        <source>%n thing(s) to mend before it can be saved</source>
        <translation>
            <numerusform>%n thing to mend before it can be saved</numerusform>
            <numerusform>%n things to mend before it can be saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) worth a second look; they stand in the way of nothing</source>
        <translation>
            <numerusform>%n thing worth a second look; it stands in the way of nothing</numerusform>
            <numerusform>%n things worth a second look; they stand in the way of nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message numerus="yes">
        <source>{answered} of %n fact(s) filled in</source>
        <translation>
            <numerusform>{answered} of %n fact filled in</numerusform>
            <numerusform>{answered} of %n facts filled in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryBar</name>
    <message numerus="yes">
        <source>{shown} of %n record(s)</source>
        <translation>
            <numerusform>{shown} of %n record</numerusform>
            <numerusform>{shown} of %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message numerus="yes">
        <source>%n earlier record(s)</source>
        <translation>
            <numerusform>%n earlier record</numerusform>
            <numerusform>%n earlier records</numerusform>
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
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
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
<context>
    <name>OfferPanel</name>
    <message numerus="yes">
        <source>You have %n amendment(s) of this file that are not finished</source>
        <translation>
            <numerusform>You have an amendment of this file that is not finished</numerusform>
            <numerusform>You have %n amendments of this file that are not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n registration(s) that are not finished</source>
        <translation>
            <numerusform>You have a registration that is not finished</numerusform>
            <numerusform>You have %n registrations that are not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Amend anew (%n draft(s) stay)</source>
        <translation>
            <numerusform>Amend anew (the draft stays)</numerusform>
            <numerusform>Amend anew (the drafts stay)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Begin anew (%n draft(s) stay)</source>
        <translation>
            <numerusform>Begin anew (the draft stays)</numerusform>
            <numerusform>Begin anew (the drafts stay)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepStates</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known yet</source>
        <translation>
            <numerusform>%n not known yet</numerusform>
            <numerusform>%n not known yet</numerusform>
        </translation>
    </message>
</context>
</TS>
