/** Free places and the waiting list, as the Organizer reads of them. */
import { defineStrings } from './language.ts'

export const placesStrings = defineStrings({
  en: {
    title: 'Waiting list',
    waiting: { one: 'One person is waiting', other: '{count} people are waiting' },
    free: { one: 'one place is free', other: '{count} places are free' },
    none: 'no place is free',
    unknown: 'whether a place is free can’t be told until the organization chart and exclusions can be read',
    failed: 'The waiting list could not be loaded.',
    first: 'Has waited longest of those who could be paired: {name}.',
    offer: 'Offer the place to {name}',
    offerNote:
      'They get a card with “Take it” and “No thanks”. After three working days without an answer, the next person gets it.',
    notYou: '{name} is next, and is in one reporting line with you. A co-organizer can offer the place.',
    said: '{name} is being asked. They have until {day}.',
    offered: '{name} has a place on offer until {day}.',
    took: '{name} took a place and has nobody yet.',
    pair: 'Make the pair',
  },
  es: {
    title: 'Lista de espera',
    waiting: {
      one: 'Espera una persona',
      many: 'Esperan {count} personas',
      other: 'Esperan {count} personas',
    },
    free: {
      one: 'hay una plaza libre',
      many: 'hay {count} plazas libres',
      other: 'hay {count} plazas libres',
    },
    none: 'no hay ninguna plaza libre',
    unknown: 'no se sabe si hay plazas libres hasta que puedan leerse el organigrama y las exclusiones',
    failed: 'No se ha podido cargar la lista de espera.',
    first: 'Lleva más tiempo esperando, entre quienes podrían emparejarse: {name}.',
    offer: 'Ofrecer la plaza a {name}',
    offerNote:
      'Recibe una tarjeta con «La quiero» y «No, gracias». Tras tres días laborables sin respuesta, pasa a la siguiente persona.',
    notYou:
      'Le toca a {name}, que está en tu misma línea jerárquica. Puede ofrecerle la plaza otra persona de la organización del programa.',
    said: 'Se le está preguntando a {name}. Tiene hasta el {day}.',
    offered: '{name} tiene una plaza ofrecida hasta el {day}.',
    took: '{name} ha aceptado una plaza y aún está sin emparejar.',
    pair: 'Decidir con quién',
  },
  ar: {
    title: 'قائمة الانتظار',
    waiting: {
      zero: 'لا أحد ينتظر',
      one: 'ينتظر شخص واحد',
      two: 'ينتظر شخصان',
      few: 'ينتظر {count} أشخاص',
      many: 'ينتظر {count} شخصًا',
      other: 'ينتظر {count} شخص',
    },
    free: {
      zero: 'لا مكان شاغر',
      one: 'يوجد مكان شاغر واحد',
      two: 'يوجد مكانان شاغران',
      few: 'توجد {count} أماكن شاغرة',
      many: 'يوجد {count} مكانًا شاغرًا',
      other: 'يوجد {count} مكان شاغر',
    },
    none: 'لا مكان شاغر',
    unknown: 'لا يُعرف إن كان هناك مكان شاغر قبل أن تمكن قراءة الهيكل التنظيمي والاستثناءات',
    failed: 'تعذّر تحميل قائمة الانتظار.',
    first: 'الأطول انتظارًا بين من يمكن أن يكون لهم شريك: {name}.',
    offer: 'عرض المكان على {name}',
    offerNote: 'تصل بطاقة فيها «أريده» و«لا، شكرًا». وبعد ثلاثة أيام عمل بلا رد ينتقل المكان إلى التالي.',
    notYou: 'الدور على {name}، وأنتما في خط إداري واحد. يمكن لمنظّم آخر أن يعرض المكان.',
    said: 'يجري سؤال {name}، والمهلة حتى {day}.',
    offered: 'معروض على {name} مكان حتى {day}.',
    took: 'قبِل {name} مكانًا وليس له شريك بعد.',
    pair: 'تكوين الثنائي',
  },
})
