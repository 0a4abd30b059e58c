/** The thanks at the end of a cohort: what is sent where nobody wrote other words, and the cards, for card and tab alike. */

const en = {
  /** Sent where nobody wrote other words. */
  usual:
    'Thank you for the time you gave each other.\n\nMentors: you taught people who decide a lot, and that takes courage.\n\nMentees: you took the time to learn. Please use what you have learned, and give credit to whoever taught you.',
  'told.title': 'Thank you',
  'told.lead': '{cohort} of {program} has come to its end.',
  'told.left': 'Thank you for your interest and your time.',
  'told.left-out':
    'Thank you for wanting to take part. You didn’t get a partner this time, and we’re sorry about that.',
  'told.signed.sponsor': '{name}, Sponsor of {program}',
  'told.signed.program': 'Sent in the name of the program {program}.',
  'told.end':
    'The last questions and your certificate are under My mentoring, each once your pair has come to its end.',
  'told.next': 'The next cohort is {name}, and enrollment for it is open.',
  'told.no-next': 'When the next cohort is set up, its Organizer sees who was left out of this one.',
  'told.open': 'Open My mentoring',
  'agree.title': 'Thanks in your name?',
  'agree.text':
    '{cohort} of {program} is coming to its end. These words go to everybody who took part when it closes, in your name if you agree. Otherwise they go out in the name of the program.',
  'agree.open': 'Read, change and agree',
}

export type ThanksWordKey = keyof typeof en

const es: Record<ThanksWordKey, string> = {
  usual:
    'Gracias por el tiempo que se han dedicado.\n\nA quienes enseñaron: han enseñado a personas con mucho poder de decisión, y eso requiere valor.\n\nA quienes aprendieron: se tomaron el tiempo de aprender. Que lo aprendido se use, y que se diga de quién viene.',
  'told.title': 'Gracias',
  'told.lead': 'La edición {cohort} de {program} ha llegado a su fin.',
  'told.left': 'Gracias por tu interés y por tu tiempo.',
  'told.left-out':
    'Gracias por querer participar. Esta vez no pudimos ofrecerte con quién reunirte, y lo sentimos.',
  'told.signed.sponsor': '{name}, que patrocina {program}',
  'told.signed.program': 'Enviado en nombre del programa {program}.',
  'told.end':
    'Las últimas preguntas y tu certificado están en Mi mentoría, una vez que sus sesiones hayan terminado.',
  'told.next': 'La próxima edición es {name}, y la inscripción está abierta.',
  'told.no-next':
    'Cuando se prepare la próxima edición, quien la organice verá quiénes se quedaron fuera de esta.',
  'told.open': 'Abrir Mi mentoría',
  'agree.title': '¿Damos las gracias en tu nombre?',
  'agree.text':
    'La edición {cohort} de {program} llega a su fin. Al cerrarse, estas palabras irán a todas las personas que participaron, en tu nombre si estás de acuerdo. Si no, saldrán en nombre del programa.',
  'agree.open': 'Leer, cambiar y aceptar',
}

const ar: Record<ThanksWordKey, string> = {
  usual:
    'شكرًا على الوقت الذي منحه كل منكم للآخر.\n\nإلى المرشدين: علّمتم أشخاصًا يتخذون قرارات كثيرة، وهذا يتطلب شجاعة.\n\nإلى المسترشدين: خصصتم وقتًا للتعلم. استخدموا ما تعلمتموه، واذكروا ممن تعلمتموه.',
  'told.title': 'شكرًا لك',
  'told.lead': 'انتهت الدفعة {cohort} من {program}.',
  'told.left': 'شكرًا على اهتمامك ووقتك.',
  'told.left-out': 'شكرًا على رغبتك في المشاركة. لم نجد من يلتقي بك هذه المرة، ونأسف لذلك.',
  'told.signed.sponsor': '{name}، عن رعاية برنامج {program}',
  'told.signed.program': 'أُرسلت باسم البرنامج {program}.',
  'told.end': 'تجد الأسئلة الأخيرة وشهادتك في «إرشادي»، متى انتهت لقاءاتك مع شريكك.',
  'told.next': 'الدفعة التالية هي {name}، والتسجيل فيها مفتوح.',
  'told.no-next': 'عند إعداد الدفعة التالية يرى منظّمها من لم يجد مكانًا في هذه.',
  'told.open': 'افتح «إرشادي»',
  'agree.title': 'هل نشكر باسمك؟',
  'agree.text':
    'تقترب الدفعة {cohort} من {program} من نهايتها. عند إغلاقها تُرسل هذه الكلمات إلى كل من شارك، باسمك إن وافقت، وإلا فباسم البرنامج.',
  'agree.open': 'اقرأ وعدّل ووافق',
}

export const thanksWords = { en, es, ar }

/** Where nobody wrote other words. */
export const usualThanks = { en: en.usual, es: es.usual, ar: ar.usual }
