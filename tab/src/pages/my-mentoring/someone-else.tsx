/** The quiet way to another partner; what it means is said in the dialog behind it, before anything happens. */
import { Button, useFocusFinders } from '@fluentui/react-components'
import { lazy, Suspense, useRef, useState } from 'react'
import { useDeclinePairing } from '../../api/preferences/preferences.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { choiceStrings } from './choice-strings.ts'
import { useLayout } from './layout.ts'
import type { MyPairing } from './pairings.ts'

const Decline = lazy(() => import('./decline.tsx'))

const focusOn = (element: HTMLElement | null | undefined) => requestAnimationFrame(() => element?.focus())

export default function SomeoneElse({ pairing }: { pairing: MyPairing }) {
  // Fluent's focus manager leaves with its last user: without this one the page would stay hidden from screen readers.
  useFocusFinders()
  const layout = useLayout()
  const t = useText(choiceStrings)
  const toasts = useToasts()
  const { whyNot } = useWords()
  const decline = useDeclinePairing()
  const opener = useRef<HTMLElement>(undefined)
  const [asking, setAsking] = useState(false)
  const { name } = pairing.partner
  const close = () => {
    setAsking(false)
    focusOn(opener.current)
  }
  const confirm = async () => {
    close()
    const done = await decline.mutateAsync({ id: pairing.id }).catch(() => undefined)
    if (!done) return
    toasts.say(t('decline.said'))
    // The button is gone with the Pairing: the page's own line says how it goes on.
    focusOn(document.querySelector<HTMLElement>('h1'))
  }
  return (
    <div className={layout.close}>
      <div>
        <Button
          appearance="subtle"
          disabledFocusable={decline.isPending}
          onClick={({ currentTarget }) => {
            opener.current = currentTarget as HTMLElement
            setAsking(true)
          }}
        >
          {t('decline')}
        </Button>
      </div>
      {decline.isError && (
        <p className={layout.fault} role="alert">
          {whyNot(decline.error)}
        </p>
      )}
      {asking && (
        <Suspense fallback={null}>
          <Decline name={name} close={close} confirm={() => void confirm()} />
        </Suspense>
      )}
    </div>
  )
}
