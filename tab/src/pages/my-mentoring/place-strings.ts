/** A place on offer from the waiting list. */
import { defineStrings } from '../../ui/language.ts'

export const placeStrings = defineStrings({
  en: {
    title: 'A place is free for you',
    body: 'There is somebody you could be paired with. Please answer by {day}; after that, the place goes to the next person.',
    take: 'Take it',
    'no-thanks': 'No thanks',
    'said.taken': 'You’re in. The Organizer makes the pair next.',
    'said.declined': 'Thanks. The place goes to the next person, and you stay on the waiting list.',
    'said.gone': 'This place is no longer on offer. That costs you nothing.',
  },
  es: {
    title: 'Hay una plaza para ti',
    body: 'Hay alguien con quien podrías trabajar. Responde, por favor, hasta el {day}; después la plaza pasa a la siguiente persona.',
    take: 'La quiero',
    'no-thanks': 'No, gracias',
    'said.taken': 'Tienes plaza. Ahora la organización decide el emparejamiento.',
    'said.declined': 'Gracias. La plaza pasa a la siguiente persona y tú sigues en la lista de espera.',
    'said.gone': 'Esta plaza ya no se ofrece. No pierdes nada.',
  },
  ar: {
    title: 'يوجد مكان لك',
    body: 'هناك من يمكن أن يكون شريكك. نرجو الرد حتى {day}، وبعد ذلك ينتقل المكان إلى التالي في القائمة.',
    take: 'أريده',
    'no-thanks': 'لا، شكرًا',
    'said.taken': 'لك مكان الآن. يكوّن المنظّم الثنائي بعد ذلك.',
    'said.declined': 'شكرًا. ينتقل المكان إلى التالي، وتبقى في قائمة الانتظار.',
    'said.gone': 'لم يعد هذا المكان معروضًا، ولن تخسر دورك.',
  },
})
