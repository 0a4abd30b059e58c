import { defineStrings } from '../../ui/text.tsx'

export const whoRunsStrings = defineStrings({
  en: {
    title: 'People who run this',
    organizers: 'Organizers',
    sponsor: 'Sponsor',
    contacts: 'Someone to talk to outside the program',
    'contacts.note': 'They have no other part here and see nothing you haven’t told them.',
    write: 'Write to {name}',
    outside: 'Would you rather talk it over with someone outside the program first?',
  },
  es: {
    title: 'Quién lleva esto',
    organizers: 'Organización',
    sponsor: 'Patrocinio',
    contacts: 'Alguien con quien hablar fuera del programa',
    'contacts.note': 'No tiene ninguna otra función aquí y no ve nada que no le hayas contado.',
    write: 'Escribir a {name}',
    outside: '¿Prefieres hablarlo antes con alguien de fuera del programa?',
  },
  ar: {
    title: 'من يدير هذا البرنامج',
    organizers: 'المنظّمون',
    sponsor: 'الراعي',
    contacts: 'شخص تتحدث إليه خارج البرنامج',
    'contacts.note': 'لا دور آخر له هنا، ولا يرى شيئًا لم تخبره به.',
    write: 'مراسلة {name}',
    outside: 'هل تفضّل أن تتحدث أولًا مع شخص خارج البرنامج؟',
  },
})
