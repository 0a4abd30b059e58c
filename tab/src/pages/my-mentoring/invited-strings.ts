/** To somebody who was invited and has not enrolled. */
import { defineStrings } from '../../ui/language.ts'

export const invitedStrings = defineStrings({
  en: {
    mentor: '{name} invites you as a mentor: you teach a senior leader something you know well.',
    mentee: '{name} invites you as a mentee: you learn from a junior colleague.',
    'forwarded.by': '{names} put you forward.',
    forwarded: 'A colleague put you forward.',
    'forwarded.note': 'They aren’t told what you answer.',
    note: 'Below is what it’s for and what it asks of you. “Not now” needs no reason, and you won’t be reminded.',
    notNow: 'Not now',
    declined: 'You said “not now”, so you won’t be asked again. You can still enroll if you like.',
  },
  es: {
    mentor: '{name} te invita a enseñar: le muestras a alguien de la dirección algo que conoces bien.',
    mentee: '{name} te invita a aprender de alguien que empieza.',
    'forwarded.by': 'Tu nombre lo propuso alguien que te conoce: {names}.',
    forwarded: 'Alguien de la empresa propuso tu nombre.',
    'forwarded.note': 'Lo que respondas no se comunica a quien te propuso.',
    note: 'Abajo ves para qué sirve y qué te pide. «Ahora no» no necesita motivos y no habrá recordatorios.',
    notNow: 'Ahora no',
    declined: 'Has dicho «ahora no», así que no se te volverá a preguntar. Puedes inscribirte si quieres.',
  },
  ar: {
    mentor: 'يدعوك {name} لتكون مرشدًا: تعلّم أحد كبار القادة شيئًا تعرفه جيدًا.',
    mentee: 'يدعوك {name} لتكون مسترشدًا: تتعلم من زميل في بداية طريقه.',
    'forwarded.by': 'جاء ترشيحك من {names}.',
    forwarded: 'رشّحك أحد زملائك.',
    'forwarded.note': 'لا يُنقل جوابك إلى من رشّحك.',
    note: 'تجد أدناه الغرض من البرنامج وما يطلبه منك. «ليس الآن» لا تحتاج إلى سبب، ولن يأتيك تذكير.',
    notNow: 'ليس الآن',
    declined: 'قلت «ليس الآن»، فلن تُسأل مرة أخرى. وما زال بإمكانك التسجيل إن أردت.',
  },
})
