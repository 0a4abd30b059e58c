import { defineStrings } from '../../ui/language.ts'

/** Missing links of the organization chart, and who was confirmed to have nobody above them. */
export const chartStrings = defineStrings({
  en: {
    none: 'Every reporting line is known to its end.',
    faults: { one: 'One missing link in the chart', other: '{count} missing links in the chart' },
    heldBack: {
      one: 'One person stands at or below a missing link. It isn’t known who is above them, so they can only be paired with people below the same link.',
      other:
        '{count} people stand at or below a missing link. It isn’t known who is above them, so they can only be paired with people below the same link.',
    },
    below: { one: '{count} person below', other: '{count} people below' },
    confirm: 'Nobody is above',
    confirmOf: 'Confirm that nobody is above {person}',
    confirmAll: {
      one: 'Nobody is above this person',
      other: 'Nobody is above these {count} without a manager',
    },
    confirmAlone: {
      one: 'Only the one with nobody below',
      other: 'Only the {count} with nobody below them',
    },
    confirmed: {
      one: '{person} has nobody above them from now on.',
      other: '{count} people have nobody above them from now on.',
    },
    tops: { one: 'One person at the top, confirmed', other: '{count} people at the top, confirmed' },
    confirmedBy: '{person}, {day}',
    withdraw: 'Take back',
    withdrawOf: 'Take back that nobody is above {person}',
    all: 'Show all',
  },
  es: {
    none: 'Todas las líneas jerárquicas se conocen hasta el final.',
    faults: {
      one: 'Falta un enlace en el organigrama',
      many: 'Faltan {count} enlaces en el organigrama',
      other: 'Faltan {count} enlaces en el organigrama',
    },
    heldBack: {
      one: 'Una persona está en un enlace que falta o por debajo de él. No se sabe quién está por encima, así que solo se le puede emparejar con quien esté por debajo del mismo enlace.',
      many: '{count} personas están en un enlace que falta o por debajo de él. No se sabe quién está por encima, así que solo se les puede emparejar con quien esté por debajo del mismo enlace.',
      other:
        '{count} personas están en un enlace que falta o por debajo de él. No se sabe quién está por encima, así que solo se les puede emparejar con quien esté por debajo del mismo enlace.',
    },
    below: {
      one: '{count} persona por debajo',
      many: '{count} personas por debajo',
      other: '{count} personas por debajo',
    },
    confirm: 'No tiene a nadie por encima',
    confirmOf: 'Confirmar que {person} no tiene a nadie por encima',
    confirmAll: {
      one: 'Esta persona no tiene a nadie por encima',
      many: 'Estas {count} personas sin responsable no tienen a nadie por encima',
      other: 'Estas {count} personas sin responsable no tienen a nadie por encima',
    },
    confirmAlone: {
      one: 'Solo la que no tiene a nadie por debajo',
      many: 'Solo las {count} que no tienen a nadie por debajo',
      other: 'Solo las {count} que no tienen a nadie por debajo',
    },
    confirmed: {
      one: 'Desde ahora {person} no tiene a nadie por encima.',
      many: 'Desde ahora {count} personas no tienen a nadie por encima.',
      other: 'Desde ahora {count} personas no tienen a nadie por encima.',
    },
    tops: {
      one: 'Una persona en la cima, confirmada',
      many: '{count} personas en la cima, confirmadas',
      other: '{count} personas en la cima, confirmadas',
    },
    confirmedBy: '{person}, {day}',
    withdraw: 'Retirar',
    withdrawOf: 'Retirar que {person} no tiene a nadie por encima',
    all: 'Mostrar todas',
  },
  ar: {
    none: 'كل خط إداري معروف حتى نهايته.',
    faults: {
      zero: 'لا روابط مفقودة في الهيكل',
      one: 'رابط واحد مفقود في الهيكل',
      two: 'رابطان مفقودان في الهيكل',
      few: '{count} روابط مفقودة في الهيكل',
      many: '{count} رابطًا مفقودًا في الهيكل',
      other: '{count} رابط مفقود في الهيكل',
    },
    heldBack: {
      zero: 'لا أحد عند رابط مفقود أو تحته.',
      one: 'شخص واحد عند رابط مفقود أو تحته. لا يُعرف من فوقه، فلا يُقرن إلا بمن هم تحت الرابط نفسه.',
      two: 'شخصان عند رابط مفقود أو تحته. لا يُعرف من فوقهما، فلا يُقرنان إلا بمن هم تحت الرابط نفسه.',
      few: '{count} أشخاص عند رابط مفقود أو تحته. لا يُعرف من فوقهم، فلا يُقرنون إلا بمن هم تحت الرابط نفسه.',
      many: '{count} شخصًا عند رابط مفقود أو تحته. لا يُعرف من فوقهم، فلا يُقرنون إلا بمن هم تحت الرابط نفسه.',
      other: '{count} شخص عند رابط مفقود أو تحته. لا يُعرف من فوقهم، فلا يُقرنون إلا بمن هم تحت الرابط نفسه.',
    },
    below: {
      zero: 'لا أحد تحته',
      one: 'شخص واحد تحته',
      two: 'شخصان تحته',
      few: '{count} أشخاص تحته',
      many: '{count} شخصًا تحته',
      other: '{count} شخص تحته',
    },
    confirm: 'لا أحد فوقه',
    confirmOf: 'تأكيد أنه لا أحد فوق {person}',
    confirmAll: {
      zero: 'لا أحد بلا مدير',
      one: 'لا أحد فوق هذا الشخص',
      two: 'لا أحد فوق هذين الشخصين اللذين لا مدير لهما',
      few: 'لا أحد فوق هؤلاء الـ{count} الذين لا مدير لهم',
      many: 'لا أحد فوق هؤلاء الـ{count} الذين لا مدير لهم',
      other: 'لا أحد فوق هؤلاء الـ{count} الذين لا مدير لهم',
    },
    confirmAlone: {
      zero: 'لا أحد',
      one: 'فقط من لا أحد تحته',
      two: 'فقط الاثنان اللذان لا أحد تحتهما',
      few: 'فقط الـ{count} الذين لا أحد تحتهم',
      many: 'فقط الـ{count} الذين لا أحد تحتهم',
      other: 'فقط الـ{count} الذين لا أحد تحتهم',
    },
    confirmed: {
      zero: 'لم يتغير شيء.',
      one: 'من الآن لا أحد فوق {person}.',
      two: 'من الآن لا أحد فوق شخصين.',
      few: 'من الآن لا أحد فوق {count} أشخاص.',
      many: 'من الآن لا أحد فوق {count} شخصًا.',
      other: 'من الآن لا أحد فوق {count} شخص.',
    },
    tops: {
      zero: 'لا أحد في القمة بتأكيد',
      one: 'شخص واحد في القمة بتأكيد',
      two: 'شخصان في القمة بتأكيد',
      few: '{count} أشخاص في القمة بتأكيد',
      many: '{count} شخصًا في القمة بتأكيد',
      other: '{count} شخص في القمة بتأكيد',
    },
    confirmedBy: '{person}، {day}',
    withdraw: 'تراجع',
    withdrawOf: 'التراجع عن أنه لا أحد فوق {person}',
    all: 'اعرض الكل',
  },
})
