<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CopyWords</name>
    <message numerus="yes">
        <source>Reprinted %n time(s)</source>
        <translation>
            <numerusform>Reprinted once</numerusform>
            <numerusform>Reprinted %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssuedDocumentsScreen</name>
    <message numerus="yes">
        <source>%n serial(s) were reserved and never finished.</source>
        <translation>
            <numerusform>%n serial was reserved and never finished.</numerusform>
            <numerusform>%n serials were reserved and never finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) in the list</source>
        <translation>
            <numerusform>%n document in the list</numerusform>
            <numerusform>%n documents in the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferCards</name>
    <message numerus="yes">
        <source>{about}, and %n more</source>
        <translation>
            <numerusform>{about}, and %n more</numerusform>
            <numerusform>{about}, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnfinishedForm</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
