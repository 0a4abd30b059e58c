import { defineStrings } from '../../ui/language.ts'

export const daysOffStrings = defineStrings({
  en: {
    title: 'Days off',
    note: 'No session is booked on a public holiday of the country the directory states for either of the two.',
    people: { one: '{country} (1 person)', other: '{country} ({count} people)' },
    none: '{country}: no public holidays from now until the end of the cohort',
    unknown: {
      one: 'For one person no country with known holidays is in the directory. Only the days below count for them.',
      other:
        'For {count} people no country with known holidays is in the directory. Only the days below count for them.',
    },
    own: 'For everybody: {days}',
    'own.none': 'No days are entered for everybody.',
    enter: 'Enter days for everybody',
    falling: {
      one: 'One booked session falls on a day off.',
      other: '{count} booked sessions fall on a day off.',
    },
    move: { one: 'Find one pair another time', other: 'Find {count} pairs another time' },
    moving: 'New times are being looked for. The old times stay until then.',
    nothing: 'No booked session falls on a day off any more.',
  },
  es: {
    title: 'Días libres',
    note: 'No se reserva ninguna sesión en un festivo nacional del país que el directorio indica para cualquiera de los dos.',
    people: {
      one: '{country} (1 persona)',
      many: '{country} ({count} personas)',
      other: '{country} ({count} personas)',
    },
    none: '{country}: ningún festivo nacional desde hoy hasta el final de la edición',
    unknown: {
      one: 'De una persona el directorio no indica un país con festivos conocidos. Para ella solo cuentan los días de abajo.',
      many: 'De {count} personas el directorio no indica un país con festivos conocidos. Para ellas solo cuentan los días de abajo.',
      other:
        'De {count} personas el directorio no indica un país con festivos conocidos. Para ellas solo cuentan los días de abajo.',
    },
    own: 'Para todas las personas: {days}',
    'own.none': 'No se han indicado días para todas las personas.',
    enter: 'Indicar días para todas las personas',
    falling: {
      one: 'Una sesión reservada cae en un día libre.',
      many: '{count} sesiones reservadas caen en un día libre.',
      other: '{count} sesiones reservadas caen en un día libre.',
    },
    move: {
      one: 'Buscar otra hora para una pareja',
      many: 'Buscar otra hora para {count} parejas',
      other: 'Buscar otra hora para {count} parejas',
    },
    moving: 'Se buscan otras horas. Las anteriores siguen hasta entonces.',
    nothing: 'Ya no hay sesiones reservadas en un día libre.',
  },
  ar: {
    title: 'أيام العطل',
    note: 'لا تُحجز أي جلسة في عطلة رسمية للبلد المسجّل في الدليل لأي من الطرفين.',
    people: {
      zero: '{country} (لا أحد)',
      one: '{country} (شخص واحد)',
      two: '{country} (شخصان)',
      few: '{country} ({count} أشخاص)',
      many: '{country} ({count} شخصًا)',
      other: '{country} ({count} شخص)',
    },
    none: '{country}: لا عطل رسمية من الآن حتى نهاية الدفعة',
    unknown: {
      zero: 'البلدان معروفة للجميع.',
      one: 'لا يذكر الدليل لشخص واحد بلدًا عطله معروفة، فلا تُراعى له إلا الأيام المذكورة أدناه.',
      two: 'لا يذكر الدليل لشخصين بلدًا عطله معروفة، فلا تُراعى لهما إلا الأيام المذكورة أدناه.',
      few: 'لا يذكر الدليل لـ{count} أشخاص بلدًا عطله معروفة، فلا تُراعى لهم إلا الأيام المذكورة أدناه.',
      many: 'لا يذكر الدليل لـ{count} شخصًا بلدًا عطله معروفة، فلا تُراعى لهم إلا الأيام المذكورة أدناه.',
      other: 'لا يذكر الدليل لـ{count} شخص بلدًا عطله معروفة، فلا تُراعى لهم إلا الأيام المذكورة أدناه.',
    },
    own: 'للجميع: {days}',
    'own.none': 'لم تُدخل أيام للجميع.',
    enter: 'إدخال أيام للجميع',
    falling: {
      zero: 'لا تقع أي جلسة محجوزة في يوم عطلة.',
      one: 'تقع جلسة محجوزة واحدة في يوم عطلة.',
      two: 'تقع جلستان محجوزتان في يوم عطلة.',
      few: 'تقع {count} جلسات محجوزة في يوم عطلة.',
      many: 'تقع {count} جلسة محجوزة في يوم عطلة.',
      other: 'تقع {count} جلسة محجوزة في يوم عطلة.',
    },
    move: {
      zero: 'ابحث عن مواعيد أخرى',
      one: 'ابحث لثنائي واحد عن موعد آخر',
      two: 'ابحث لثنائيين عن موعد آخر',
      few: 'ابحث لـ{count} ثنائيات عن موعد آخر',
      many: 'ابحث لـ{count} ثنائيًا عن موعد آخر',
      other: 'ابحث لـ{count} ثنائي عن موعد آخر',
    },
    moving: 'يجري البحث عن مواعيد جديدة. تبقى المواعيد القديمة حتى ذلك الحين.',
    nothing: 'لم تعد أي جلسة محجوزة تقع في يوم عطلة.',
  },
})
