/** Telling people that there was no partner for them this time. */
import { defineStrings } from '../../ui/language.ts'

export const tellStrings = defineStrings({
  en: {
    later: 'They haven’t been told anything. Once every pair is approved, you can tell them from here.',
    title: 'They are waiting to hear',
    note: 'The others know their partner by now. Tell those without one as well: each hears it once, from the bot, in their own language.',
    ask: 'Tell them…',
    willRead: 'What they will read, without a cause:',
    words:
      'The pairs are made, and there was no partner for you this time. Thank you for offering your time. This says nothing about you. You stay on the list; if someone turns up who fits, I’ll tell you.',
    send: { one: 'Tell one person', other: 'Tell {count} people' },
    notNow: 'Not now',
    told: { one: 'One person is being told.', other: '{count} people are being told.' },
    before: { one: 'One knew already.', other: '{count} knew already.' },
    nobodyNew: 'All of them knew already. Nobody was told twice.',
  },
  es: {
    later:
      'Aún no se les ha dicho nada. Cuando todas las parejas estén aprobadas, podrás avisarles desde aquí.',
    title: 'Esperan una respuesta',
    note: 'Las demás personas ya saben con quién trabajarán. Avisa también a quienes aún no tienen a nadie: cada persona lo recibe una vez, del bot y en su idioma.',
    ask: 'Avisarles…',
    willRead: 'Lo que leerán, sin la causa:',
    words:
      'Las parejas ya están formadas y esta vez no ha habido ninguna para ti. Gracias por ofrecer tu tiempo. Esto no dice nada de ti. Sigues en la lista; si aparece alguien que encaje, te lo diré.',
    send: {
      one: 'Avisar a una persona',
      many: 'Avisar a {count} personas',
      other: 'Avisar a {count} personas',
    },
    notNow: 'Ahora no',
    told: {
      one: 'Se está avisando a una persona.',
      many: 'Se está avisando a {count} personas.',
      other: 'Se está avisando a {count} personas.',
    },
    before: {
      one: 'Una ya lo sabía.',
      many: '{count} ya lo sabían.',
      other: '{count} ya lo sabían.',
    },
    nobodyNew: 'Todas lo sabían ya. No se ha avisado a nadie dos veces.',
  },
  ar: {
    later: 'لم يُبلَّغوا بشيء بعد. عند الموافقة على كل الثنائيات يمكنك إبلاغهم من هنا.',
    title: 'ينتظرون خبرًا',
    note: 'يعرف الآخرون شركاءهم الآن. أبلغ من بقي بلا شريك أيضًا: يصل الخبر إلى كل شخص مرة واحدة من البوت وبلغته.',
    ask: 'إبلاغهم…',
    willRead: 'ما سيقرؤونه، دون ذكر السبب:',
    words:
      'تكوّنت الثنائيات، ولم نجد لك شريكًا هذه المرة. شكرًا لأنك عرضت وقتك. لا يعني هذا شيئًا عنك. ستبقى في القائمة، وإن وُجد من يناسبك فسأخبرك.',
    send: {
      zero: 'لا أحد لإبلاغه',
      one: 'إبلاغ شخص واحد',
      two: 'إبلاغ شخصين',
      few: 'إبلاغ {count} أشخاص',
      many: 'إبلاغ {count} شخصًا',
      other: 'إبلاغ {count} شخص',
    },
    notNow: 'ليس الآن',
    told: {
      zero: 'لم يُبلَّغ أحد.',
      one: 'يجري إبلاغ شخص واحد.',
      two: 'يجري إبلاغ شخصين.',
      few: 'يجري إبلاغ {count} أشخاص.',
      many: 'يجري إبلاغ {count} شخصًا.',
      other: 'يجري إبلاغ {count} شخص.',
    },
    before: {
      zero: 'لم يعرف أحد من قبل.',
      one: 'كان شخص واحد يعرف.',
      two: 'كان شخصان يعرفان.',
      few: 'كان {count} أشخاص يعرفون.',
      many: 'كان {count} شخصًا يعرفون.',
      other: 'كان {count} شخص يعرفون.',
    },
    nobodyNew: 'كانوا جميعًا يعرفون. لم يُبلَّغ أحد مرتين.',
  },
})
