import { defineStrings } from '../../ui/language.ts'

export const unreachedStrings = defineStrings({
  en: {
    title: { one: 'Teams can’t reach one person', other: 'Teams can’t reach {count} people' },
    lead: 'Teams didn’t take a message for them. They can still open the Mentoring tab, so let them know another way.',
    'not-installed':
      'Does not have the app in Teams. Messages wait up to two weeks and arrive once the app is there.',
    blocked: 'The app is blocked in Teams, by them or by an administrator.',
    'teams-unavailable': 'Teams has been unavailable. Messages go out when it is back.',
    since: 'Since {date}.',
    unknown: 'We couldn’t check just now whether Teams reaches everyone.',
  },
  es: {
    title: {
      one: 'Teams no llega a una persona',
      many: 'Teams no llega a {count} personas',
      other: 'Teams no llega a {count} personas',
    },
    lead: 'Teams no aceptó algún mensaje para estas personas. Aun así pueden abrir la pestaña Mentoría: avísales por otra vía.',
    'not-installed':
      'No tiene la aplicación en Teams. Los mensajes esperan hasta dos semanas y llegan en cuanto la tenga.',
    blocked: 'La aplicación está bloqueada en Teams, por esta persona o por administración.',
    'teams-unavailable': 'Teams no responde. Los mensajes saldrán cuando vuelva.',
    since: 'Desde el {date}.',
    unknown: 'Ahora mismo no se ha podido leer si Teams llega a todo el mundo.',
  },
  ar: {
    title: {
      zero: 'يصل Teams إلى الجميع',
      one: 'شخص واحد لا يصل إليه Teams',
      two: 'شخصان لا يصل إليهما Teams',
      few: '{count} أشخاص لا يصل إليهم Teams',
      many: '{count} شخصًا لا يصل إليهم Teams',
      other: '{count} شخص لا يصل إليهم Teams',
    },
    lead: 'لم يقبل Teams رسالة موجّهة إليهم. يمكنهم فتح تبويب «الإرشاد» رغم ذلك، فأبلغهم بطريقة أخرى.',
    'not-installed': 'التطبيق غير مثبّت لديه في Teams. تنتظر الرسائل حتى أسبوعين وتصل فور تثبيته.',
    blocked: 'التطبيق محظور في Teams، من الشخص نفسه أو من أحد المسؤولين.',
    'teams-unavailable': 'خدمة Teams لا تستجيب. تُرسل الرسائل عند عودتها.',
    since: 'منذ {date}.',
    unknown: 'تعذّرت الآن معرفة ما إذا كان Teams يصل إلى الجميع.',
  },
})
