import { defineStrings } from '../../ui/text.tsx'

/** Why a run stopped: a sentence by kind, and for lists that could not be read which one. */
export const runFailureStrings = defineStrings({
  en: {
    unchanged: 'Nothing was changed.',
    detail: 'For whoever looks after the service:',
    'failed.exclusions-unreadable':
      'The run stopped: {source} couldn’t be read, and nobody is paired on half the facts.',
    'failed.chart-not-read':
      'The run stopped: the organization chart hasn’t been read yet. Read it on the People page.',
    'failed.certificate-failed':
      'The run stopped: its result couldn’t be proven right, so it was discarded. Try again.',
    'failed.other': 'The run stopped because of a fault in the service. Try again.',
    'source.wishes': 'the list of pins and of pairs ruled out',
    'source.blocks': 'the list of people that others don’t want to be paired with',
    'source.exclusions': 'the imported list of people who must not be paired',
    'source.manager-history': 'the list of former managers',
    'source.earlier-pairs': 'the list of earlier pairs',
    'source.other': 'a list of people who must not be paired',
  },
  es: {
    unchanged: 'No ha cambiado nada.',
    detail: 'Para quien cuida del servicio:',
    'failed.exclusions-unreadable':
      'El cálculo se detuvo: no se pudo leer {source}, y no se empareja a nadie con la mitad de los datos.',
    'failed.chart-not-read':
      'El cálculo se detuvo: aún no se ha leído el organigrama. Léelo en la página Personas.',
    'failed.certificate-failed':
      'El cálculo se detuvo: no se pudo demostrar que el resultado es correcto y se descartó. Inténtalo de nuevo.',
    'failed.other': 'El cálculo se detuvo por un fallo del servicio. Inténtalo de nuevo.',
    'source.wishes': 'la lista de parejas fijadas o descartadas',
    'source.blocks': 'la lista de con quién prefiere no coincidir cada persona',
    'source.exclusions': 'la lista importada de personas que no pueden ir juntas',
    'source.manager-history': 'la lista de antiguos responsables',
    'source.earlier-pairs': 'la lista de emparejamientos anteriores',
    'source.other': 'una lista de personas que no pueden ir juntas',
  },
  ar: {
    unchanged: 'لم يتغير شيء.',
    detail: 'لمن يعتني بالخدمة:',
    'failed.exclusions-unreadable': 'توقف الحساب: تعذّرت قراءة {source}، ولا يُقرن أحد بنصف الحقائق.',
    'failed.chart-not-read': 'توقف الحساب: لم يُقرأ الهيكل التنظيمي بعد. اقرأه في صفحة «الأشخاص».',
    'failed.certificate-failed': 'توقف الحساب: تعذّر إثبات صحة النتيجة فأُهملت. حاول من جديد.',
    'failed.other': 'توقف الحساب بسبب عطل في الخدمة. حاول من جديد.',
    'source.wishes': 'قائمة الثنائيات المثبتة والمستبعدة',
    'source.blocks': 'قائمة من لا يرغب أحدهم في أن يُقرن بهم',
    'source.exclusions': 'القائمة المستوردة لمن لا يجوز قرنهم',
    'source.manager-history': 'قائمة المديرين السابقين',
    'source.earlier-pairs': 'قائمة الثنائيات السابقة',
    'source.other': 'قائمة من لا يجوز قرنهم',
  },
})
