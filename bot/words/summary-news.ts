/** What became of a text, said to its author by the card. */
import type { Language, Plural } from './sentence.ts'

export type SummaryNewsWords = {
  'title.sent-back': string
  'title.approved': string
  'title.published': string
  'title.failed': string
  'title.withdrawn': string
  /** Around the card's title, where a name fits in. */
  'by.sent-back': string
  'by.approved': string
  'by.withdrawn': string
  note: string
  'text.sent-back': string
  'text.approved': string
  'text.published': Plural
  'text.failed': Plural
  'text.nowhere': string
  'text.withdrawn': string
  open: string
}

export const summaryNewsWords: Record<Language, SummaryNewsWords> = {
  en: {
    'title.sent-back': 'Your post came back to you',
    'title.approved': 'Your post is approved',
    'title.published': 'Your post is published',
    'title.failed': 'Your post isn’t in every channel',
    'title.withdrawn': 'Your post was withdrawn',
    'by.sent-back': 'Sent back by {name}',
    'by.approved': 'Approved by {name}',
    'by.withdrawn': 'Withdrawn by {name}',
    note: 'What should change',
    'text.sent-back': 'It’s a draft again. Change it, then send it for approval once more.',
    'text.approved': 'It’s on its way to the channels now.',
    'text.published': {
      one: 'It’s in the channel you chose.',
      other: 'It’s in all {count} channels you chose.',
    },
    'text.failed': {
      one: 'It’s in one of {of} channels. See what got in the way, and what to do.',
      other: 'It’s in {count} of {of} channels. See what got in the way, and what to do.',
    },
    'text.nowhere': 'It’s approved, but as far as we know it’s in no channel yet. See what got in the way.',
    'text.withdrawn': 'It’s being taken out of the channels. You can start a new draft from it.',
    open: 'Open it',
  },
  es: {
    'title.sent-back': 'Tu publicación ha vuelto',
    'title.approved': 'Tu publicación está aprobada',
    'title.published': 'Tu texto está publicado',
    'title.failed': 'Tu publicación no está en todos los canales',
    'title.withdrawn': 'Tu publicación se retiró',
    'by.sent-back': 'Devuelta por {name}',
    'by.approved': 'Aprobada por {name}',
    'by.withdrawn': 'Retirada por {name}',
    note: 'Qué debería cambiar',
    'text.sent-back': 'Vuelve a ser un borrador. Cámbialo y envíalo otra vez a aprobar.',
    'text.approved': 'Ya va camino de los canales.',
    'text.published': {
      one: 'Está en el canal que elegiste.',
      other: 'Está en los {count} canales que elegiste.',
    },
    'text.failed': {
      one: 'Está en uno de {of} canales. Mira qué lo impidió y qué se puede hacer.',
      other: 'Está en {count} de {of} canales. Mira qué lo impidió y qué se puede hacer.',
    },
    'text.nowhere': 'Está aprobada, pero no nos consta que esté en ningún canal. Mira qué lo impidió.',
    'text.withdrawn': 'Se está quitando de los canales. Puedes empezar un borrador nuevo a partir de ella.',
    open: 'Abrirla',
  },
  ar: {
    'title.sent-back': 'عاد منشورك إليك',
    'title.approved': 'تمت الموافقة على منشورك',
    'title.published': 'نُشر ما كتبته',
    'title.failed': 'منشورك ليس في كل القنوات',
    'title.withdrawn': 'سُحب منشورك',
    'by.sent-back': 'أعاده {name}',
    'by.approved': 'وافق عليه {name}',
    'by.withdrawn': 'سحبه {name}',
    note: 'ما الذي ينبغي تغييره',
    'text.sent-back': 'عاد مسودة. عدّله ثم أرسله للموافقة مرة أخرى.',
    'text.approved': 'هو الآن في طريقه إلى القنوات.',
    'text.published': {
      zero: 'لم يصل إلى أي قناة.',
      one: 'هو في القناة التي اخترتها.',
      two: 'هو في القناتين اللتين اخترتهما.',
      few: 'هو في {count} قنوات، وهي كل ما اخترته.',
      many: 'هو في {count} قناة، وهي كل ما اخترته.',
      other: 'هو في {count} قناة، وهي كل ما اخترته.',
    },
    'text.failed': {
      other: 'عدد القنوات التي وصل إليها: {count} من {of}. انظر ما الذي حال دون ذلك وما العمل.',
    },
    'text.nowhere': 'تمت الموافقة عليه، لكننا لا نعرف قناة وصل إليها. انظر ما الذي حال دون ذلك.',
    'text.withdrawn': 'تجري إزالته من القنوات. يمكنك بدء مسودة جديدة منه.',
    open: 'فتح المنشور',
  },
}
