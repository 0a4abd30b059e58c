/** "I would like someone to talk to", for the card of the contact and for the tab. */
const en = {
  'card.title': 'Someone would like to talk with you',
  'card.again': 'Someone is still waiting to talk with you',
  'card.text':
    'You are the independent contact here, and they asked you alone. Who it is, and a line from them if they wrote one, is on your page.',
  'card.by': 'They expect to hear from you by',
  'card.alone': 'Nobody who runs the program is told.',
  'card.open': 'See who it is',

  'ask.title': 'I would like someone to talk to',
  'ask.lead': 'Ask someone outside the program to talk with you. Only the person you choose is told.',
  'ask.nobody':
    'Nobody outside both the program and your own reporting line is named for this at the moment, so there is nobody to ask here. Nothing is sent to an Organizer instead.',
  'ask.who': 'Whom you ask',
  'ask.line': 'One line, if you like',
  'ask.line.hint':
    'Here, only {name} can read it. It’s deleted once your request is answered or you take it back.',
  'ask.reads':
    '{name} is told that someone asked, sees your name on their own page, and is reminded on the third working day. No Organizer, Sponsor or manager sees it in the program.',
  'ask.send': 'Ask {name}',
  'ask.sent': '{name} has been asked.',
  'ask.in-tab': 'In My mentoring you can ask for it. Only the person you choose is told:',

  'mine.asked': 'You asked {name} on {day}.',
  'mine.by': 'Expect to hear by {day}; {name} is reminded that day if nothing has been marked as answered.',
  'mine.late':
    'The day has passed, and {name} has not marked it as answered. You can write directly, or take this back and ask someone else.',
  'mine.gone':
    '{name} can’t be your contact anymore and can’t see this. Nobody else was told. Take it back to ask someone else.',
  'mine.answered': '{name} marked your request as answered on {day}.',
  'mine.line': 'You wrote',
  'mine.back': 'Take it back',
  'mine.is-back': 'Taken back. Your name and your line are deleted.',
  'mine.remove': 'Remove this',

  'contact.title': 'People who would like to talk with you',
  'contact.lead': 'You alone can see this. Write to them, then mark it as answered.',
  'contact.none': 'Nobody is waiting for you.',
  'contact.asked': '{program} · asked {day}',
  'contact.by': 'They expect to hear from you by {day}.',
  'contact.late': 'They expected to hear from you by {day}.',
  'contact.answered': 'I have answered',
  'contact.done': 'Marked as answered. {name} can see that.',
  write: 'Write to {name}',
} as const

export type TalkWordKey = keyof typeof en
type Table = Record<TalkWordKey, string>

const es: Table = {
  'card.title': 'Alguien quiere hablar contigo',
  'card.again': 'Alguien sigue esperando para hablar contigo',
  'card.text':
    'Aquí eres el contacto independiente y solo te lo han pedido a ti. En tu página verás quién es y, si la escribió, una línea suya.',
  'card.by': 'Espera noticias tuyas a más tardar el',
  'card.alone': 'No se avisa a nadie de quienes llevan el programa.',
  'card.open': 'Ver quién es',

  'ask.title': 'Me gustaría hablar con alguien',
  'ask.lead': 'Pide hablar con alguien de fuera del programa. Solo se avisa a la persona que elijas.',
  'ask.nobody':
    'Por ahora no hay nadie designado que esté fuera del programa y de tu propia línea jerárquica, así que aquí no hay a quién pedírselo. Tampoco se envía nada a la organización.',
  'ask.who': 'A quién se lo pides',
  'ask.line': 'Una línea, si quieres',
  'ask.line.hint':
    'Aquí solo {name} puede leerla. Se borra cuando tu petición tenga respuesta o cuando la retires.',
  'ask.reads':
    '{name} recibe un aviso de que alguien lo ha pedido, ve tu nombre en su propia página y recibe un recordatorio el tercer día laborable. En el programa no lo ven ni la organización, ni quien patrocina, ni tu responsable.',
  'ask.send': 'Pedírselo a {name}',
  'ask.sent': 'Se lo hemos pedido a {name}.',
  'ask.in-tab': 'Puedes pedirlo en Mi mentoría. Solo se avisa a la persona que elijas:',

  'mine.asked': 'Se lo pediste a {name} el {day}.',
  'mine.by':
    'Cuenta con noticias a más tardar el {day}; si ese día no consta respuesta, {name} recibe un recordatorio.',
  'mine.late':
    'El plazo ha pasado y {name} no ha marcado que haya respondido. Puedes escribirle directamente, o retirar la petición y acudir a otra persona.',
  'mine.gone':
    '{name} ya no puede ser tu contacto y no puede ver esto. No se ha avisado a nadie más. Retira la petición para acudir a otra persona.',
  'mine.answered': '{name} marcó tu petición como respondida el {day}.',
  'mine.line': 'Escribiste',
  'mine.back': 'Retirar la petición',
  'mine.is-back': 'Petición retirada. Tu nombre y lo que escribiste se han borrado.',
  'mine.remove': 'Quitar esto',

  'contact.title': 'Personas que quieren hablar contigo',
  'contact.lead': 'Solo tú puedes ver esto. Escríbeles y después márcalo como respondido.',
  'contact.none': 'Nadie te está esperando.',
  'contact.asked': '{program} · lo pidió el {day}',
  'contact.by': 'Espera noticias tuyas a más tardar el {day}.',
  'contact.late': 'Esperaba noticias tuyas a más tardar el {day}.',
  'contact.answered': 'Ya he respondido',
  'contact.done': 'Marcado como respondido. {name} puede verlo.',
  write: 'Escribir a {name}',
}

const ar: Table = {
  'card.title': 'هناك من يودّ التحدث إليك',
  'card.again': 'ما زال هناك من ينتظر التحدث إليك',
  'card.text': 'أنت جهة الاتصال المستقلة هنا، وقد طُلب هذا منك وحدك. ستجد في صفحتك من هو، وسطرًا منه إن كتبه.',
  'card.by': 'ينتظر أن يسمع منك في موعد أقصاه',
  'card.alone': 'لا يُخبَر بذلك أحد ممن يديرون البرنامج.',
  'card.open': 'عرض من هو',

  'ask.title': 'أودّ أن أتحدث إلى أحد',
  'ask.lead': 'اطلب التحدث إلى شخص من خارج البرنامج. لا يُخبَر إلا من تختاره.',
  'ask.nobody':
    'لا يوجد حاليًا من عُيّن لهذا خارج البرنامج وخارج تسلسلك الإداري معًا، فلا أحد تطلب منه هنا. ولا يُرسَل شيء إلى المنظّم بدلًا من ذلك.',
  'ask.who': 'ممن تطلب',
  'ask.line': 'سطر واحد إن شئت',
  'ask.line.hint': 'لا يقرؤه هنا إلا {name}. ويُحذف عند الرد على طلبك أو عند سحبه.',
  'ask.reads':
    'يصل إلى {name} أن هناك من طلب التحدث، ويظهر اسمك في صفحته وحده، ويصله تذكير في يوم العمل الثالث. ولا يراه في البرنامج منظّم ولا راعٍ ولا مدير.',
  'ask.send': 'الطلب من {name}',
  'ask.sent': 'أُرسل طلبك إلى {name}.',
  'ask.in-tab': 'يمكنك أن تطلب ذلك في «إرشادي»، ولا يُخبَر إلا من تختاره:',

  'mine.asked': 'طلبتَ من {name} في {day}.',
  'mine.by': 'توقّع ردًا في موعد أقصاه {day}؛ وإن لم يُسجَّل رد في ذلك اليوم وصل إلى {name} تذكير.',
  'mine.late':
    'انقضى الموعد ولم يسجّل {name} أنه ردّ. يمكنك أن تراسله مباشرة، أو أن تسحب الطلب وتطلب من شخص آخر.',
  'mine.gone':
    'لم يعد بإمكان {name} أن يكون جهة اتصالك، ولا يستطيع رؤية هذا. ولم يُخبَر أحد غيره. اسحب الطلب لتطلب من شخص آخر.',
  'mine.answered': 'سجّل {name} أنه ردّ على طلبك في {day}.',
  'mine.line': 'ما كتبته',
  'mine.back': 'سحب الطلب',
  'mine.is-back': 'سُحب الطلب، وحُذف اسمك وما كتبته.',
  'mine.remove': 'إزالة هذا',

  'contact.title': 'أشخاص يودّون التحدث إليك',
  'contact.lead': 'لا يرى هذا أحد سواك. راسلهم ثم سجّل أنك رددت.',
  'contact.none': 'لا أحد ينتظرك.',
  'contact.asked': '{program} · طُلب في {day}',
  'contact.by': 'ينتظر أن يسمع منك في موعد أقصاه {day}.',
  'contact.late': 'كان ينتظر أن يسمع منك في موعد أقصاه {day}.',
  'contact.answered': 'لقد رددت',
  'contact.done': 'سُجّل أنك رددت، ويرى {name} ذلك.',
  write: 'مراسلة {name}',
}

export const talkWords = { en, es, ar }
