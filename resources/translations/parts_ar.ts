<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show the chart</source>
        <translation>عرض الرسم</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>عرض الأرقام</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose</source>
        <translation>اختر</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معلوم</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Type to search</source>
        <translation>اكتب للبحث</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>The same</source>
        <translation>متطابق</translation>
    </message>
    <message>
        <source>Different, chosen</source>
        <translation>مختلف، واختير</translation>
    </message>
    <message>
        <source>Different, choose one</source>
        <translation>مختلف، اختر أحدهما</translation>
    </message>
    <message>
        <source>Nothing stated</source>
        <translation>لا بيان</translation>
    </message>
    <message>
        <source>Take all of these</source>
        <translation>اختيار هذا العمود كله</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>التقويم (Alt+Down)</translation>
    </message>
    <message>
        <source>Some day between {first} and {last}</source>
        <translation>يوم بين {first} و{last}</translation>
    </message>
    <message>
        <source>{weekday}, {date}</source>
        <translation>{weekday}، {date}</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter this list</source>
        <translation>ابحث في هذه القائمة</translation>
    </message>
    <message>
        <source>{column}: all</source>
        <translation>{column}: الكل</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>CSV text</source>
        <translation>نص CSV</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>مصنف Excel</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Some rows could not be read.</source>
        <translation>تعذرت قراءة بعض الصفوف.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>لم يُختر صف</numerusform>
            <numerusform>اختير صف واحد</numerusform>
            <numerusform>اختير صفان</numerusform>
            <numerusform>اختيرت %n صفوف</numerusform>
            <numerusform>اختير %n صفًا</numerusform>
            <numerusform>اختير %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n row(s)</source>
        <translation>
            <numerusform>{shown} من %n صف</numerusform>
            <numerusform>{shown} من صف واحد</numerusform>
            <numerusform>{shown} من صفين</numerusform>
            <numerusform>{shown} من %n صفوف</numerusform>
            <numerusform>{shown} من %n صفًا</numerusform>
            <numerusform>{shown} من %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows {first} to {last}</source>
        <translation>الصفوف {first} إلى {last}</translation>
    </message>
    <message numerus="yes">
        <source>Rows {first} to {last} of %n</source>
        <translation>
            <numerusform>الصفوف {first} إلى {last} من %n</numerusform>
            <numerusform>الصفوف {first} إلى {last} من %n</numerusform>
            <numerusform>الصفوف {first} إلى {last} من %n</numerusform>
            <numerusform>الصفوف {first} إلى {last} من %n</numerusform>
            <numerusform>الصفوف {first} إلى {last} من %n</numerusform>
            <numerusform>الصفوف {first} إلى {last} من %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>required</source>
        <translation>إلزامي</translation>
    </message>
    <message>
        <source>{label}, required</source>
        <translation>{label}، حقل إلزامي</translation>
    </message>
</context>
<context>
    <name>Headings</name>
    <message>
        <source>falling</source>
        <translation>تنازليًا</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>تصاعديًا</translation>
    </message>
    <message>
        <source>Column headings</source>
        <translation>رؤوس الأعمدة</translation>
    </message>
</context>
<context>
    <name>IbanField</name>
    <message>
        <source>Account set aside for training, at no bank</source>
        <translation>حساب مخصص للتدريب، لا يتبع أي بنك</translation>
    </message>
    <message>
        <source>{typed} of {all} characters</source>
        <translation>كُتب {typed} من {all}</translation>
    </message>
</context>
<context>
    <name>MoneyRangeField</name>
    <message>
        <source>to</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>{label}, the least</source>
        <translation>{label}: الحد الأدنى</translation>
    </message>
    <message>
        <source>{label}, the most</source>
        <translation>{label}: الحد الأعلى</translation>
    </message>
</context>
<context>
    <name>MonthPopup</name>
    <message>
        <source>A year back</source>
        <translation>السنة السابقة</translation>
    </message>
    <message>
        <source>A month back</source>
        <translation>الشهر السابق</translation>
    </message>
    <message>
        <source>A month on</source>
        <translation>الشهر التالي</translation>
    </message>
    <message>
        <source>A year on</source>
        <translation>السنة التالية</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>given name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>father’s name</source>
        <translation>اسم الأب</translation>
    </message>
    <message>
        <source>grandfather’s name</source>
        <translation>اسم الجد</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>{label}: {part}</source>
        <translation>{label}: {part}</translation>
    </message>
</context>
<context>
    <name>NationalIdField</name>
    <message>
        <source>Number set aside for training</source>
        <translation>رقم مخصص للتدريب</translation>
    </message>
    <message>
        <source>Number of a resident’s iqama</source>
        <translation>رقم إقامة</translation>
    </message>
    <message>
        <source>Number of a Saudi citizen</source>
        <translation>رقم هوية وطنية سعودية</translation>
    </message>
    <message>
        <source>{typed} of {all} digits</source>
        <translation>كُتب {typed} من {all}</translation>
    </message>
    <message>
        <source>Egyptian woman, born {day}; place of birth: {place}</source>
        <translation>مصرية مولودة في {day}؛ محل الميلاد: {place}</translation>
    </message>
    <message>
        <source>Egyptian man, born {day}; place of birth: {place}</source>
        <translation>مصري مولود في {day}؛ محل الميلاد: {place}</translation>
    </message>
</context>
<context>
    <name>PagedModel</name>
    <message>
        <source>Could not be read</source>
        <translation>تعذرت القراءة</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>حفظ PDF</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>التكبير</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>معاينة الطباعة</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>جارٍ إعداد الصفحات…</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>صفحة {number}</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>بعرض النافذة</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>الصفحة كاملة</translation>
    </message>
    <message>
        <source>{zoom}%</source>
        <translation>{zoom}٪</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>صفحة {number} من {count}</translation>
    </message>
</context>
<context>
    <name>StateStack</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>The office’s database cannot be reached. What you typed is kept on this machine; try again.</source>
        <translation>تعذر الوصول إلى قاعدة بيانات المكتب. ما كتبته محفوظ على هذا الجهاز؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Tab {number} of {count}</source>
        <translation>لسان {number} من {count}</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>There is nothing here.</source>
        <translation>لا شيء هنا بعد.</translation>
    </message>
    <message>
        <source>Headings of the columns</source>
        <translation>عناوين الأعمدة</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>تعذرت قراءة القائمة؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>No row matches the filter.</source>
        <translation>لا صف يطابق ما كتبت.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>اعرض الكل</translation>
    </message>
</context>
<context>
    <name>TableMenus</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Export as CSV text</source>
        <translation>تصدير نص CSV</translation>
    </message>
    <message>
        <source>Export as an Excel workbook</source>
        <translation>تصدير مصنف Excel</translation>
    </message>
    <message>
        <source>Sort rising</source>
        <translation>ترتيب تصاعدي</translation>
    </message>
    <message>
        <source>Sort falling</source>
        <translation>ترتيب تنازلي</translation>
    </message>
    <message>
        <source>Move towards the start</source>
        <translation>تقديم العمود</translation>
    </message>
    <message>
        <source>Move towards the end</source>
        <translation>تأخير العمود</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>توسيع</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>تضييق</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>إخفاء هذا العمود</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>As they came</source>
        <translation>الترتيب الأصلي</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>YesNoField</name>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معلوم</translation>
    </message>
    <message>
        <source>{label}: {answer}</source>
        <translation>{label}: {answer}</translation>
    </message>
</context>
</TS>
