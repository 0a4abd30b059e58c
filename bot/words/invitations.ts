/** What cards say to somebody who is asked to enroll. */
import { fill, type Language, languageOf, type Values } from './sentence.ts'

const en = {
  'first.title': 'You’re invited',
  'first.asked': '{name} invites you to {program}.',
  'reminder.title': 'There’s still time to join',
  'reminder.asked': '{name} invited you to {program}.',
  'forwarded.by': '{names} put you forward.',
  forwarded: 'A colleague put you forward.',
  'forwarded.note': 'They aren’t told what you answer.',
  'declined.title': 'Not now, then',
  'enrolled.title': 'You’ve already enrolled',
  'closed.title': 'Enrollment has closed',
  'asked.mentor':
    'You’re invited as a mentor: you teach a senior leader something you know well. You choose the topics.',
  'asked.mentee':
    'You’re invited as a mentee: you learn from a junior colleague who knows something you’d like to know. You choose the topics.',
  sessions: 'Sessions',
  minutes: 'Minutes each',
  weeks: 'Weeks from one to the next',
  dates: 'From and until',
  'first.note':
    'Taking a look commits you to nothing, and enrolling takes a few minutes. “Not now” needs no reason, and you won’t be reminded.',
  'reminder.note': 'This is the only reminder. “Not now” needs no reason.',
  declined:
    'Thanks for telling me. I won’t ask again. If you change your mind, you can enroll in My mentoring while enrollment is open.',
  enrolled: 'My mentoring shows how things stand for you.',
  closed: 'This invitation has ended. There’s nothing you need to do.',
  'nominate.title': 'Put a colleague forward',
  'nominate.text':
    'Who should teach or learn here, and why? You tell the organizers in My mentoring, and they decide whom to invite.',
  'nominate.closed': 'Enrollment is closed for now, so nobody can be put forward.',
  'nominate.open': 'Open now',
  look: 'Take a look',
  'not-now': 'Not now',
}

type InvitationWordKey = keyof typeof en
type Table = Record<InvitationWordKey, string>

const es: Table = {
  'first.title': 'Tienes una invitación',
  'first.asked': '{name} te invita a {program}.',
  'reminder.title': 'Todavía puedes participar',
  'reminder.asked': '{name} te invitó a {program}.',
  'forwarded.by': 'Tu nombre lo propuso alguien que te conoce: {names}.',
  forwarded: 'Alguien de la empresa propuso tu nombre.',
  'forwarded.note': 'Lo que respondas no se comunica a quien te propuso.',
  'declined.title': 'Ahora no, entendido',
  'enrolled.title': 'Ya te has inscrito',
  'closed.title': 'La inscripción se ha cerrado',
  'asked.mentor':
    'Te invitan a enseñar: le muestras a alguien de la dirección algo que conoces bien. Los temas los eliges tú.',
  'asked.mentee':
    'Te invitan a aprender: alguien que empieza te enseña algo que te gustaría saber. Los temas los eliges tú.',
  sessions: 'Sesiones',
  minutes: 'Minutos cada una',
  weeks: 'Semanas entre una y la siguiente',
  dates: 'Desde y hasta',
  'first.note':
    'Echar un vistazo no te compromete a nada, e inscribirse lleva unos minutos. «Ahora no» no necesita motivos y no habrá recordatorios.',
  'reminder.note': 'Este es el único recordatorio. «Ahora no» no necesita motivos.',
  declined:
    'Gracias por decírmelo. No volveré a preguntar. Si cambias de opinión, puedes inscribirte en Mi mentoría mientras la inscripción esté abierta.',
  enrolled: 'Mi mentoría muestra cómo está lo tuyo.',
  closed: 'Esta invitación ha terminado. No tienes que hacer nada.',
  'nominate.title': 'Proponer a alguien',
  'nominate.text':
    '¿Quién debería enseñar o aprender aquí, y por qué? Se lo dices a la organización en Mi mentoría, y ella decide a quién invita.',
  'nominate.closed': 'La inscripción está cerrada por ahora, así que no se puede proponer a nadie.',
  'nominate.open': 'Abiertas ahora',
  look: 'Echar un vistazo',
  'not-now': 'Ahora no',
}

const ar: Table = {
  'first.title': 'لديك دعوة',
  'first.asked': 'يدعوك {name} إلى {program}.',
  'reminder.title': 'ما زال بإمكانك الانضمام',
  'reminder.asked': 'دعاك {name} إلى {program}.',
  'forwarded.by': 'جاء ترشيحك من {names}.',
  forwarded: 'رشّحك أحد زملائك.',
  'forwarded.note': 'لا يُنقل جوابك إلى من رشّحك.',
  'declined.title': 'ليس الآن إذن',
  'enrolled.title': 'لقد سجّلت بالفعل',
  'closed.title': 'أُغلق التسجيل',
  'asked.mentor': 'أنت مدعو لتكون مرشدًا: تعلّم أحد كبار القادة شيئًا تعرفه جيدًا. وأنت من يختار المواضيع.',
  'asked.mentee':
    'أنت مدعو لتكون مسترشدًا: تتعلم من زميل في بداية طريقه شيئًا تودّ معرفته. وأنت من يختار المواضيع.',
  sessions: 'الجلسات',
  minutes: 'دقائق كل جلسة',
  weeks: 'الأسابيع بين جلسة وأخرى',
  dates: 'من وإلى',
  'first.note':
    'إلقاء نظرة لا يلزمك بشيء، والتسجيل يستغرق بضع دقائق. «ليس الآن» لا تحتاج إلى سبب، ولن يأتيك تذكير.',
  'reminder.note': 'هذا هو التذكير الوحيد. «ليس الآن» لا تحتاج إلى سبب.',
  declined: 'شكرًا لإخباري. لن أسألك مرة أخرى. إن غيّرت رأيك فلك أن تسجّل من «إرشادي» ما دام التسجيل مفتوحًا.',
  enrolled: 'تعرض صفحة «إرشادي» ما وصلت إليه.',
  closed: 'انتهت هذه الدعوة. لا شيء مطلوب منك.',
  'nominate.title': 'ترشيح زميل',
  'nominate.text':
    'من ينبغي أن يعلّم أو يتعلّم هنا، ولماذا؟ تخبر المنظّمين بذلك في «إرشادي»، وهم يقررون من يدعون.',
  'nominate.closed': 'التسجيل مغلق حاليًا، فلا يمكن ترشيح أحد.',
  'nominate.open': 'المفتوح الآن',
  look: 'ألقِ نظرة',
  'not-now': 'ليس الآن',
}

export const invitationWords: Record<Language, Table> = { en, es, ar }

export function invitationIn(locale: string): (key: InvitationWordKey, gaps?: Values) => string {
  const language = languageOf(locale)
  return (key, gaps = {}) => fill(invitationWords[language][key], gaps, language)
}
