import { defineStrings } from '../../ui/text.tsx'

/** What an Organizer can do with a pair that was approved. */
export const pairActsStrings = defineStrings({
  en: {
    move: 'Move its sessions',
    end: 'End this pairing…',
    title: 'End the pairing of {mentor} and {mentee}?',
    note: 'Both are told in neutral words that do not say who ended it. Sessions ahead leave both calendars; past ones stay. Both can be paired again, not with each other.',
    endOnly: 'End it',
    endAndFind: 'End it and find other partners',
    cancel: 'Keep the pairing',
    ended: 'The pairing of {mentor} and {mentee} has ended.',
    endedAndFinding: 'The pairing of {mentor} and {mentee} has ended. Other partners are being looked for.',
  },
  es: {
    move: 'Mover sus sesiones',
    end: 'Terminar esta pareja…',
    title: '¿Terminar la pareja de {mentor} y {mentee}?',
    note: 'Se avisa a las dos personas con palabras neutras que no dicen quién la terminó. Las sesiones futuras salen de ambos calendarios; las pasadas se quedan. Ambas pueden volver a emparejarse, pero no entre sí.',
    endOnly: 'Terminarla',
    endAndFind: 'Terminarla y buscar otras parejas',
    cancel: 'Mantener la pareja',
    ended: 'La pareja de {mentor} y {mentee} ha terminado.',
    endedAndFinding: 'La pareja de {mentor} y {mentee} ha terminado. Se buscan otras parejas.',
  },
  ar: {
    move: 'نقل جلساتهما',
    end: 'إنهاء هذا الثنائي…',
    title: 'إنهاء ثنائي {mentor} و{mentee}؟',
    note: 'يُبلَّغ الطرفان بكلمات محايدة لا تذكر من أنهاه. تُحذف الجلسات القادمة من كلا التقويمين وتبقى السابقة. يمكن مطابقة كل منهما من جديد، ولكن ليس معًا.',
    endOnly: 'إنهاء',
    endAndFind: 'إنهاء والبحث عن شركاء آخرين',
    cancel: 'الإبقاء على الثنائي',
    ended: 'انتهى ثنائي {mentor} و{mentee}.',
    endedAndFinding: 'انتهى ثنائي {mentor} و{mentee}، ويجري البحث عن شركاء آخرين.',
  },
})
