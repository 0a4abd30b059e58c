import type { Out } from '../../../contract/index.ts'
import type { Weighing } from '../../../domain/pairing/pair-weighing.ts'
import { shownScore } from '../../../domain/pairing/shown-score.ts'
import {
  type RuleChoice,
  ruleChoices,
  settableParts,
  weightInWords,
  weightLimits,
} from '../../../domain/program/matching-settings.ts'
import type { Cohort } from '../../../domain/program/program.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { versionOf } from '../../../domain/version.ts'
import type { Alternative } from '../../../engine/alternatives.ts'
import { defaultRules, effectiveRules, pairingRules } from '../../../engine/pairing-rules.ts'
import { defaultWeights, mostUnits } from '../../../engine/weights.ts'
import {
  type Choices,
  changeMatching,
  choicesOf,
  tryMatching,
} from '../../../workflows/pairing/change-matching.ts'
import { fairnessOf } from '../../../workflows/pairing/fairness.ts'
import { weighTwo } from '../../../workflows/pairing/weigh-pair.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { asks, type Handlers, inCohort } from '../../handler.ts'
import { orWhatStands } from '../../overtaken.ts'
import { faceFrom } from '../views.ts'

type Routes = Pick<Handlers, 'matching' | 'saveMatching' | 'matchingEffect' | 'weighPair' | 'fairness'>
type View = Out<'matching'>

export function matchingRoutes(ports: Ports): Routes {
  const { store } = ports
  const view = async (id: string) => {
    const cohort = await store.cohorts.get(id)
    return cohort ? matchingView(cohort) : refuse('not-found')
  }
  return {
    matching: asks('propose', inCohort, async (_, { id }) => view(id)),
    saveMatching: asks('propose', inCohort, async (asker, { id, version, ...choices }) => {
      const saved = await changeMatching(ports, id, choices as Choices, asker.personId, version)
      if (!isRefused(saved)) return view(id)
      return orWhatStands(ports, saved, {
        ...{ subject: id, actions: ['matching-chosen'] },
        now: () => view(id),
      })
    }),
    matchingEffect: asks('propose', inCohort, async (_, { id, ...choices }) => {
      return tryMatching(ports, id, choices as Choices)
    }),
    weighPair: asks('propose', inCohort, async (_, { id, mentor, mentee }) => {
      const weighing = await weighTwo(ports, id, mentor, mentee)
      return isRefused(weighing) ? weighing : weighingView(ports, weighing)
    }),
    fairness: asks('propose', inCohort, async (_, { id }) => {
      const tables = await fairnessOf(ports, id)
      return isRefused(tables) ? tables : { tables }
    }),
  }
}

function matchingView({ matching }: Cohort): View {
  const rules = effectiveRules(matching.rules)
  return {
    version: versionOf(choicesOf(matching)),
    objective: matching.objective ?? 'best-total',
    // What people ask in private is not among them: the board says that it holds, and no answer ever names it.
    rules: openRules.map(({ name, inWords }) => {
      const choices = ruleChoices.filter(({ rule }) => rule === name)
      return { rule: name, inWords, choices: choices.map((choice) => choiceView(choice, rules)) }
    }),
    weights: settableParts.map((part) => ({
      part,
      inWords: weightInWords[part],
      points: matching.weights?.[part] ?? defaultWeights[part],
      usual: defaultWeights[part],
      units: mostUnits[part],
      ...weightLimits(part),
    })),
  }
}

const openRules = pairingRules.filter(({ name }) => name !== 'blocked')

function choiceView(
  { rule: _, options, ...choice }: RuleChoice & { options?: readonly string[] },
  rules: ReturnType<typeof effectiveRules>,
): View['rules'][number]['choices'][number] {
  return {
    ...choice,
    ...(options ? { options: [...options] } : {}),
    value: rules[choice.setting] ?? null,
    usual: (defaultRules[choice.setting] as boolean | number | string | undefined) ?? null,
  }
}

function withoutReason(one: Alternative) {
  const { score, parts } = shownScore({ score: one.score, parts: one.parts, reason: '' })
  return { score, parts }
}

async function weighingView({ store }: Ports, weighing: Weighing): Promise<Out<'weighPair'>> {
  const { together, refused, cost, instead } = weighing
  const all = [...instead.mentor, ...instead.mentee]
  const people = await store.people.many([
    ...[...all, ...(cost?.made ?? []), ...(cost?.undone ?? [])].flatMap((one) => [
      one.mentorId,
      one.menteeId,
    ]),
    ...all.flatMap(({ otherIsWith }) => otherIsWith),
  ])
  const face = (personId: string) => faceFrom(people, personId)
  const two = ({ mentorId, menteeId }: { mentorId: string; menteeId: string }) => ({
    mentor: face(mentorId),
    mentee: face(menteeId),
  })
  const other = (one: Alternative, personId: string) => ({
    person: face(personId),
    ...withoutReason(one),
    isWith: one.otherIsWith.map(face),
    ...(one.costsAtLeast === undefined ? {} : { costsAtLeast: one.costsAtLeast }),
  })
  return {
    together,
    ...(refused
      ? { refused: { rule: refused.refused, ...(refused.detail ? { detail: refused.detail } : {}) } }
      : {}),
    ...(cost ? { cost: { ...cost, made: cost.made.map(two), undone: cost.undone.map(two) } } : {}),
    forMentor: instead.mentor.map((one) => other(one, one.menteeId)),
    forMentee: instead.mentee.map((one) => other(one, one.mentorId)),
  }
}
