import { Button, mergeClasses } from '@fluentui/react-components'
import { CheckmarkFilled, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Address } from './address.ts'
import { PATH, type PathStep } from './path-steps.ts'
import { act, type Step, useTenant } from './tenant-api.ts'
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
  const open = PATH[address.step - 1]
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
                isOpen={address.step === at + 1}
                onOpen={() => go({ step: at + 1 })}
              />
            </li>
          ))}
        </ol>
        <Button
          appearance="subtle"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-label={say(open ? 'pathHide' : 'pathShow')}
          onClick={() => go({ step: open ? 0 : nextStep(done) })}
        />
      </div>
      {open && (
        <OpenStep
          step={open}
          number={address.step}
          isDone={done.includes(open.id)}
          go={go}
          onMark={() => void act('path', { step: open.id }).then(again)}
        />
      )}
    </section>
  )
}

const nextStep = (done: Step[]) => Math.max(1, PATH.findIndex(({ id }) => !done.includes(id)) + 1)

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
  isDone: boolean
  go: (to: Partial<Address>) => void
  onMark: () => void
}

function OpenStep({ step, number, isDone, go, onMark }: OpenStepProps) {
  const { say } = useSpeech()
  return (
    <div className="path-open">
      <p>
        <span className="path-count">{say('stepOf', { n: number })}</span> {say(step.text)}{' '}
        <strong>{say(step.click)}</strong>
      </p>
      <div className="path-acts">
        {step.act && <ClockButton word={step.act.word} />}
        {step.places.map((place, at) => (
          <Button
            key={`${place.persona} ${place.app}`}
            appearance={at === 0 ? 'primary' : 'secondary'}
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

function ClockButton({ word }: { word: Word }) {
  const { say } = useSpeech()
  const [note, setNote] = useState<Word>()
  const move = async () => {
    setNote('clockMoving')
    const { moved } = await act<{ moved: boolean }>('clock', { next: 'session' })
    setNote(moved ? undefined : 'clockNone')
  }
  return (
    <>
      <Button onClick={() => void move()} disabled={note === 'clockMoving'}>
        {say(word)}
      </Button>
      <output className="clock-note">{note ? say(note) : ''}</output>
    </>
  )
}
