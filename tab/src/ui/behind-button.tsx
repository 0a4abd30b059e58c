/** Behind a button of its own: most people never need it, and nobody should read it over a shoulder. */
import { Button } from '@fluentui/react-components'
import { type ReactNode, Suspense, useState } from 'react'
import { Loading } from './states.tsx'

/** `children` may be loaded when they are shown. */
export function BehindButton({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  if (open) return <Suspense fallback={<Loading />}>{children}</Suspense>
  return (
    <div>
      <Button appearance="subtle" onClick={() => setOpen(true)}>
        {label}
      </Button>
    </div>
  )
}
