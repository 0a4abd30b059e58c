/** What somebody reads whom an Organizer let pause, or whose break an Organizer ended. */
const en = {
  'paused.title': 'You’re on a break',
  'paused.text':
    '{organizer} paused your part in {program} until {day}. Until then you get no questions or reminders. If you have a partner, they know it’s a break.',
  'paused.own': 'You can end the break yourself at any time in My mentoring.',
  'over.title': 'Your break is over',
  'over.text': '{organizer} ended your break in {program}. You’ll hear from us again as usual.',
  'over.own': 'If you need more time, you can pause again in My mentoring.',
} as const

export type BreakSetWordKey = keyof typeof en
type Table = Record<BreakSetWordKey, string>

const es: Table = {
  'paused.title': 'Estás en pausa',
  'paused.text':
    '{organizer} puso en pausa tu participación en {program} hasta el {day}. Hasta entonces no recibirás preguntas ni recordatorios. Si ya te reúnes con alguien, sabe que es una pausa.',
  'paused.own': 'Puedes terminar la pausa cuando quieras en Mi mentoría.',
  'over.title': 'Tu pausa ha terminado',
  'over.text':
    '{organizer} dio por terminada tu pausa en {program}. Volverás a recibir mensajes como siempre.',
  'over.own': 'Si necesitas más tiempo, puedes hacer otra pausa en Mi mentoría.',
}

const ar: Table = {
  'paused.title': 'أنت الآن في استراحة',
  'paused.text':
    'أوقف {organizer} مشاركتك في {program} مؤقتًا حتى {day}. لن تصلك أسئلة أو تذكيرات حتى ذلك الحين. وإن كان لديك شريك فهو يعلم أنها استراحة.',
  'paused.own': 'يمكنك إنهاء الاستراحة بنفسك في أي وقت من صفحة إرشادي.',
  'over.title': 'انتهت استراحتك',
  'over.text': 'أنهى {organizer} استراحتك في {program}. ستصلك الرسائل كالمعتاد.',
  'over.own': 'إذا احتجت إلى وقت أطول، يمكنك أخذ استراحة أخرى من صفحة إرشادي.',
}

export const breakSetWords = { en, es, ar }
