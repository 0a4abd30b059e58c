import { defineStrings } from '../../ui/language.ts'

export const appointmentStrings = defineStrings({
  en: {
    title: 'Session {number} of {total} with {name}',
    over: 'This session is over.',
    'no-session.title': 'This isn’t one of your mentoring sessions',
    'no-session.body':
      'Select one of your sessions in the calendar and you’ll find your partner, the agenda and what you two agreed here.',
    'unknown.title': 'We can’t tell which appointment this is',
    'unknown.body': 'Your calendar can’t be read at the moment. Try again, or open my mentoring instead.',
    'no-sign-in.title': 'This Outlook can’t sign you in here',
    'no-sign-in.body':
      'Everything this pane shows is under my mentoring too, where you’re already signed in.',
    open: 'Open my mentoring',
  },
  es: {
    title: 'Sesión {number} de {total} con {name}',
    over: 'Esta sesión ya pasó.',
    'no-session.title': 'Esta cita no es una de tus sesiones de mentoría',
    'no-session.body':
      'Elige una de tus sesiones en el calendario y aquí verás con quién es, la agenda y lo que acordaron.',
    'unknown.title': 'No sabemos qué cita es esta',
    'unknown.body': 'Ahora mismo no se puede leer tu calendario. Vuelve a intentarlo o abre tu mentoría.',
    'no-sign-in.title': 'Este Outlook no puede iniciar tu sesión aquí',
    'no-sign-in.body':
      'Todo lo que muestra este panel está también en tu mentoría, donde ya has iniciado sesión.',
    open: 'Abrir mi mentoría',
  },
  ar: {
    title: 'الجلسة {number} من {total} مع {name}',
    over: 'انتهت هذه الجلسة.',
    'no-session.title': 'هذا الموعد ليس من جلسات إرشادك',
    'no-session.body': 'اختر إحدى جلساتك في التقويم لترى هنا شريكك وجدول الجلسة وما اتفقتما عليه.',
    'unknown.title': 'لا نستطيع معرفة هذا الموعد',
    'unknown.body': 'تتعذر قراءة تقويمك الآن. حاول مرة أخرى، أو افتح صفحة إرشادي.',
    'no-sign-in.title': 'لا يستطيع Outlook هذا تسجيل دخولك هنا',
    'no-sign-in.body': 'كل ما تعرضه هذه اللوحة موجود أيضًا في صفحة إرشادي، حيث أنت مسجّل الدخول.',
    open: 'افتح صفحة إرشادي',
  },
})
