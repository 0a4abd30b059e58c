import { defineStrings } from '../../ui/text.tsx'

export const noteStrings = defineStrings({
  en: {
    title: 'Notes',
    lead: 'A page for each session that you and {partner} write together, and one for you alone.',
    open: 'Open notes',
    session: 'Session',
    'session.one': 'Session {number}, {day}',
    save: 'Save',
    saved: 'Saved.',
    unsaved: 'Not saved yet.',
    'too-long': 'There is room for 100 kB here, and this is longer. Shorten it, or keep it in a document.',
    nothing: 'Nothing was written here.',

    shared: 'For both of you',
    'shared.lead': 'You and {partner} both read and change this page. Nobody else can read it.',
    'shared.me': 'You saved it last, {day} at {time}.',
    'shared.partner': '{partner} saved it last, {day} at {time}.',
    both: 'Put both on the page, theirs first',

    private: 'For you alone',
    'private.lead':
      'What you write here is locked with your passphrase in this browser before it’s sent. {partner}, the people who run the program, and whoever looks into its database can’t read it.',
    'private.lost':
      'The passphrase is kept nowhere. If you lose it, your notes are lost: nobody can open them for you.',
    'private.limits':
      'It can’t protect you from someone who uses your device or changes the program you load, and whoever gets hold of the locked notes can try to guess it. Take several words that don’t belong together.',
    'private.cannot':
      'This browser can’t lock anything here: that takes a secure connection (https). So there are no private notes on this page.',
    'private.start': 'Write private notes',
    'private.passphrase': 'Passphrase',
    'private.new': 'A new passphrase, {count} characters or more',
    'private.again': 'The same once more',
    'private.choose': 'Use this passphrase',
    'private.open': 'Open my notes',
    'private.opening': 'Opening…',
    'private.short': 'Take {count} characters or more.',
    'private.differ': 'The two are not the same.',
    'private.wrong': 'These notes don’t open with this passphrase.',
    'private.text': 'Your notes',
    'private.lock': 'Lock again',
    'private.forgot': 'I have lost my passphrase',
    'private.forgot.text':
      'Then nobody can open what you wrote for yourself with {partner}. You can delete it and begin again.',
    'private.remove': 'Delete my private notes with {partner}',
    'private.removed': 'Deleted.',
  },
  es: {
    title: 'Notas',
    lead: 'Una página por sesión que escriben tú y {partner}, y otra solo para ti.',
    open: 'Abrir las notas',
    session: 'Sesión',
    'session.one': 'Sesión {number}, {day}',
    save: 'Guardar',
    saved: 'Guardado.',
    unsaved: 'Sin guardar todavía.',
    'too-long': 'Aquí caben 100 kB y esto ocupa más. Acórtalo o guárdalo en un documento.',
    nothing: 'Aquí no se escribió nada.',

    shared: 'Para ambas personas',
    'shared.lead': 'Tanto tú como {partner} leen y cambian esta página. Nadie más puede leerla.',
    'shared.me': 'La guardaste por última vez el {day} a las {time}.',
    'shared.partner': '{partner} la guardó por última vez el {day} a las {time}.',
    both: 'Poner ambas en la página, primero la otra',

    private: 'Solo para ti',
    'private.lead':
      'Lo que escribes aquí se cierra con tu contraseña en este navegador antes de enviarse. No pueden leerlo ni {partner}, ni quienes llevan el programa, ni quien mire en su base de datos.',
    'private.lost':
      'La contraseña no se guarda en ningún sitio. Si la pierdes, pierdes tus notas: nadie puede abrirlas por ti.',
    'private.limits':
      'No te protege de quien use tu dispositivo o cambie el programa que cargas, y quien consiga las notas cerradas puede intentar adivinarla. Usa varias palabras que no tengan nada que ver entre sí.',
    'private.cannot':
      'Este navegador no puede cerrar nada aquí: hace falta una conexión segura (https). Por eso en esta página no hay notas privadas.',
    'private.start': 'Escribir notas privadas',
    'private.passphrase': 'Contraseña',
    'private.new': 'Una contraseña nueva, de {count} caracteres o más',
    'private.again': 'La misma otra vez',
    'private.choose': 'Usar esta contraseña',
    'private.open': 'Abrir mis notas',
    'private.opening': 'Abriendo…',
    'private.short': 'Usa {count} caracteres o más.',
    'private.differ': 'No son iguales.',
    'private.wrong': 'Estas notas no se abren con esta contraseña.',
    'private.text': 'Tus notas',
    'private.lock': 'Volver a cerrar',
    'private.forgot': 'He perdido mi contraseña',
    'private.forgot.text':
      'Entonces nadie puede abrir lo que escribiste para ti en tus sesiones con {partner}. Puedes borrarlo y empezar de nuevo.',
    'private.remove': 'Borrar mis notas privadas con {partner}',
    'private.removed': 'Borradas.',
  },
  ar: {
    title: 'ملاحظات',
    lead: 'صفحة لكل جلسة تكتبها مع {partner}، وأخرى لك وحدك.',
    open: 'فتح الملاحظات',
    session: 'الجلسة',
    'session.one': 'الجلسة {number}، {day}',
    save: 'حفظ',
    saved: 'حُفظت.',
    unsaved: 'لم تُحفظ بعد.',
    'too-long': 'المتاح هنا 100 كيلوبايت، وهذا أطول. اختصره أو احفظه في مستند.',
    nothing: 'لم يُكتب هنا شيء.',

    shared: 'لكما معًا',
    'shared.lead': 'تقرأ أنت و{partner} هذه الصفحة وتعدّلانها، ولا يقرؤها أحد غيركما.',
    'shared.me': 'آخر حفظ لك في {day} الساعة {time}.',
    'shared.partner': 'آخر حفظ من {partner} في {day} الساعة {time}.',
    both: 'وضع النصين في الصفحة، والآخر أولًا',

    private: 'لك وحدك',
    'private.lead':
      'ما تكتبه هنا يُقفل بعبارة مرورك في هذا المتصفح قبل إرساله، فلا يقرؤه {partner} ولا القائمون على البرنامج ولا من يطّلع على قاعدة بياناته.',
    'private.lost': 'لا تُحفظ عبارة المرور في أي مكان. إن فقدتها فُقدت ملاحظاتك، ولا يستطيع أحد فتحها لك.',
    'private.limits':
      'لا تحميك ممن يستخدم جهازك أو يغيّر البرنامج الذي تحمّله، ومن حصل على الملاحظات المقفلة قد يحاول تخمينها. اختر عدة كلمات لا صلة بينها.',
    'private.cannot':
      'لا يستطيع هذا المتصفح إقفال شيء هنا، فذلك يتطلب اتصالًا آمنًا (https)؛ لذا لا ملاحظات خاصة في هذه الصفحة.',
    'private.start': 'كتابة ملاحظات خاصة',
    'private.passphrase': 'عبارة المرور',
    'private.new': 'عبارة مرور جديدة من {count} حرفًا أو أكثر',
    'private.again': 'العبارة نفسها مرة أخرى',
    'private.choose': 'استخدام هذه العبارة',
    'private.open': 'فتح ملاحظاتي',
    'private.opening': 'جارٍ الفتح…',
    'private.short': 'اختر {count} حرفًا أو أكثر.',
    'private.differ': 'العبارتان غير متطابقتين.',
    'private.wrong': 'لا تُفتح هذه الملاحظات بهذه العبارة.',
    'private.text': 'ملاحظاتك',
    'private.lock': 'إقفالها من جديد',
    'private.forgot': 'فقدت عبارة مروري',
    'private.forgot.text':
      'إذن لا يستطيع أحد فتح ما كتبته لنفسك في جلساتك مع {partner}. يمكنك حذفه والبدء من جديد.',
    'private.remove': 'حذف ملاحظاتي الخاصة مع {partner}',
    'private.removed': 'حُذفت.',
  },
})
