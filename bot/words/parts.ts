/**
 * What each part in a Program is called, and what it is for; for card and tab alike.
 */
import type { Language } from './sentence.ts'

const en = {
  'name.sponsor': 'Sponsor',
  'name.organizer': 'Organizer',
  'name.co-organizer': 'Organizer',
  'name.reviewer': 'Reviewer',
  'name.independent-contact': 'Independent contact',
  'name.stand-in': 'Stand-in for the Sponsor',
  'name.communications': 'Communications',
  'does.co-organizer':
    'Organizers run the program together. You need the Organizer role from IT to accept, which you do in My mentoring.',
  'does.reviewer':
    'Once a program has two reviewers, whoever wants to teach answers four questions. Reviewers read them, each alone, and say what they think. The Organizer decides.',
  'does.independent-contact':
    'Whoever takes part sees this person’s name and can write to them instead of turning to the Organizer. The program shows them nothing: an independent contact knows what people tell them.',
  'does.stand-in':
    'On days that the Sponsor names, a stand-in decides about summaries in the Sponsor’s place. On all other days this part opens nothing.',
  'does.communications': 'Drafts summaries of this program and posts them once they are approved.',
}

export type PartWordKey = keyof typeof en

const es: Record<PartWordKey, string> = {
  'name.sponsor': 'Patrocinio',
  'name.organizer': 'Organización',
  'name.co-organizer': 'Organización',
  'name.reviewer': 'Revisión de solicitudes',
  'name.independent-contact': 'Contacto independiente',
  'name.stand-in': 'Suplencia de quien patrocina',
  'name.communications': 'Comunicación',
  'does.co-organizer':
    'Quienes organizan llevan juntos el programa. Para aceptar necesitas el rol Organizer, que da TI, y se acepta en Mi mentoría.',
  'does.reviewer':
    'Cuando un programa tiene dos personas que revisan, quien quiere enseñar responde a cuatro preguntas. Las leen, cada cual por su cuenta, y dicen lo que piensan. Decide quien organiza.',
  'does.independent-contact':
    'Quienes participan ven su nombre y pueden escribirle si prefieren no acudir a quien organiza. El programa no le muestra nada: sabe lo que la gente le cuenta.',
  'does.stand-in':
    'Los días que indique quien patrocina, decide en su lugar sobre los resúmenes. Los demás días, esta función no abre nada.',
  'does.communications': 'Redacta los resúmenes de este programa y los publica cuando están aprobados.',
}

const ar: Record<PartWordKey, string> = {
  'name.sponsor': 'الراعي',
  'name.organizer': 'المنظّم',
  'name.co-organizer': 'منظّم',
  'name.reviewer': 'مراجعة الطلبات',
  'name.independent-contact': 'جهة الاتصال المستقلة',
  'name.stand-in': 'النيابة عن الراعي',
  'name.communications': 'التواصل',
  'does.co-organizer':
    'يدير المنظّمون البرنامج معًا. يلزمك للقبول دور Organizer من قسم تقنية المعلومات، وتقبل من صفحة إرشادي.',
  'does.reviewer':
    'متى صار للبرنامج مراجعان، يجيب من يودّ الإرشاد عن أربعة أسئلة، فيقرؤها المراجعون كلٌّ على حدة ويبدون رأيهم. والقرار للمنظّم.',
  'does.independent-contact':
    'يرى المشاركون اسم هذا الشخص ويستطيعون مراسلته بدل اللجوء إلى المنظّم. لا يعرض عليه البرنامج شيئًا: لا يعرف إلا ما يخبره به الناس.',
  'does.stand-in':
    'في الأيام التي يحددها الراعي يقرّر النائب مكانه في الملخصات. وفي سائر الأيام لا يفتح هذا الدور شيئًا.',
  'does.communications': 'كتابة ملخصات هذا البرنامج ونشرها بعد الموافقة عليها.',
}

export const partWords: Record<Language, Record<PartWordKey, string>> = { en, es, ar }
