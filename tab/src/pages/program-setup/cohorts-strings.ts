import { defineStrings } from '../../ui/language.ts'

/** The Cohorts of a Program, how the next one begins, and whom to tell of it first. */
export const cohortsStrings = defineStrings({
  en: {
    title: 'Cohorts of this program',
    one: '{name}: {stage}, {from} – {to}',
    'stage.draft': 'draft',
    'stage.enrolling': 'enrollment is open',
    'stage.matching': 'pairing',
    'stage.running': 'under way',
    'stage.closed': 'closed',
    open: 'Open',
    next: 'Next cohort',
    'next.note':
      'A draft with the same lengths, settings, texts and team. It starts after this one ends; you look over its dates before enrollment opens.',
    copy: 'Copy into a new program',
    'copy.lead': 'A new program like {program}',
    'copy.note':
      'Settings, texts and ground rules go over, and the team is asked to take the same parts. The name, the Sponsor, the baseline and the target are the new program’s own.',
    'copy.done': {
      one: 'Program created. One person of the team is asked to take the same part.',
      other: 'Program created. {count} people of the team are asked to take the same parts.',
    },
    go: 'Go to {name}',
    created: '{name} is a draft now. Look over its name and its dates.',
    there: '{name} follows already.',
    shared:
      'The name, the challenge, the objectives, the Sponsor, their word and the ground rules are the program’s: a change counts in all its cohorts that go on ({names}).',
    'sponsor.stays':
      'The seat is the program’s, not one cohort’s, so whoever accepted it stays in charge here. Someone else is asked through the plan.',
    'left.title': 'Invite these first',
    'left.note':
      '{cohort} had no place for them. You write to each of them yourself; nobody is told on their own.',
    'left.later': 'Once enrollment is open, you can write to them from here.',
    'why.no-partner': 'had no partner',
    'why.waitlisted': 'was on the waiting list',
    'why.undecided': 'never got an answer',
    'side.mentor': 'Mentor',
    'side.mentee': 'Mentee',
    enrolled: 'has enrolled',
    write: 'Write in Teams',
    message:
      'Hi {name}, last time we had no place for you in {program}, and I’m sorry about that. Enrollment for {cohort} is open now, and I wanted you to hear it first.',
    'left.more': { one: 'and one more person', other: 'and {count} more people' },
  },
  es: {
    title: 'Ediciones de este programa',
    one: '{name}: {stage}, {from} – {to}',
    'stage.draft': 'borrador',
    'stage.enrolling': 'inscripción abierta',
    'stage.matching': 'emparejamiento',
    'stage.running': 'en marcha',
    'stage.closed': 'cerrada',
    open: 'Abrir',
    next: 'Siguiente edición',
    'next.note':
      'Un borrador con las mismas duraciones, ajustes, textos y equipo. Empieza cuando termina esta; puedes revisar las fechas antes de abrir la inscripción.',
    copy: 'Copiar en un programa nuevo',
    'copy.lead': 'Un programa nuevo como {program}',
    'copy.note':
      'Se copian los ajustes, los textos y las reglas, y se pide al equipo que asuma las mismas funciones. El nombre, quien patrocina, el punto de partida y el objetivo son propios del programa nuevo.',
    'copy.done': {
      one: 'Programa creado. Se pide a una persona del equipo que asuma la misma función.',
      many: 'Programa creado. Se pide a {count} personas del equipo que asuman las mismas funciones.',
      other: 'Programa creado. Se pide a {count} personas del equipo que asuman las mismas funciones.',
    },
    go: 'Ir a {name}',
    created: '{name} ya existe como borrador. Revisa su nombre y sus fechas.',
    there: '{name} ya está preparada.',
    shared:
      'El nombre, el reto, los objetivos, quien patrocina, sus palabras y las reglas son del programa: un cambio vale en todas sus ediciones que siguen ({names}).',
    'sponsor.stays':
      'El puesto es del programa, no de una edición: quien lo aceptó sigue al cargo aquí. En el plan se puede pedir a otra persona.',
    'left.title': 'Invita primero a estas personas',
    'left.note':
      'En {cohort} no hubo sitio para ellas. Les escribes tú, una a una; nadie recibe un aviso automático.',
    'left.later': 'Cuando la inscripción esté abierta, podrás escribirles desde aquí.',
    'why.no-partner': 'se quedó sin nadie con quien emparejarse',
    'why.waitlisted': 'estaba en la lista de espera',
    'why.undecided': 'no recibió respuesta',
    'side.mentor': 'mentoría',
    'side.mentee': 'aprendizaje',
    enrolled: 'ya se ha inscrito',
    write: 'Escribir en Teams',
    message:
      'Hola, {name}: la última vez no tuvimos sitio para ti en {program}, y lo siento. La inscripción de {cohort} ya está abierta y quería que lo supieras antes que nadie.',
    'left.more': {
      one: 'y una persona más',
      many: 'y {count} personas más',
      other: 'y {count} personas más',
    },
  },
  ar: {
    title: 'دفعات هذا البرنامج',
    one: '{name}: {stage}، {from} – {to}',
    'stage.draft': 'مسودة',
    'stage.enrolling': 'التسجيل مفتوح',
    'stage.matching': 'المطابقة',
    'stage.running': 'جارية',
    'stage.closed': 'مغلقة',
    open: 'افتح',
    next: 'الدفعة التالية',
    'next.note':
      'مسودة بالمدد والإعدادات والنصوص والفريق نفسه. تبدأ بعد انتهاء هذه، وتراجع تواريخها قبل أن يُفتح التسجيل.',
    copy: 'انسخ إلى برنامج جديد',
    'copy.lead': 'برنامج جديد على غرار {program}',
    'copy.note':
      'تُنسخ الإعدادات والنصوص والقواعد الأساسية، ويُطلب من الفريق تولي الأدوار نفسها. أما الاسم والراعي ونقطة البداية والهدف فهي خاصة بالبرنامج الجديد.',
    'copy.done': {
      zero: 'أُنشئ البرنامج.',
      one: 'أُنشئ البرنامج. يُطلب من شخص واحد في الفريق تولي الدور نفسه.',
      two: 'أُنشئ البرنامج. يُطلب من شخصين في الفريق تولي الدورين نفسيهما.',
      few: 'أُنشئ البرنامج. يُطلب من {count} أشخاص في الفريق تولي الأدوار نفسها.',
      many: 'أُنشئ البرنامج. يُطلب من {count} شخصًا في الفريق تولي الأدوار نفسها.',
      other: 'أُنشئ البرنامج. يُطلب من {count} شخص في الفريق تولي الأدوار نفسها.',
    },
    go: 'انتقل إلى {name}',
    created: 'أصبحت {name} مسودة. راجع اسمها وتواريخها.',
    there: '{name} تلي هذه بالفعل.',
    shared:
      'الاسم والتحدي والأهداف والراعي وكلمته والقواعد الأساسية تخص البرنامج: أي تغيير يسري على كل دفعاته المستمرة ({names}).',
    'sponsor.stays':
      'المقعد للبرنامج لا لدفعة واحدة، فمن قبله يبقى مسؤولًا هنا. ويمكن أن يُطلب من شخص آخر عبر الخطة.',
    'left.title': 'ادعُ هؤلاء أولًا',
    'left.note': 'لم يكن لهم مكان في {cohort}. أنت من يكتب إلى كل واحد منهم، ولا يُبلَّغ أحد تلقائيًا.',
    'left.later': 'متى فُتح التسجيل يمكنك أن تكتب إليهم من هنا.',
    'why.no-partner': 'بقي بلا شريك',
    'why.waitlisted': 'كان على قائمة الانتظار',
    'why.undecided': 'لم يصله رد',
    'side.mentor': 'مرشد',
    'side.mentee': 'مسترشد',
    enrolled: 'سجّل بالفعل',
    write: 'اكتب في Teams',
    message:
      'مرحبًا {name}، لم يكن لك مكان في {program} في المرة الماضية، ونأسف لذلك. التسجيل في {cohort} مفتوح الآن، وأردت أن تعلم بذلك أولًا.',
    'left.more': {
      zero: 'ولا أحد غيرهم',
      one: 'وشخص واحد آخر',
      two: 'وشخصان آخران',
      few: 'و{count} أشخاص آخرين',
      many: 'و{count} شخصًا آخر',
      other: 'و{count} شخص آخر',
    },
  },
})
