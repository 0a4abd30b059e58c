import { defineStrings } from '../../ui/language.ts'

/** To whom a Cohort is open, and how many take part. */
export const admissionStrings = defineStrings({
  en: {
    title: 'Who can enroll',
    note: 'Leave everything empty to open it to everyone. What the directory doesn’t say of somebody counts as a no, and they’re told so. Whoever is in stays in.',
    units: 'Units',
    countries: 'Countries',
    only: 'Only these; all where none is named.',
    none: 'Nothing found',
    found: '{count} found',
    remove: '{name}: remove',
    people: '{count} people',
    grades: 'The directory gives a grade for {count} of {people} people.',
    places: 'Once the places on a side are taken, whoever enrolls there is on the waiting list.',
  },
  es: {
    title: 'Quién puede inscribirse',
    note: 'Déjalo todo vacío para abrirlo a todo el mundo. Lo que el directorio no dice de alguien cuenta como un no, y se le explica. Quien ya está dentro, sigue.',
    units: 'Unidades',
    countries: 'Países',
    only: 'Solo estas; todas, si no se indica ninguna.',
    none: 'No se ha encontrado nada',
    found: 'Resultados: {count}',
    remove: '{name}: quitar',
    people: 'Personas: {count}',
    grades: 'El directorio indica el grado de {count} de {people} personas.',
    places: 'Cuando se ocupan las plazas de un lado, quien se inscribe en él queda en la lista de espera.',
  },
  ar: {
    title: 'من يمكنه التسجيل',
    note: 'اترك كل شيء فارغًا ليكون مفتوحًا للجميع. ما لا يذكره الدليل عن شخص يُعدّ رفضًا، ويُقال له ذلك. ومن هو مشارك يبقى.',
    units: 'الوحدات',
    countries: 'البلدان',
    only: 'هذه فقط، والكل إن لم تُحدَّد أي منها.',
    none: 'لا نتائج',
    found: 'عدد النتائج: {count}',
    remove: '{name}: إزالة',
    people: 'عدد الأشخاص: {count}',
    grades: 'يذكر الدليل الدرجة لـ{count} من {people}.',
    places: 'حين تُشغل أماكن أحد الجانبين، يكون من يسجّل فيه على قائمة الانتظار.',
  },
})
