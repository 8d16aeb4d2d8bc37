<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault of the program</source>
        <translation>خلل في البرنامج</translation>
    </message>
    <message>
        <source>Something went wrong in the program, not in your work</source>
        <translation>حدث خلل في البرنامج، لا في عملك</translation>
    </message>
    <message>
        <source>What you had typed is kept and will be offered to you again.</source>
        <translation>ما كتبته محفوظ، وسيُعرض عليك من جديد.</translation>
    </message>
    <message>
        <source>No form was open, so nothing that you typed is lost.</source>
        <translation>لم يكن ثمة نموذج مفتوح، فلم يضع شيء مما كتبت.</translation>
    </message>
    <message>
        <source>You may go on working. Please send the log below to support; it holds no family’s details.</source>
        <translation>لك أن تتابع عملك. نرجو إرسال السجل المذكور أدناه إلى الدعم؛ وليس فيه بيانات أي أسرة.</translation>
    </message>
    <message>
        <source>You may go on working. The log could not be written; please tell support the words below.</source>
        <translation>لك أن تتابع عملك. تعذّرت كتابة السجل، فأبلغ الدعم بالعبارة المذكورة أدناه.</translation>
    </message>
    <message>
        <source>Where the log is</source>
        <translation>مكان السجل</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>متابعة العمل</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>إغلاق البرنامج</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Found</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>Nothing was found. Try the beginning of a name, an identity, file or mobile number, the serial of a document, the number of a decision, or a word of a course.</source>
        <translation>لم يُعثر على شيء. جرّب أول الاسم، أو رقم الهوية أو الملف أو الجوال، أو رقم وثيقة أو قرار، أو كلمة من اسم دورة.</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>أسرة</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>فرد</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>وثيقة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>قرار</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>دورة</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>شاشة</translation>
    </message>
    <message>
        <source>{number} · household of {head}</source>
        <translation>{number} · أسرة {head}</translation>
    </message>
    <message>
        <source>Open this screen</source>
        <translation>فتح هذه الشاشة</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome to Yusr</source>
        <translation>مرحبًا بك في يُسر</translation>
    </message>
    <message>
        <source>There is no office on this machine yet. Look around in a demonstration office first: its families are all invented.</source>
        <translation>لا يوجد مكتب على هذا الجهاز بعد. تعرّف أولًا على البرنامج في مكتب تجريبي، وأسره كلها من الخيال.</translation>
    </message>
    <message>
        <source>Try the demonstration office</source>
        <translation>تجربة المكتب التجريبي</translation>
    </message>
    <message>
        <source>Or found your own office on this desk:</source>
        <translation>أو أنشئ مكتبك على هذا الجهاز:</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>اسم المكتب</translation>
    </message>
    <message>
        <source>Your login, in small Latin letters</source>
        <translation>اسم الدخول، بحروف لاتينية صغيرة</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Found the office</source>
        <translation>إنشاء المكتب</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Registering invented families: {done} of {of}</source>
        <translation>تُسجَّل الأسر التجريبية: {done} من {of}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Yusr</source>
        <translation>يُسر</translation>
    </message>
    <message>
        <source>Look into need with discretion, pay with ease</source>
        <translation>نبحثهم بالستر ونصرف لهم باليسر</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>My desk</source>
        <translation>أعمال اليوم</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>الأسر</translation>
    </message>
    <message>
        <source>Empowerment</source>
        <translation>التمكين</translation>
    </message>
    <message>
        <source>Issued documents</source>
        <translation>الوثائق الصادرة</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>البرامج وقواعدها</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>ترتيب الأسر</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>المحاكاة</translation>
    </message>
    <message>
        <source>Assess all</source>
        <translation>دراسة جميع الأسر</translation>
    </message>
    <message>
        <source>{place}, {count} waiting</source>
        <translation>{place}، ينتظر فيها {count}</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Yusr</source>
        <translation>يُسر</translation>
    </message>
    <message>
        <source>Look into need with discretion, pay with ease</source>
        <translation>نبحثهم بالستر ونصرف لهم باليسر</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Locked while {name} is away</source>
        <translation>النافذة مقفلة في غياب {name}</translation>
    </message>
    <message>
        <source>Opening the office…</source>
        <translation>يُفتح المكتب…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Name, number or course</source>
        <translation>ابحث باسم أو رقم أو وثيقة أو دورة</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>البحث في كل شيء</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>العمل جارٍ</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>{office} · demonstration data</source>
        <translation>{office} · بيانات تجريبية</translation>
    </message>
    <message>
        <source>{name}: preferences, lock, sign out</source>
        <translation>{name}: التفضيلات والقفل وتسجيل الخروج</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>المظهر الفاتح أو الداكن</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل النافذة</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Yusr</source>
        <translation>يُسر</translation>
    </message>
    <message>
        <source>Type your login to sign in.</source>
        <translation>اكتب اسم الدخول لتسجيل الدخول.</translation>
    </message>
</context>
</TS>
