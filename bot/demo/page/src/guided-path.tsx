import { Button, mergeClasses } from '@fluentui/react-components'
import { CheckmarkFilled, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Address } from './address.ts'
import { firstOpen, leadTo, PATH, type PathStep } from './path-steps.ts'
import { act, type Step, useTenant } from './tenant-api.ts'
import { useClock } from './use-clock.ts'
import type { ViewProps } from './view-props.ts'
import { useSpeech, type Word } from './words.ts'

interface Progress {
  done: Step[]
}

/** Six steps through the whole arc. Ticks come from what the tenant saw happen. */
export function GuidedPath({ address, go }: ViewProps) {
  const { say } = useSpeech()
  const { data, again } = useTenant<Progress>('path', ['calendar', 'chat', 'channel', 'clock', 'directory'])
  const done = data?.done ?? []
  const [begun, setBegun] = useState<number>()
  // Decided once: a step that ticks stays to be read, and its button leads on.
  if (data && begun === undefined) setBegun(firstOpen(done) ?? PATH.length)
  const number = address.step ?? begun ?? 0
  const open = PATH[number - 1]
  return (
    <section className="path" aria-label={say('path')}>
      <div className="path-row">
        <ol className="path-steps">
          {PATH.map((step, at) => (
            <li key={step.id}>
              <StepButton
                step={step}
                number={at + 1}
                isDone={done.includes(step.id)}
                isOpen={number === at + 1}
                onOpen={() => go({ step: at + 1 })}
              />
            </li>
          ))}
        </ol>
        <Button
          appearance="subtle"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-label={say(open ? 'pathHide' : 'pathShow')}
          onClick={() => go({ step: open ? 0 : (firstOpen(done) ?? PATH.length) })}
        />
      </div>
      {open && (
        <OpenStep
          step={open}
          number={number}
          done={done}
          go={go}
          onMark={() => void act('path', { step: open.id }).then(again)}
        />
      )}
    </section>
  )
}

interface StepButtonProps {
  step: PathStep
  number: number
  isDone: boolean
  isOpen: boolean
  onOpen: () => void
}

function StepButton({ step, number, isDone, isOpen, onOpen }: StepButtonProps) {
  const { say } = useSpeech()
  return (
    <button
      type="button"
      className={mergeClasses('step', isDone && 'is-done', isOpen && 'is-open')}
      aria-expanded={isOpen}
      onClick={onOpen}
    >
      <span className="step-number">
        {isDone ? <CheckmarkFilled aria-label={say('pathIsDone')} /> : number}
      </span>
      <span className="step-name">{say(step.name)}</span>
    </button>
  )
}

interface OpenStepProps {
  step: PathStep
  number: number
  done: readonly Step[]
  go: (to: Partial<Address>) => void
  onMark: () => void
}

function OpenStep({ step, number, done, go, onMark }: OpenStepProps) {
  const { say } = useSpeech()
  const isDone = done.includes(step.id)
  const next = isDone ? firstOpen(done) : undefined
  return (
    <div className="path-open">
      <p>
        <span className="path-count">{say('stepOf', { n: number })}</span> {say(step.text)}{' '}
        {isDone && next === undefined ? (
          <strong>{say('pathEnd')}</strong>
        ) : (
          <strong>{say(step.click)}</strong>
        )}
      </p>
      <div className="path-acts">
        {step.act && <ClockButton word={step.act.word} isNext={!isDone} />}
        {step.places.map((place, at) => (
          <Button
            key={`${place.persona} ${place.app}`}
            appearance={at === 0 && !isDone && !step.act ? 'primary' : 'secondary'}
            onClick={() => go(place)}
          >
            {placeWord(say, step, place)}
          </Button>
        ))}
        {!isDone && (
          <Button appearance="subtle" onClick={onMark}>
            {say('pathDone')}
          </Button>
        )}
        {next !== undefined && (
          <Button appearance="primary" onClick={() => go(leadTo(next))}>
            {say('pathNext', { name: say(PATH[next - 1]!.name) })}
          </Button>
        )}
      </div>
    </div>
  )
}

function placeWord(
  say: ReturnType<typeof useSpeech>['say'],
  step: PathStep,
  place: Partial<Address>,
): string {
  if (step.places.length === 1) return say('pathGo')
  if (place.app === 'channels') return say('posts')
  return say('asRole', { role: say(place.persona!) })
}

function ClockButton({ word, isNext }: { word: Word; isNext: boolean }) {
  const { say } = useSpeech()
  const { note, isMoving, move } = useClock()
  return (
    <>
      <Button
        appearance={isNext ? 'primary' : 'secondary'}
        onClick={() => move({ next: 'session' })}
        disabled={isMoving}
      >
        {say(word)}
      </Button>
      <output className="clock-note">{note ? say(note) : ''}</output>
    </>
  )
}
