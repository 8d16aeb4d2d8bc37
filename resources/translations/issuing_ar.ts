<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>CheckView</name>
    <message>
        <source>Back to the documents</source>
        <translation>العودة إلى الوثائق</translation>
    </message>
    <message>
        <source>Text of the code, as the scanner read it</source>
        <translation>نص الرمز كما قرأه الماسح</translation>
    </message>
    <message>
        <source>Scan the printed code into the field, or choose the document’s own file.</source>
        <translation>امسح الرمز المطبوع في الحقل، أو اختر ملف الوثيقة نفسه.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>تحقّق</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>See it in the register</source>
        <translation>عرضها في السجل</translation>
    </message>
    <message>
        <source>Check a document</source>
        <translation>التحقق من وثيقة</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>رقم الوثيقة</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>File number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>تاريخ الإصدار</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>سارية حتى</translation>
    </message>
    <message>
        <source>Amount certified</source>
        <translation>المبلغ المشهود به</translation>
    </message>
    <message>
        <source>Choose the document’s file</source>
        <translation>اختيار ملف الوثيقة</translation>
    </message>
</context>
<context>
    <name>CopyWords</name>
    <message numerus="yes">
        <source>Reprinted %n time(s)</source>
        <translation>
            <numerusform>لم تُعد طباعتها</numerusform>
            <numerusform>أُعيدت طباعتها مرة</numerusform>
            <numerusform>أُعيدت طباعتها مرتين</numerusform>
            <numerusform>أُعيدت طباعتها %n مرات</numerusform>
            <numerusform>أُعيدت طباعتها %n مرة</numerusform>
            <numerusform>أُعيدت طباعتها %n مرة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingOut</name>
    <message>
        <source>Document {serial} was sent to the printer.</source>
        <translation>أُرسلت الوثيقة {serial} إلى الطابعة.</translation>
    </message>
    <message>
        <source>The document was written to {file}.</source>
        <translation>كُتبت الوثيقة في {file}.</translation>
    </message>
</context>
<context>
    <name>HouseholdDocumentsTab</name>
    <message>
        <source>Documents issued for this household</source>
        <translation>الوثائق الصادرة لهذه الأسرة</translation>
    </message>
    <message>
        <source>Nothing was issued for this household yet.</source>
        <translation>لم تصدر لهذه الأسرة وثيقة بعد.</translation>
    </message>
</context>
<context>
    <name>IssueView</name>
    <message>
        <source>Back to the documents</source>
        <translation>العودة إلى الوثائق</translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation>إصدار وطباعة</translation>
    </message>
    <message>
        <source>Issued as {serial} and kept in the register.</source>
        <translation>صدرت برقم {serial} وحُفظت في السجل.</translation>
    </message>
    <message>
        <source>The document is being issued…</source>
        <translation>يجري إصدار الوثيقة…</translation>
    </message>
</context>
<context>
    <name>IssuedDocumentsScreen</name>
    <message>
        <source>Check a document</source>
        <translation>التحقق من وثيقة</translation>
    </message>
    <message>
        <source>Check a document ({keys})</source>
        <translation>التحقق من وثيقة ({keys})</translation>
    </message>
    <message>
        <source>Serial or file number, or a part of it</source>
        <translation>رقم الوثيقة أو رقم الملف، أو جزء منه</translation>
    </message>
    <message>
        <source>Look for a document</source>
        <translation>البحث عن وثيقة</translation>
    </message>
    <message>
        <source>Issued documents</source>
        <translation>الوثائق الصادرة</translation>
    </message>
    <message>
        <source>No document has been issued yet. Documents are issued from a household’s file.</source>
        <translation>لم تصدر وثيقة بعد؛ تصدر الوثائق من ملف الأسرة.</translation>
    </message>
    <message numerus="yes">
        <source>%n serial(s) were reserved and never finished.</source>
        <translation>
            <numerusform>لا أرقام محجوزة لم يكتمل إصدارها.</numerusform>
            <numerusform>رقم واحد حُجز ولم يكتمل إصداره.</numerusform>
            <numerusform>رقمان حُجزا ولم يكتمل إصدارهما.</numerusform>
            <numerusform>%n أرقام حُجزت ولم يكتمل إصدارها.</numerusform>
            <numerusform>%n رقمًا حُجز ولم يكتمل إصداره.</numerusform>
            <numerusform>%n رقم حُجز ولم يكتمل إصداره.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why…</source>
        <translation>بيان السبب…</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) in the list</source>
        <translation>
            <numerusform>لا وثائق في القائمة</numerusform>
            <numerusform>وثيقة واحدة في القائمة</numerusform>
            <numerusform>وثيقتان في القائمة</numerusform>
            <numerusform>%n وثائق في القائمة</numerusform>
            <numerusform>%n وثيقة في القائمة</numerusform>
            <numerusform>%n وثيقة في القائمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssuedView</name>
    <message>
        <source>Back to the documents</source>
        <translation>العودة إلى الوثائق</translation>
    </message>
    <message>
        <source>Reprint…</source>
        <translation>إعادة الطباعة…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>إلغاء الوثيقة…</translation>
    </message>
    <message>
        <source>The household’s file</source>
        <translation>ملف الأسرة</translation>
    </message>
    <message>
        <source>The stored file is, byte for byte, the one that was issued.</source>
        <translation>الملف المحفوظ هو الملف الصادر نفسه دون أي تغيير.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>صاحب الوثيقة</translation>
    </message>
    <message>
        <source>File number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>تاريخ الإصدار</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>الإلغاء</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>أصدرها</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>سارية حتى</translation>
    </message>
    <message>
        <source>{when} by {who}: {reason}</source>
        <translation>{when}، {who}: {reason}</translation>
    </message>
    <message>
        <source>{when} by {who}, to {collector} ({relation}): {reason}</source>
        <translation>{when}، سُلّمت على يد {who} إلى {collector} ({relation}): {reason}</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>النسخة {number}</translation>
    </message>
    <message>
        <source>Document {serial} was withdrawn.</source>
        <translation>أُلغيت الوثيقة {serial}.</translation>
    </message>
</context>
<context>
    <name>OfferCards</name>
    <message>
        <source>Issue…</source>
        <translation>إصدار…</translation>
    </message>
    <message>
        <source>{about} for {person}</source>
        <translation>{about}، {person}</translation>
    </message>
    <message numerus="yes">
        <source>{about}, and %n more</source>
        <translation>
            <numerusform>{about}</numerusform>
            <numerusform>{about}، وواحدة أخرى</numerusform>
            <numerusform>{about}، واثنتان أخريان</numerusform>
            <numerusform>{about}، و%n أخرى</numerusform>
            <numerusform>{about}، و%n أخرى</numerusform>
            <numerusform>{about}، و%n أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperChoices</name>
    <message>
        <source>About</source>
        <translation>موضوع الوثيقة</translation>
    </message>
    <message>
        <source>Day asked about</source>
        <translation>اليوم المسؤول عنه</translation>
    </message>
    <message>
        <source>Whose income</source>
        <translation>صاحب الدخل</translation>
    </message>
    <message>
        <source>New income</source>
        <translation>الدخل الجديد</translation>
    </message>
    <message>
        <source>If left empty, the monthly support is assumed.</source>
        <translation>إن تُرك فارغًا افتُرض بقدر الدعم الشهري.</translation>
    </message>
    <message>
        <source>How often it comes in</source>
        <translation>دورية الدخل</translation>
    </message>
    <message>
        <source>From the month of</source>
        <translation>ابتداءً من شهر</translation>
    </message>
    <message>
        <source>If left empty, it begins next month.</source>
        <translation>إن تُرك فارغًا فمن الشهر القادم.</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>لغة الوثيقة</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Addressed to</source>
        <translation>موجهة إلى</translation>
    </message>
    <message>
        <source>If left empty, it is addressed to whom it may concern.</source>
        <translation>إن تُرك فارغًا وُجّهت إلى من يهمه الأمر.</translation>
    </message>
    <message>
        <source>{about}, {day}</source>
        <translation>{about}، {day}</translation>
    </message>
    <message>
        <source>{about}, {person}, {day}</source>
        <translation>{about}، {person}، {day}</translation>
    </message>
</context>
<context>
    <name>PaperColumns</name>
    <message>
        <source>Holder</source>
        <translation>صاحب الوثيقة</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>رقم الوثيقة</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>By</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>The last 365 days</source>
        <translation>آخر 365 يومًا</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Issued</source>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>Never finished</source>
        <translation>لم يكتمل إصدارها</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>ملغاة</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ReprintForm</name>
    <message>
        <source>Who takes the copy</source>
        <translation>مستلم النسخة</translation>
    </message>
    <message>
        <source>What they are to the holder</source>
        <translation>صفته لدى صاحب الوثيقة</translation>
    </message>
    <message>
        <source>The holder in person, a son, an agent…</source>
        <translation>صاحب الوثيقة نفسه، أو ابنه، أو وكيله…</translation>
    </message>
    <message>
        <source>Reprint document {serial}</source>
        <translation>إعادة طباعة الوثيقة {serial}</translation>
    </message>
    <message>
        <source>The stored file of {holder} is handed out again as it is; the register keeps why and to whom.</source>
        <translation>يُسلَّم ملف {holder} المحفوظ كما هو مرة أخرى، ويحفظ السجل السبب والمستلم.</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>إعادة الطباعة</translation>
    </message>
</context>
<context>
    <name>UnfinishedForm</name>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Serials that were never finished</source>
        <translation>أرقام لم يكتمل إصدارها</translation>
    </message>
    <message>
        <source>A machine or the network broke off while they were being issued. No paper was handed out under them.</source>
        <translation>انقطع الجهاز أو الشبكة أثناء إصدارها، ولم تُسلَّم ورقة بأي منها.</translation>
    </message>
    <message>
        <source>Void them</source>
        <translation>إلغاؤها</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>{serial}: {kind}, {who}, {when}</source>
        <translation>{serial}: {kind}، {who}، {when}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا رقم سواها</numerusform>
            <numerusform>ورقم آخر</numerusform>
            <numerusform>ورقمان آخران</numerusform>
            <numerusform>و%n أرقام أخرى</numerusform>
            <numerusform>و%n رقمًا آخر</numerusform>
            <numerusform>و%n رقم آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>Withdraw document {serial}</source>
        <translation>إلغاء الوثيقة {serial}</translation>
    </message>
    <message>
        <source>Whoever checks it from now on is told not to rely on it. It cannot be made to count again.</source>
        <translation>يُنبَّه كل من يتحقق منها بعد الآن إلى عدم اعتمادها، ولا يمكن إعادتها سارية.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>إلغاء الوثيقة</translation>
    </message>
</context>
</TS>
