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
    'preview.steps':
      'Plan to open enrollment on {enrol} and to start pairing on {match}; the midpoint comes in the week of {midpoint}.',
    'preview.short': 'That is less than four weeks for enrollment.',
    'ahead.none': 'No public holiday of your people’s countries falls in a week of sessions.',
    'ahead.title': {
      one: '{count} public holiday in weeks of sessions',
      other: '{count} public holidays in weeks of sessions',
    },
    'ahead.note': 'Nothing is booked on them; those weeks have fewer days to choose from.',
    'ahead.one': {
      one: '{country} (1 person): {days}',
      other: '{country} ({count} people): {days}',
    },
    'ahead.unknown': {
      one: 'For one person no country with known holidays is in the directory.',
      other: 'For {count} people no country with known holidays is in the directory.',
    },
    'ahead.until': 'Holidays after {year} are not known yet.',
    'ahead.lost': 'Public holidays can’t be shown right now.',
    longer:
      'The sessions have begun, so their dates are fixed. You can add sessions: once you save, each pair’s sessions still ahead are booked anew, with the new ones after them.',
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
    'preview.steps':
      'Prevé abrir la inscripción el {enrol} y empezar a emparejar el {match}; la mitad del recorrido cae en la semana del {midpoint}.',
    'preview.short': 'Quedan menos de cuatro semanas para la inscripción.',
    'ahead.none': 'En las semanas de sesiones no cae ningún festivo nacional de los países de tu gente.',
    'ahead.title': {
      one: '{count} festivo nacional en semanas de sesiones',
      many: '{count} festivos nacionales en semanas de sesiones',
      other: '{count} festivos nacionales en semanas de sesiones',
    },
    'ahead.note': 'En ellos no se reserva nada; esas semanas tienen menos días para elegir.',
    'ahead.one': {
      one: '{country} (1 persona): {days}',
      many: '{country} ({count} personas): {days}',
      other: '{country} ({count} personas): {days}',
    },
    'ahead.unknown': {
      one: 'De una persona el directorio no indica un país con festivos conocidos.',
      many: 'De {count} personas el directorio no indica un país con festivos conocidos.',
      other: 'De {count} personas el directorio no indica un país con festivos conocidos.',
    },
    'ahead.until': 'Los festivos posteriores a {year} aún no se conocen.',
    'ahead.lost': 'Ahora mismo no se pueden mostrar los festivos.',
    longer:
      'Las sesiones ya han empezado: sus fechas no se pueden cambiar. Puedes añadir sesiones: al guardar se reservan de nuevo las que le quedan a cada pareja, y las nuevas después.',
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
    'preview.steps':
      'خطّط لفتح التسجيل في {enrol} ولبدء المطابقة في {match}، ويأتي المنتصف في أسبوع {midpoint}.',
    'preview.short': 'هذا أقل من أربعة أسابيع للتسجيل.',
    'ahead.none': 'لا تقع في أسابيع الجلسات أي عطلة رسمية في بلدان موظفيكم.',
    'ahead.title': {
      zero: 'لا عطلات رسمية في أسابيع الجلسات',
      one: 'عطلة رسمية واحدة في أسابيع الجلسات',
      two: 'عطلتان رسميتان في أسابيع الجلسات',
      few: '{count} عطلات رسمية في أسابيع الجلسات',
      many: '{count} عطلة رسمية في أسابيع الجلسات',
      other: '{count} عطلة رسمية في أسابيع الجلسات',
    },
    'ahead.note': 'لا يُحجز فيها شيء، وتبقى في تلك الأسابيع أيام أقل للاختيار.',
    'ahead.one': {
      zero: '{country}: {days}',
      one: '{country} (شخص واحد): {days}',
      two: '{country} (شخصان): {days}',
      few: '{country} ({count} أشخاص): {days}',
      many: '{country} ({count} شخصًا): {days}',
      other: '{country} ({count} شخص): {days}',
    },
    'ahead.unknown': {
      zero: 'بلد الجميع معروف.',
      one: 'لا يذكر الدليل لشخص واحد بلدًا عطلاته معروفة.',
      two: 'لا يذكر الدليل لشخصين بلدًا عطلاته معروفة.',
      few: 'لا يذكر الدليل لـ{count} أشخاص بلدًا عطلاته معروفة.',
      many: 'لا يذكر الدليل لـ{count} شخصًا بلدًا عطلاته معروفة.',
      other: 'لا يذكر الدليل لـ{count} شخص بلدًا عطلاته معروفة.',
    },
    'ahead.until': 'العطلات بعد {year} غير معروفة بعد.',
    'ahead.lost': 'لا يمكن عرض العطلات الرسمية الآن.',
    longer:
      'بدأت الجلسات، لذا لا يمكن تغيير مواعيدها. يمكنك إضافة جلسات: عند الحفظ تُحجز من جديد الجلسات المتبقية لكل ثنائي، والجديدة بعدها.',
    fixed: 'بدأت الجلسات، لذا لا يمكن تغيير مواعيدها ولا عددها.',
  },
})
