/** What the Organizer should look at: the fact, then what to do. Facts name nobody as the one at fault. */
import { defineStrings } from '../../ui/language.ts'

export const concernStrings = defineStrings({
  en: {
    title: { one: 'One thing to look at', other: '{count} things to look at' },
    'title.none': 'Nothing to look at',
    none: 'No rule is broken, every series stands, and no pair waits for a time.',
    since: 'Since {day}',
    done: 'Done',
    'done.for': 'Done: {what}, {pair}',
    end: 'End the pairing',
    'end.soon': 'The pairing of {pair} will end. Both get the same neutral message.',
    schedule: 'Open Schedule',
    'said.closed': 'Off the list: {pair}.',
    'show-closed': 'Show what is done',
    'hide-closed': 'Hide what is done',
    'closed.title': 'Done',
    'closed.none': 'Nothing has been closed yet.',
    'closed.by': 'Closed by {name} on {day}',
    'closed.itself': 'Resolved on its own on {day}',
    pair: '{mentor} and {mentee}',
    'no-pair': 'A pair that no longer exists',
    'no-person': 'The program’s mailbox',
    'person-left.do': 'End the pairing, then propose a new partner for the one who stays.',
    'inside-line.do':
      'The organization chart changed after they were paired. Talk to both, end the pairing, and propose each a new partner.',
    'same-manager.do': 'Ask both whether they still speak freely. If not, end the pairing.',
    'line-unknown.do':
      'Have the manager entered in Microsoft Entra, or confirm under People that nobody is above; this closes by itself after that.',
    'dotted-line.do': 'End the pairing, or ask whoever runs the second line to change it.',
    'former-manager.do':
      'Ask both whether they speak freely. If not, end the pairing and propose each a new partner.',
    'conflict.do': 'End the pairing. Nobody has to say more than that.',
    'forbidden.do': 'End the pairing, or take the rule back on the Matching board.',
    'series-deleted.do':
      'Ask whether they want to go on. If so, book it again under Schedule; if not, end the pairing.',
    'series-declined.do': 'Call the Mentee’s office: often another weekday is all it takes.',
    'series-shortened.do':
      'Ask whether they want to go on. If so, choose a time under Schedule, which books the rest; if not, end the pairing.',
    'mailbox-gone.do':
      'Its sessions can no longer be read, moved or canceled. Ask IT whether it still has an Exchange license; if it will not come back, end the pairing or hand the program over to another mailbox.',
    'no-teams-link.do':
      'Ask IT whether the inviting mailbox may create Teams meetings. Until then, ask the two to call each other in Teams.',
    'no-repair-time.do': 'Ask both for one hour next week and move the session in Outlook for them.',
    'fit-in-doubt.do':
      'Talk to each of them on their own, and don’t ask who said so. If it stays that way, end the pairing and propose each a new partner.',
    'change-wanted.do':
      'At the midpoint, at least one of them asked for another partner or to stop. Talk to each of them within ten working days; nobody has to give a reason.',
    'stalled.do':
      'Call the Mentee today and ask whether the time still suits them; under Schedule you can choose another one. If it happens again, the Sponsor is told (if that is switched on).',
  },
  es: {
    title: { one: 'Una cosa que mirar', many: '{count} cosas que mirar', other: '{count} cosas que mirar' },
    'title.none': 'Nada que mirar',
    none: 'No se incumple ninguna regla, todas las series siguen en pie y nadie espera una hora.',
    since: 'Desde el {day}',
    done: 'Hecho',
    'done.for': 'Hecho: {what}, {pair}',
    end: 'Terminar el emparejamiento',
    'end.soon': 'El emparejamiento de {pair} terminará. Ambas personas reciben el mismo mensaje neutro.',
    schedule: 'Abrir Calendario',
    'said.closed': 'Fuera de la lista: {pair}.',
    'show-closed': 'Mostrar lo hecho',
    'hide-closed': 'Ocultar lo hecho',
    'closed.title': 'Hecho',
    'closed.none': 'Todavía no se ha cerrado nada.',
    'closed.by': 'Lo cerró {name} el {day}',
    'closed.itself': 'Se arregló solo el {day}',
    pair: '{mentor} y {mentee}',
    'no-pair': 'Un emparejamiento que ya no existe',
    'no-person': 'El buzón del programa',
    'person-left.do': 'Termina el emparejamiento y propón otra persona a quien se queda.',
    'inside-line.do':
      'El organigrama cambió después de emparejarlas. Habla con ambas, termina el emparejamiento y propón a cada una otra persona.',
    'same-manager.do': 'Pregunta a ambas si siguen hablando con libertad. Si no, termina el emparejamiento.',
    'line-unknown.do':
      'Haz que se indique el responsable en Microsoft Entra o confirma en Personas que no hay nadie por encima; después se cierra solo.',
    'dotted-line.do': 'Termina el emparejamiento o pide que se cambie la segunda línea.',
    'former-manager.do':
      'Pregunta a ambas si hablan con libertad. Si no, termina el emparejamiento y propón a cada una otra persona.',
    'conflict.do': 'Termina el emparejamiento. Nadie tiene que decir más.',
    'forbidden.do': 'Termina el emparejamiento o retira la regla en Emparejamiento.',
    'series-deleted.do':
      'Pregunta si quieren continuar. Si es así, resérvala de nuevo en Calendario; si no, termina el emparejamiento.',
    'series-declined.do': 'Llama a la oficina de quien aprende: a menudo basta con otro día de la semana.',
    'series-shortened.do':
      'Pregunta si quieren continuar. Si es así, elige una hora en Calendario, que reserva el resto; si no, termina el emparejamiento.',
    'mailbox-gone.do':
      'Sus sesiones ya no se pueden leer, mover ni cancelar. Pregunta a TI si aún tiene licencia de Exchange; si no vuelve, termina el emparejamiento o usa otro buzón para el programa.',
    'no-teams-link.do':
      'Pregunta a TI si el buzón que invita puede crear reuniones de Teams. Mientras tanto, pide a ambas personas que se llamen por Teams.',
    'no-repair-time.do': 'Pide a ambas una hora la semana que viene y mueve tú la sesión en Outlook.',
    'fit-in-doubt.do':
      'Habla con cada persona por separado y no preguntes quién lo dijo. Si sigue igual, termina el emparejamiento y propón a cada una otra persona.',
    'change-wanted.do':
      'A mitad de camino, al menos una de las dos pidió otra persona o dejarlo. Habla con cada una en diez días laborables; nadie tiene que dar motivos.',
    'stalled.do':
      'Llama hoy a quien aprende y pregunta si la hora sigue siendo buena; en Calendario puedes elegir otra. Si vuelve a pasar, se avisa a quien patrocina (si está activado).',
  },
  ar: {
    title: {
      zero: 'لا شيء للنظر فيه',
      one: 'أمر واحد للنظر فيه',
      two: 'أمران للنظر فيهما',
      few: '{count} أمور للنظر فيها',
      many: '{count} أمرًا للنظر فيه',
      other: '{count} أمر للنظر فيه',
    },
    'title.none': 'لا شيء للنظر فيه',
    none: 'لا قاعدة مخالَفة، وكل السلاسل قائمة، ولا ثنائي ينتظر موعدًا.',
    since: 'منذ {day}',
    done: 'تم',
    'done.for': 'تم: {what}، {pair}',
    end: 'إنهاء الشراكة',
    'end.soon': 'تنتهي شراكة {pair}. تصل إلى الطرفين رسالة محايدة.',
    schedule: 'افتح الجدول',
    'said.closed': 'أُزيل من القائمة: {pair}.',
    'show-closed': 'عرض ما تم',
    'hide-closed': 'إخفاء ما تم',
    'closed.title': 'تم',
    'closed.none': 'لم يُغلق شيء بعد.',
    'closed.by': 'أُغلق بواسطة {name} في {day}',
    'closed.itself': 'صلح من تلقاء نفسه في {day}',
    pair: '{mentor} و{mentee}',
    'no-pair': 'ثنائي لم يعد موجودًا',
    'no-person': 'صندوق بريد البرنامج',
    'person-left.do': 'أنهِ الشراكة ثم اقترح شريكًا جديدًا لمن بقي.',
    'inside-line.do':
      'تغيّر الهيكل التنظيمي بعد جمعهما. تحدث معهما، وأنهِ الشراكة، واقترح لكل منهما شريكًا جديدًا.',
    'same-manager.do': 'اسألهما إن كانا ما زالا يتحدثان بحرية. وإلا فأنهِ الشراكة.',
    'line-unknown.do':
      'اطلب إدخال المدير في Microsoft Entra، أو أكّد في صفحة الأشخاص أنه لا أحد فوقه، ثم يُغلق هذا الأمر من تلقاء نفسه.',
    'dotted-line.do': 'أنهِ الشراكة أو اطلب تغيير الخط الثاني.',
    'former-manager.do':
      'اسأل الاثنين هل يتحدثان بحرية. إن لم يكن كذلك فأنهِ الشراكة واقترح لكل منهما شريكًا جديدًا.',
    'conflict.do': 'أنهِ الشراكة. لا يلزم أحدًا أن يقول أكثر من ذلك.',
    'forbidden.do': 'أنهِ الشراكة أو تراجع عن القاعدة في لوحة المطابقة.',
    'series-deleted.do': 'اسأل إن كانا سيتابعان. إن كان كذلك فاحجزها مجددًا في الجدول، وإلا فأنهِ الشراكة.',
    'series-declined.do': 'اتصل بمكتب المسترشد: كثيرًا ما يكفي يوم آخر من الأسبوع.',
    'series-shortened.do':
      'اسأل إن كانا سيتابعان. إن كان كذلك فاختر وقتًا في الجدول ليُحجز الباقي، وإلا فأنهِ الشراكة.',
    'mailbox-gone.do':
      'لم يعد ممكنًا قراءة جلساته أو نقلها أو إلغاؤها. اسأل قسم تقنية المعلومات هل ما زالت له رخصة Exchange؛ فإن لم يعد فأنهِ الشراكة أو اختر صندوقًا آخر للبرنامج.',
    'no-teams-link.do':
      'اسأل قسم تقنية المعلومات هل يُسمح لصندوق البريد الداعي بإنشاء اجتماعات Teams. وحتى ذلك الحين اطلب من الاثنين أن يتصلا عبر Teams.',
    'no-repair-time.do': 'اطلب من الطرفين ساعة في الأسبوع القادم وانقل الجلسة في Outlook نيابة عنهما.',
    'fit-in-doubt.do':
      'تحدّث مع كلٍّ منهما على حدة، ولا تسأل من قال ذلك. وإن بقي الأمر كذلك فأنهِ الشراكة واقترح لكلٍّ منهما شريكًا جديدًا.',
    'change-wanted.do':
      'في منتصف الطريق طلب أحدهما على الأقل شريكًا آخر أو التوقف. تحدّث مع كلٍّ منهما خلال عشرة أيام عمل، ولا يلزم أحدًا أن يذكر سببًا.',
    'stalled.do':
      'اتصل بالمسترشد اليوم واسأل هل ما زال الوقت مناسبًا؛ ويمكنك اختيار غيره من «الجدول». وإن تكرر ذلك يُبلَّغ الراعي (إن كان مفعّلًا).',
  },
})
