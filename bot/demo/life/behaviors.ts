/**
 * What people do with the cards that the bot sends them, button by button. Each rule looks at the card alone, and at who
 * reads it; when they get to it is part of the rule. A button that has no rule stands in `unpressed`, with the reason.
 */
import type { Button, Field, ReadCard } from './card.ts'
import type { Character, Luck, PairCharacter } from './character.ts'

export interface Situation {
  luck: Luck
  personId: string
  character: Character
  /** Everybody who has cards about the same pair or session, as one word. */
  pair: string
  pairCharacter: PairCharacter
  /** Of this pair; 0 when the card is about none. */
  session: number
  /** One of the two is the visitor's to play: nothing of theirs is called off, declined or moved. */
  isWithVisitor: boolean
  card: ReadCard
}

/** What the page tells of a week. */
export const tellings = ['held', 'not-held', 'moved', 'declined', 'stopped', 'left', 'manager'] as const
export type Telling = (typeof tellings)[number]

export interface Deed {
  /** Absent: they look away, for good. */
  press?: Button
  afterHours: number
  tells?: Telling
}

type Rule = (button: Button, situation: Situation) => Deed | undefined

/** In the order in which somebody who has several buttons before them would think of them. */
export const behaviors: Record<string, Rule> = {
  'decline-pairing': (button, s) =>
    !s.isWithVisitor && chance(s, 'declines the pair') < 0.02
      ? { press: button, afterHours: between(s, 'decline', 4, 30), tells: 'declined' }
      : undefined,
  'check-in': checkIn,
  'find-another-time': (button, s) =>
    isStalled(s) || chance(s, 'another time') > 0.6 ? undefined : { press: button, afterHours: 0 },
  'cannot-make-it': (button, s) =>
    s.isWithVisitor || s.session === 0 || isStalled(s) || chance(s, 'cannot') > 0.05
      ? undefined
      : { press: button, afterHours: between(s, 'cannot', 1, 6) },
  // Only of three at once: whoever is offered less takes what there is.
  'refuse-times': (button, s) =>
    button.data['what'] === 'times' &&
    timesOn(s.card).length >= 3 &&
    chance(s, `refuses ${JSON.stringify(button.data['seen'])}`) < 0.08
      ? { press: button, afterHours: between(s, 'refuse', 1, 4) }
      : undefined,
  'choose-repair': chooseTime,
  'choose-assisted': (_, s) => ({ press: oneOf(s, 'choose-assisted'), afterHours: 2 }),
  'answer-ask': (button, s) => {
    const question = button.data['askKey']
    const about = `ask ${s.pair} ${String(question).split('.')[0]}`
    if (forgets(s, about)) return undefined
    return {
      press: { ...button, data: { ...button.data, ...filled(s, about) } },
      afterHours: whenReady(s, about),
    }
  },
  'read-agreement': (button, s) =>
    forgets(s, `agreement ${s.pair}`) ? undefined : { press: button, afterHours: whenReady(s, 'agreement') },
  'sign-agreement': (button, s) => ({
    press: {
      ...button,
      data: { ...button.data, ...filled(s, `sign ${s.pair}`), goal: goalOn(s.card) },
    },
    afterHours: 0,
  }),
  'answer-request': (button, s) => ({
    press: withData(s.card, button.verb, 'answer', chance(s, 'asked') < 0.7 ? 'accept' : 'not-now') ?? button,
    afterHours: whenReady(s, 'request'),
  }),
  'answer-seat': (button, s) => ({
    press: withData(s.card, button.verb, 'answer', 'accepted') ?? button,
    afterHours: whenReady(s, 'seat'),
  }),
  'answer-place': (button, s) => ({
    press: withData(s.card, button.verb, 'answer', chance(s, 'place') < 0.8 ? 'take' : 'no-thanks') ?? button,
    afterHours: whenReady(s, 'place'),
  }),
  // Whoever would join leaves the card: enrolling is done in the tab.
  'answer-invitation': (button, s) =>
    chance(s, 'invited') < 0.35 ? { press: button, afterHours: whenReady(s, 'invited') } : undefined,
  'tick-duty': (button, s) => ({ press: button, afterHours: between(s, 'duty', 4, 60) }),
  'rate-speed': (button, s) => {
    if (s.card.fields.every(({ given }) => given !== '')) return undefined
    return { press: { ...button, data: { ...button.data, ...filled(s, 'speed') } }, afterHours: 0 }
  },
}

/** Buttons that the company leaves alone, and why. */
export const unpressed: Record<string, string> = {
  'change-check-in': 'What was answered stands; nobody of the company has second thoughts.',
  'change-ask': 'What was answered stands; nobody of the company has second thoughts.',
  'withdraw-repair': 'Whoever asked for another time wants it.',
  'refuse-assisted': 'Assistants are named by the visitor, who says no in their name.',
  'stop-assisting': 'Assistants are named by the visitor, and do not give it up behind their back.',
  'pause-until':
    'A pause is the visitor’s to try: it would take a pair out of the weeks that the page tells of.',
  resume: 'Nobody of the company pauses.',
}

/** Kinds of cards on which nothing can be pressed, or nothing needs to be: news, and where to read on. */
export const onlyRead: Record<string, string> = {
  'application-received': 'says that an application has arrived',
  'break-set': 'says that an Organizer set or ended a break',
  concerns: 'leads the Organizer, whom the visitor plays, to a page',
  decision: 'says what was decided',
  idea: 'asks in the tab whether to share, and says there what was decided',
  'late-stage': 'leads the Organizer, whom the visitor plays, to a page',
  'list-tried': 'says what somebody tried',
  'no-partner': 'says that nobody was found this time',
  'pair-answer': 'says what the other answered',
  'pair-handed': 'leads an Organizer to a page',
  'pair-outcome': 'says what the two said together',
  'pairing-completed': 'says thank you',
  'pairing-ended': 'says that a pair is over',
  'pairing-off': 'says that a pair does not begin',
  'part-news': 'says who has which part',
  'partner-pauses': 'says that the other takes a break',
  'seat-news': 'says what became of a question',
  'stalled-pairs': 'leads the Sponsor, whom the visitor plays, to a page',
  'summary-news': 'says what became of a text',
  'summary-to-approve': 'leads the Sponsor, whom the visitor plays, to a page',
  assisting: 'says whose assistant somebody is; nobody gives it up behind the visitor’s back',
  'to-review': 'leads a reviewer, whom the visitor names, to a page',
  'talk-asked': 'leads the contact, whom the visitor names, to a page',
  thanks: 'says thank you, or leads the Sponsor, whom the visitor plays, to a page',
  training: 'leads to the lessons in the tab',
}

/** What this person does with the card, if anything, and when. */
export function deedFor(situation: Situation): Deed | undefined {
  for (const [verb, rule] of Object.entries(behaviors)) {
    const button = situation.card.buttons.find((one) => one.verb === verb)
    const deed = button && rule(button, situation)
    if (deed) return deed
  }
  return undefined
}

/** Whether the two met, which both of them know alike. */
export function met({ luck, pair, session, pairCharacter, isWithVisitor }: Situation): boolean {
  if (isWithVisitor) return true
  const { meets, stallsAfter } = pairCharacter
  return (stallsAfter === undefined || session <= stallsAfter) && luck(`met ${pair} ${session}`) < meets
}

function checkIn(button: Button, s: Situation): Deed | undefined {
  const about = `session ${s.pair} ${s.session}`
  const { fadesAfter } = s.character
  if (!s.isWithVisitor && fadesAfter !== undefined && s.session > fadesAfter)
    return { afterHours: 48, tells: 'stopped' }
  if (forgets(s, about)) return undefined
  const isHeld = met(s)
  const { worth, ...data } = { ...button.data, ...filled(s, about) } as Record<string, unknown>
  return {
    press: {
      verb: button.verb,
      data: {
        ...data,
        ...(isHeld ? { worth } : {}),
        held: isHeld ? 'yes' : 'no',
        obstacle: obstacle(s, isHeld),
      },
    },
    afterHours: whenReady(s, about),
    tells: isHeld ? 'held' : 'not-held',
  }
}

function obstacle(s: Situation, isHeld: boolean): string {
  if (s.pairCharacter.isDifficult && s.session > 1) return 'relationship'
  const point = chance(s, `obstacle ${s.session}`)
  if (!isHeld) return point < 0.8 ? 'time' : 'other'
  return point < 0.8 ? 'nothing' : point < 0.88 ? 'time' : point < 0.95 ? 'topic' : 'technology'
}

/** A visitor who asked for it gets a day to choose. */
function chooseTime(_: Button, s: Situation): Deed {
  const [least, most] = s.isWithVisitor ? [26, 40] : [3, 24]
  return {
    press: oneOf(s, 'choose-repair'),
    afterHours: between(s, `choose ${JSON.stringify(timesOn(s.card))}`, least, most),
    tells: 'moved',
  }
}

const timesOn = ({ buttons }: ReadCard) =>
  buttons.filter(({ verb }) => verb === 'choose-repair').map(({ data }) => data['option'])

/** The first times are the nearest, and most people take one of them. */
function oneOf(s: Situation, verb: string): Button {
  const offered = s.card.buttons.filter((one) => one.verb === verb)
  return offered[Math.floor(chance(s, 'which time') * Math.min(2, offered.length))] ?? offered[0]!
}

const withData = ({ buttons }: ReadCard, verb: string, name: string, value: string): Button | undefined =>
  buttons.find((one) => one.verb === verb && one.data[name] === value)

const chance = ({ luck, personId, pair, session }: Situation, about: string): number =>
  luck(`${about} ${personId} ${pair} ${session}`)

const between = (s: Situation, about: string, least: number, most: number): number =>
  least + (most - least) * chance(s, `hours ${about}`)

function forgets(s: Situation, about: string): boolean {
  return !s.isWithVisitor && chance(s, `forgets ${about}`) < s.character.forgets / 10
}

const whenReady = (s: Situation, about: string): number =>
  s.character.pace === 'prompt' || s.isWithVisitor ? between(s, about, 1, 24) : between(s, about, 30, 150)

const isStalled = ({ pairCharacter: { stallsAfter }, session, isWithVisitor }: Situation): boolean =>
  !isWithVisitor && stallsAfter !== undefined && session > stallsAfter

function filled(s: Situation, about: string): Record<string, string> {
  return Object.fromEntries(s.card.fields.map((field) => [field.id, valueFor(field, s, about)]))
}

function valueFor({ id, kind, values, given }: Field, s: Situation, about: string): string {
  if (kind === 'text') return given
  const point = chance(s, `${about} ${id}`)
  const known = decided[id]?.(s, point)
  if (known !== undefined && values.includes(known)) return known
  const isScale = values.every((value) => /^\d+$/.test(value))
  const at = isScale ? 0.75 * s.character.warmth + 0.25 * point : point
  const rising = isScale ? [...values].sort((a, b) => Number(a) - Number(b)) : values
  return rising[Math.min(values.length - 1, Math.floor(at * values.length))] ?? given
}

/** Questions on whose answer something follows. */
const decided: Record<string, (s: Situation, point: number) => string> = {
  fit: ({ isWithVisitor, pairCharacter }, point) =>
    isWithVisitor ? 'good' : pairCharacter.isDifficult ? 'no' : point < 0.92 ? 'good' : 'unsure',
  wish: ({ isWithVisitor, pairCharacter }, point) =>
    isWithVisitor ? 'continue' : pairCharacter.isDifficult ? 'change' : point < 0.78 ? 'continue' : 'adjust',
  next: ({ isWithVisitor }, point) =>
    isWithVisitor || point < 0.5 ? 'keep-in-touch' : point < 0.75 ? 'end' : 'continue',
  again: ({ character }) => (character.warmth > 0.45 ? 'yes' : 'no'),
}

const goalOn = ({ fields }: ReadCard): string =>
  fields.find(({ id }) => id === 'goal')?.given || 'Learn something new from each other every month'
