/** The states every page has besides the full one: loading, empty, error. `Reading` chooses for a query. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { ApiProblem, Offline } from '../api/client.ts'
import { useDestination } from '../navigation.ts'
import { frameStrings } from './strings.ts'
import { useText } from './text.tsx'
import { unseen } from './unseen.ts'

const useStyles = makeStyles({
  bones: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '720px' },
  bone: {
    borderRadius: tokens.borderRadiusXLarge,
    // The stencil tokens are pure white in high contrast; this one is the page's own there, and the line shows the shape.
    backgroundColor: tokens.colorNeutralBackground6,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    animationName: { '50%': { opacity: 0.45 } },
    animationDuration: '1.6s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  said: unseen,
  message: {
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalM,
    maxWidth: '520px',
    paddingBlock: tokens.spacingVerticalXXL,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase400 },
  code: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

/** Bones of a page: one wide line and cards below. Says so to screen readers once. */
export function Loading({
  label,
  page = false,
}: {
  label?: string
  /** A whole place is on its way: its name says which, until its own heading is there. */
  page?: boolean
}) {
  const styles = useStyles()
  const t = useText(frameStrings)
  const { place } = useDestination()
  return (
    <section aria-busy="true" aria-label={page ? t(`place.${place}`) : undefined}>
      <span role="status" className={styles.said}>
        {label ?? t('loading')}
      </span>
      <div className={styles.bones} aria-hidden="true">
        {['44px', '180px', '120px'].map((height) => (
          <div key={height} className={styles.bone} style={{ height }} />
        ))}
      </div>
    </section>
  )
}

/** Nothing here yet: says what will be here and what to do for it. */
export function Empty({
  title,
  body,
  action,
  level = 2,
}: {
  title: string
  body?: ReactNode
  action?: ReactNode
  /** 1 where nothing else heads the page. */
  level?: 1 | 2
}) {
  const styles = useStyles()
  const Heading = `h${level}` as const
  return (
    <section className={styles.message}>
      <Heading className={styles.title}>{title}</Heading>
      {body && <p className={styles.body}>{body}</p>}
      {action && <div className={styles.acts}>{action}</div>}
    </section>
  )
}

/** One sentence for whoever reads it; the code only where somebody else must help. */
export function useFaultText(): (fault: unknown) => string {
  const t = useText(frameStrings)
  return (fault) => {
    if (fault instanceof Offline) return t('error.offline')
    if (!(fault instanceof ApiProblem)) return t('error.other')
    if (fault.backInMs !== undefined) return t('error.back')
    if (fault.status === 401) return t('error.unauthenticated')
    if (fault.status === 403) return t('error.forbidden')
    if (fault.status === 404) return t('error.not-found')
    return fault.status >= 500 || fault.status === 429 ? t('error.unavailable') : t('error.other')
  }
}

export function ErrorState({
  error,
  retry,
  title,
  level = 2,
}: {
  error: unknown
  retry?: () => void
  title?: string
  level?: 1 | 2
}) {
  const styles = useStyles()
  const Heading = `h${level}` as const
  const t = useText(frameStrings)
  const faultText = useFaultText()
  const isBackSoon = error instanceof ApiProblem && error.backInMs !== undefined
  const code = error instanceof ApiProblem && !isBackSoon ? error.requestId : undefined
  return (
    <section className={styles.message} role={isBackSoon ? 'status' : 'alert'}>
      <Heading className={styles.title}>
        {isBackSoon ? t('error.back.title') : (title ?? t('error.title'))}
      </Heading>
      <p className={styles.body}>{faultText(error)}</p>
      {code && <span className={styles.code}>{t('error.code', { code })}</span>}
      {retry && (
        <div className={styles.acts}>
          <Button appearance="primary" onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Loading, error with retry, or the page with its data. Data once seen stays while it is asked again. */
export function Reading<T>({
  query,
  children,
}: {
  query: UseQueryResult<T, Error>
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ErrorState level={1} error={query.error} retry={() => void query.refetch()} />
  return <Loading page />
}

/** A page that throws, or a chunk that a new version took away, must not blank the whole tab. */
export class PageGuard extends Component<
  { fallback: (fault: unknown) => ReactNode; children: ReactNode },
  { fault?: unknown }
> {
  override state: { fault?: unknown } = {}
  static getDerivedStateFromError(fault: unknown) {
    return { fault }
  }
  override render() {
    return 'fault' in this.state ? this.props.fallback(this.state.fault) : this.props.children
  }
}
