<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ActForm</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>CancelForm</name>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Cancel “{course}”</source>
        <translation>إلغاء دورة «{course}»</translation>
    </message>
    <message>
        <source>It cannot be opened again. Whoever is enrolled or waits is to be told, with the reason.</source>
        <translation>لا يمكن فتحها بعد ذلك، ويُبلَّغ المسجلون والمنتظرون بالسبب.</translation>
    </message>
    <message>
        <source>Cancel the course</source>
        <translation>إلغاء الدورة</translation>
    </message>
</context>
<context>
    <name>ConditionsView</name>
    <message>
        <source>The course sets no conditions.</source>
        <translation>لا شروط لهذه الدورة.</translation>
    </message>
    <message>
        <source>Record: {fact}</source>
        <translation>تسجيل بيان: {fact}</translation>
    </message>
</context>
<context>
    <name>CourseActs</name>
    <message>
        <source>Enrolment in “{course}” is closed.</source>
        <translation>أُغلق التسجيل في دورة «{course}».</translation>
    </message>
    <message>
        <source>“{course}” is open again.</source>
        <translation>أُعيد فتح التسجيل في دورة «{course}».</translation>
    </message>
    <message>
        <source>“{course}” was cancelled.</source>
        <translation>أُلغيت دورة «{course}».</translation>
    </message>
    <message>
        <source>{person}: {place}</source>
        <translation>{person}: {place}</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>طباعة القسيمة</translation>
    </message>
    <message>
        <source>{person} gave the place up.</source>
        <translation>سُجّل انسحاب {person}.</translation>
    </message>
    <message>
        <source>Seat {seat} went to the first who waited, whose file you do not see.</source>
        <translation>صار المقعد {seat} لأول المنتظرين، ولا يظهر لك ملفه.</translation>
    </message>
    <message>
        <source>Seat {seat} went to {person}; it stands on the desk to tell them.</source>
        <translation>صار المقعد {seat} من نصيب {person}، وأُدرج إبلاغ الأسرة في أعمال اليوم.</translation>
    </message>
</context>
<context>
    <name>CourseColumns</name>
    <message>
        <source>Course</source>
        <translation>الدورة</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>تبدأ</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>CourseView</name>
    <message>
        <source>It sets no conditions.</source>
        <translation>لا شروط لها.</translation>
    </message>
    <message>
        <source>Back to the courses</source>
        <translation>العودة إلى الدورات</translation>
    </message>
    <message>
        <source>Enrol somebody…</source>
        <translation>تسجيل فرد…</translation>
    </message>
    <message>
        <source>Close enrolment</source>
        <translation>إغلاق التسجيل</translation>
    </message>
    <message>
        <source>Reopen enrolment</source>
        <translation>إعادة فتح التسجيل</translation>
    </message>
    <message>
        <source>Change the seats…</source>
        <translation>تغيير المقاعد…</translation>
    </message>
    <message>
        <source>Cancel the course…</source>
        <translation>إلغاء الدورة…</translation>
    </message>
    <message>
        <source>The course</source>
        <translation>الدورة</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>الشروط</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>المسجلون</translation>
    </message>
    <message>
        <source>Waiting list, in order</source>
        <translation>قائمة الانتظار بالترتيب</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>الجهة المقدمة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>For</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Cancelled because</source>
        <translation>سبب الإلغاء</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.</source>
        <translation>لم يُسجَّل أحد بعد.</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>لا أحد في الانتظار.</translation>
    </message>
    <message numerus="yes">
        <source>%n more, whose files you do not see</source>
        <translation>
            <numerusform>ولا أحد سواهم</numerusform>
            <numerusform>وواحد آخر لا يظهر لك ملفه</numerusform>
            <numerusform>واثنان آخران لا يظهر لك ملفاهما</numerusform>
            <numerusform>و%n آخرون لا تظهر لك ملفاتهم</numerusform>
            <numerusform>و%n آخرون لا تظهر لك ملفاتهم</numerusform>
            <numerusform>و%n آخرون لا تظهر لك ملفاتهم</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>انسحاب…</translation>
    </message>
</context>
<context>
    <name>CourseWords</name>
    <message>
        <source>from {first} to {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
    <message>
        <source>{taken} of {seats} taken</source>
        <translation>المشغول {taken} من {seats}</translation>
    </message>
    <message>
        <source>None of {seats} taken</source>
        <translation>لم يُشغل أيٌّ من {seats}</translation>
    </message>
    <message>
        <source>No seat left</source>
        <translation>لا مقاعد باقية</translation>
    </message>
    <message>
        <source>Seat {number}</source>
        <translation>المقعد {number}</translation>
    </message>
    <message>
        <source>Number {number} on the waiting list</source>
        <translation>الترتيب {number} في قائمة الانتظار</translation>
    </message>
    <message>
        <source>Cannot enrol now</source>
        <translation>لا يمكن التسجيل الآن</translation>
    </message>
    <message>
        <source>May enrol</source>
        <translation>يمكن تسجيله</translation>
    </message>
    <message>
        <source>A fact is lacking</source>
        <translation>ينقصه بيان</translation>
    </message>
    <message>
        <source>Conditions not met</source>
        <translation>لم تُستوفَ الشروط</translation>
    </message>
</context>
<context>
    <name>CoursesScreen</name>
    <message>
        <source>Offer a course</source>
        <translation>طرح دورة</translation>
    </message>
    <message>
        <source>Offer a course ({keys})</source>
        <translation>طرح دورة ({keys})</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>الدورات</translation>
    </message>
    <message>
        <source>The office offers no course at present.</source>
        <translation>لا يطرح المكتب دورات الآن.</translation>
    </message>
    <message>
        <source>Empowerment</source>
        <translation>التمكين</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>لا دورات</numerusform>
            <numerusform>دورة واحدة</numerusform>
            <numerusform>دورتان</numerusform>
            <numerusform>%n دورات</numerusform>
            <numerusform>%n دورة</numerusform>
            <numerusform>%n دورة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnrolForm</name>
    <message>
        <source>Households found</source>
        <translation>الأسر التي عُثر عليها</translation>
    </message>
    <message>
        <source>Type a name or a number to find the household.</source>
        <translation>اكتب اسمًا أو رقمًا للبحث عن الأسرة.</translation>
    </message>
    <message>
        <source>Enrol somebody</source>
        <translation>تسجيل فرد</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Enrol in “{course}”</source>
        <translation>التسجيل في دورة «{course}»</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>لم يُعثر على شيء.</translation>
    </message>
</context>
<context>
    <name>EnrolmentRow</name>
    <message>
        <source>File {number}, enrolled on {day}</source>
        <translation>الملف {number}، سُجّل في {day}</translation>
    </message>
    <message>
        <source>{person}, {days}, enrolled on {day}</source>
        <translation>{person}، {days}، سُجّل في {day}</translation>
    </message>
    <message>
        <source>{said}; withdrew: {reason}</source>
        <translation>{said}، وسبب الانسحاب: {reason}</translation>
    </message>
</context>
<context>
    <name>HouseholdCoursesTab</name>
    <message>
        <source>Enrolments</source>
        <translation>التسجيل في الدورات</translation>
    </message>
    <message>
        <source>Courses on offer to</source>
        <translation>الدورات المتاحة للفرد</translation>
    </message>
    <message>
        <source>Nobody of this household was enrolled in a course yet.</source>
        <translation>لم يُسجَّل أحد من هذه الأسرة في دورة بعد.</translation>
    </message>
    <message>
        <source>No course of the office takes people in at present.</source>
        <translation>لا دورة في المكتب مفتوحة للتسجيل الآن.</translation>
    </message>
    <message>
        <source>Slip…</source>
        <translation>القسيمة…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>انسحاب…</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>الدورة</translation>
    </message>
    <message>
        <source>{person} in “{course}”: {place}</source>
        <translation>{person} في دورة «{course}»: {place}</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>طباعة القسيمة</translation>
    </message>
    <message>
        <source>{person} gave the place up.</source>
        <translation>سُجّل انسحاب {person}.</translation>
    </message>
    <message>
        <source>Seat {seat} went to {person}.</source>
        <translation>صار المقعد {seat} من نصيب {person}.</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Offer a course</source>
        <translation>طرح دورة</translation>
    </message>
    <message>
        <source>It is open for enrolment as soon as it is offered.</source>
        <translation>يُفتح التسجيل فيها فور طرحها.</translation>
    </message>
    <message>
        <source>Offer the course</source>
        <translation>طرح الدورة</translation>
    </message>
    <message>
        <source>Title in Arabic</source>
        <translation>اسم الدورة بالعربية</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>اسم الدورة بالإنجليزية</translation>
    </message>
    <message>
        <source>Provider in Arabic</source>
        <translation>الجهة المقدمة بالعربية</translation>
    </message>
    <message>
        <source>Provider in English</source>
        <translation>الجهة المقدمة بالإنجليزية</translation>
    </message>
    <message>
        <source>Place in Arabic</source>
        <translation>المكان بالعربية</translation>
    </message>
    <message>
        <source>Place in English</source>
        <translation>المكان بالإنجليزية</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>For</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>الشروط</translation>
    </message>
</context>
<context>
    <name>OpeningCard</name>
    <message>
        <source>Enrol</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Put on the waiting list</source>
        <translation>إضافة إلى قائمة الانتظار</translation>
    </message>
</context>
<context>
    <name>SeatWords</name>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation>
            <numerusform>لا مقاعد باقية</numerusform>
            <numerusform>بقي مقعد واحد</numerusform>
            <numerusform>بقي مقعدان</numerusform>
            <numerusform>بقيت %n مقاعد</numerusform>
            <numerusform>بقي %n مقعدًا</numerusform>
            <numerusform>بقي %n مقعد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No seat left, %n waiting</source>
        <translation>
            <numerusform>لا مقاعد باقية</numerusform>
            <numerusform>لا مقاعد باقية، وواحد في الانتظار</numerusform>
            <numerusform>لا مقاعد باقية، واثنان في الانتظار</numerusform>
            <numerusform>لا مقاعد باقية، و%n في الانتظار</numerusform>
            <numerusform>لا مقاعد باقية، و%n في الانتظار</numerusform>
            <numerusform>لا مقاعد باقية، و%n في الانتظار</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatsForm</name>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Seats of “{course}”</source>
        <translation>مقاعد دورة «{course}»</translation>
    </message>
    <message>
        <source>New seats go at once to those who have waited longest.</source>
        <translation>تذهب المقاعد الجديدة فورًا إلى الأقدم في قائمة الانتظار.</translation>
    </message>
    <message>
        <source>Change the seats</source>
        <translation>تغيير المقاعد</translation>
    </message>
</context>
<context>
    <name>WithdrawalForm</name>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>{person} gives up “{course}”</source>
        <translation>انسحاب {person} من دورة «{course}»</translation>
    </message>
    <message>
        <source>The seat goes at once to whoever has waited longest, and the office is asked to tell them.</source>
        <translation>يذهب المقعد فورًا إلى الأقدم في قائمة الانتظار، ويُطلب من المكتب إبلاغه.</translation>
    </message>
    <message>
        <source>The place is free at once.</source>
        <translation>يخلو مكانه فورًا.</translation>
    </message>
    <message>
        <source>Record the withdrawal</source>
        <translation>تسجيل الانسحاب</translation>
    </message>
</context>
</TS>
