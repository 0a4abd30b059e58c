import { defineStrings } from '../../ui/language.ts'

/** What the form asks before it saves, and what it says of the plan as typed so far. */
export const doubtStrings = defineStrings({
  en: {
    title: 'Please check before you save',
    past: 'The start, {on}, is in the past.',
    far: 'The start, {on}, is more than two years away.',
    same: 'The target is the same as the baseline ({target}), so nothing would have to change.',
    lower:
      'The target ({target}) is below the baseline ({baseline}). That’s right only if less is better here.',
    rules: {
      one: 'The ground rules change, so one person will be asked to accept them again.',
      other: 'The ground rules change, so {count} people will be asked to accept them again.',
    },
    anyway: 'Save it like this',
    preview:
      'The first sessions come in the week of {first}, the last of {count} in the week of {last}. The cohort ends on {ends}. Hours for each person in a pair: {hours}.',
    fixed: 'The sessions have begun, so their dates and number are fixed.',
  },
  es: {
    title: 'Compruébalo antes de guardar',
    past: 'El inicio, {on}, ya ha pasado.',
    far: 'Faltan más de 24 meses para el inicio, {on}.',
    same: 'El objetivo es igual al punto de partida ({target}), así que no tendría que cambiar nada.',
    lower:
      'El objetivo ({target}) está por debajo del punto de partida ({baseline}). Solo es correcto si aquí menos es mejor.',
    rules: {
      one: 'Cambian las reglas básicas: se pedirá a una persona que las acepte de nuevo.',
      many: 'Cambian las reglas básicas: se pedirá a {count} personas que las acepten de nuevo.',
      other: 'Cambian las reglas básicas: se pedirá a {count} personas que las acepten de nuevo.',
    },
    anyway: 'Guardar así',
    preview:
      'Las primeras sesiones son en la semana del {first} y las últimas, de {count} en total, en la del {last}. La edición termina el {ends}. Horas por persona en cada pareja: {hours}.',
    fixed: 'Las sesiones ya han empezado: sus fechas y su número no se pueden cambiar.',
  },
  ar: {
    title: 'يُرجى التحقق قبل الحفظ',
    past: 'تاريخ البدء، {on}، قد مضى.',
    far: 'تاريخ البدء، {on}، بعد أكثر من سنتين.',
    same: 'الهدف مساوٍ للقيمة الحالية ({target})، فلا شيء يحتاج إلى أن يتغيّر.',
    lower: 'الهدف ({target}) أقل من نقطة البداية ({baseline}). هذا صحيح فقط إن كان الأقل هو الأفضل هنا.',
    rules: {
      zero: 'تتغيّر القواعد الأساسية، ولن يُطلب من أحد قبولها من جديد.',
      one: 'تتغيّر القواعد الأساسية، وسيُطلب من شخص واحد قبولها من جديد.',
      two: 'تتغيّر القواعد الأساسية، وسيُطلب من شخصين قبولها من جديد.',
      few: 'تتغيّر القواعد الأساسية، وسيُطلب من {count} أشخاص قبولها من جديد.',
      many: 'تتغيّر القواعد الأساسية، وسيُطلب من {count} شخصًا قبولها من جديد.',
      other: 'تتغيّر القواعد الأساسية، وسيُطلب من {count} شخص قبولها من جديد.',
    },
    anyway: 'احفظها هكذا',
    preview:
      'تبدأ الجلسات الأولى في أسبوع {first}، والأخيرة في أسبوع {last}، وعددها {count}. تنتهي الدفعة في {ends}. الساعات لكل شخص في الثنائي: {hours}.',
    fixed: 'بدأت الجلسات، لذا لا يمكن تغيير مواعيدها ولا عددها.',
  },
})
