/** docs/who-can-see-what.md below its introduction, as the table of who may do what has it. */
import { access, acts, type ConditionName, type Datum } from '../../bot/auth/access.ts'
import { type Reader, shownTo, whoSees } from '../../bot/auth/who-sees.ts'
import { whoSeesStrings } from '../../tab/src/pages/my-mentoring/who-sees-strings.ts'

export const generatedFrom = '<!-- From here on generated from bot/auth/access.ts. -->'

const words: Record<string, unknown> = whoSeesStrings.en
const word = (key: string) => {
  const found = words[key]
  if (typeof found !== 'string') throw new Error(`No words for ${key}.`)
  return found
}

export function whoCanSeeWhatDocument(): string {
  const known = whoSees().map(
    ({ datum, readers }) =>
      `| ${word(`datum.${datum}`)} | ${readers.map(inWords).join('<br>') || 'Nobody'} |`,
  )
  const done = acts.map((act) => {
    const { shelf, who, shows }: { shelf: string; who: Grants; shows?: readonly Datum[] } = access[act]
    return `| ${shelf} | ${act} | ${who.map(([one, ...only]) => grantInWords(one!, only)).join('; ')} | ${shows?.join(', ') ?? ''} |`
  })
  return [
    generatedFrom,
    '',
    '## What is known of you, and who can read it',
    '',
    '| what | who |',
    '|---|---|',
    ...known,
    '',
    '## What each role is shown',
    '',
    'By the role alone, of whoever takes part; conditions stand in the table above.',
    '',
    ...roles.map(([role, name]) => `- ${name}: ${shownIn(role)}`),
    '',
    '## Every act',
    '',
    'The conditions by their names in the code; of those after "if", all must hold.',
    '',
    '| shelf | act | who | shows |',
    '|---|---|---|---|',
    ...done,
    '',
  ].join('\n')
}

const roles = [
  ['organizer', 'Organizers'],
  ['sponsor', 'the Sponsor'],
  ['stand-in', 'the Sponsor’s stand-in'],
  ['communications', 'communications'],
  ['reviewer', 'reviewers'],
  ['independent-contact', 'the independent contact'],
  ['analyst', 'analysts'],
  ['it-admin', 'IT'],
] as const
const shownIn = (role: (typeof roles)[number][0]): string =>
  shownTo(role).join(', ') ||
  (role === 'independent-contact' ? 'nothing that you have not told them' : 'nothing')

type Grants = readonly (readonly ConditionName[])[]

function inWords({ who, only }: Reader): string {
  return only.reduce((text, name) => word(`only.${name}`).replace('{who}', text), word(`who.${who}`))
}

function grantInWords(who: ConditionName, only: readonly ConditionName[]): string {
  const spoken = (name: string) => name.replaceAll('-', ' ')
  return only.length === 0 ? spoken(who) : `${spoken(who)}, if ${only.map(spoken).join(' and ')}`
}
