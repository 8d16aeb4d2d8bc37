<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CaseloadCounts</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>%n household</numerusform>
            <numerusform>%n households</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) were assessed</source>
        <translation>
            <numerusform>%n household was assessed</numerusform>
            <numerusform>%n households were assessed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) could not be assessed</source>
        <translation>
            <numerusform>%n household could not be assessed</numerusform>
            <numerusform>%n households could not be assessed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed file(s) left alone</source>
        <translation>
            <numerusform>%n closed file left alone</numerusform>
            <numerusform>%n closed files left alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the amount of %n household(s) is not wholly known</source>
        <translation>
            <numerusform>the amount of %n household is not wholly known</numerusform>
            <numerusform>the amounts of %n households are not wholly known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) put on the list of work</source>
        <translation>
            <numerusform>%n thing put on the list of work</numerusform>
            <numerusform>%n things put on the list of work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) a second</source>
        <translation>
            <numerusform>%n household a second</numerusform>
            <numerusform>%n households a second</numerusform>
        </translation>
    </message>
</context>
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
    <name>EveryProgrammeScreen</name>
    <message numerus="yes">
        <source>eligible under %n programme(s)</source>
        <translation>
            <numerusform>eligible under %n programme</numerusform>
            <numerusform>eligible under %n programmes</numerusform>
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
<context>
    <name>RankCounts</name>
    <message numerus="yes">
        <source>%n family(s)</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimulationCounts</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>%n household</numerusform>
            <numerusform>%n households</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) changed</source>
        <translation>
            <numerusform>%n figure changed</numerusform>
            <numerusform>%n figures changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) become eligible</source>
        <translation>
            <numerusform>%n household becomes eligible</numerusform>
            <numerusform>%n households become eligible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) lose eligibility</source>
        <translation>
            <numerusform>%n household loses eligibility</numerusform>
            <numerusform>%n households lose eligibility</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) lose</source>
        <translation>
            <numerusform>%n household loses</numerusform>
            <numerusform>%n households lose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) gain</source>
        <translation>
            <numerusform>%n household gains</numerusform>
            <numerusform>%n households gain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing changes for %n household(s)</source>
        <translation>
            <numerusform>nothing changes for %n household</numerusform>
            <numerusform>nothing changes for %n households</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the effect on %n household(s) is not known</source>
        <translation>
            <numerusform>the effect on %n household is not known</numerusform>
            <numerusform>the effect on %n households is not known</numerusform>
        </translation>
    </message>
</context>
</TS>
