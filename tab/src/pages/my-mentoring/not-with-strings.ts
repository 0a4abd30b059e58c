import { defineStrings } from '../../ui/text.tsx'

export const notWithStrings = defineStrings({
  en: {
    open: 'Someone I’d rather not be paired with',
    title: 'Someone I’d rather not be paired with',
    body: 'Private: the pairing engine respects it both ways. Nobody can look it up, and nobody is told: the other person still finds you in lists. It applies to future pairs, not to one you’re already in.',
    find: 'Name of the person',
    hint: 'At least three letters.',
    nobody: 'Nobody by that name.',
    choose: 'Not with {name}',
    said: 'You won’t be paired with {name}.',
  },
  es: {
    open: 'Prefiero no coincidir con alguien',
    title: 'Prefiero no coincidir con alguien',
    body: 'Privado: el cálculo lo respeta en ambos sentidos. Nadie puede consultarlo ni se avisa a nadie: la otra persona sigue viéndote en las listas. Vale para emparejamientos futuros, no para uno que ya tienes.',
    find: 'Nombre de la persona',
    hint: 'Al menos tres letras.',
    nobody: 'Nadie con ese nombre.',
    choose: 'No con {name}',
    said: 'No se te emparejará con {name}.',
  },
  ar: {
    open: 'أفضّل ألا أُجمع مع شخص بعينه',
    title: 'أفضّل ألا أُجمع مع شخص بعينه',
    body: 'خاص: يحترمه محرك الجمع في الاتجاهين. لا يستطيع أحد الاطلاع عليه ولا يُخبر به أحد، ويظل الآخر يراك في القوائم. يسري على الثنائيات القادمة لا على ثنائي أنت فيه الآن.',
    find: 'اسم الشخص',
    hint: 'ثلاثة أحرف على الأقل.',
    nobody: 'لا أحد بهذا الاسم.',
    choose: 'ليس مع {name}',
    said: 'لن تُجمع مع {name}.',
  },
})
