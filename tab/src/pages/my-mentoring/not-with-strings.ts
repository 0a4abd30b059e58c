import { defineStrings } from '../../ui/text.tsx'

export const notWithStrings = defineStrings({
  en: {
    open: 'Not with somebody…',
    title: 'Not with this person',
    body: 'Private: the pairing engine respects it both ways. Nobody can look it up, and nobody is told: the other still finds you in lists. It holds for pairs to come, not for one you are in already.',
    find: 'Name of the person',
    hint: 'At least three letters.',
    nobody: 'Nobody of that name.',
    choose: 'Not with {name}',
    said: 'You will not be paired with {name}.',
  },
  es: {
    open: 'No con alguien…',
    title: 'No con esta persona',
    body: 'Privado: el cálculo de parejas lo respeta en ambos sentidos. Nadie puede consultarlo ni se avisa a nadie: la otra persona sigue viéndote en las listas. Vale para parejas futuras, no para una que ya tienes.',
    find: 'Nombre de la persona',
    hint: 'Al menos tres letras.',
    nobody: 'Nadie con ese nombre.',
    choose: 'No con {name}',
    said: 'No se te emparejará con {name}.',
  },
  ar: {
    open: 'ليس مع شخص بعينه…',
    title: 'ليس مع هذا الشخص',
    body: 'خاص: يحترمه محرك الجمع في الاتجاهين. لا يستطيع أحد الاطلاع عليه ولا يُخبر به أحد، ويظل الآخر يراك في القوائم. يسري على الثنائيات القادمة لا على ثنائي أنت فيه الآن.',
    find: 'اسم الشخص',
    hint: 'ثلاثة أحرف على الأقل.',
    nobody: 'لا أحد بهذا الاسم.',
    choose: 'ليس مع {name}',
    said: 'لن تُجمع مع {name}.',
  },
})
