/** From "is there a host?" to the first usable page. */
import { Button, FluentProvider } from '@fluentui/react-components'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { Place } from '../../bot/contract/index.ts'
import { directionOf, languageOf } from '../../bot/words/sentence.ts'
import { createApi } from './api/client.ts'
import { useMe } from './api/organization/me.ts'
import { ApiProvider, createQueryClient } from './api/query.tsx'
import { go, hrefOf, readDestination, useDestination, withoutCohort } from './navigation.ts'
import { pageAt } from './page-at.ts'
import { type AppAddress, appLink, type Host, type HostTheme, type Settings } from './teams.ts'
import { goBack } from './ui/back.ts'
import { CohortProvider, useCohortChoice } from './ui/cohort.tsx'
import { HostProvider } from './ui/host.tsx'
import { MeProvider } from './ui/me.tsx'
import { NowProvider } from './ui/now.tsx'
import { Shell } from './ui/shell.tsx'
import { Empty, ErrorState, Loading, PageGuard } from './ui/states.tsx'
import { frameStrings } from './ui/strings.ts'
import { TextProvider, useText, ZoneProvider } from './ui/text.tsx'
import { useTheme } from './ui/themes.ts'
import { Toaster } from './ui/toaster.tsx'
import { useTouchTargets } from './ui/touch-targets.ts'

type Opening = { state: 'opening' } | { state: 'outside' } | { state: 'open'; host: Host }

export interface AppProps {
  settings: Settings
  /** Finds the host; rejects when there is none. */
  open: (settings: Settings) => Promise<Host>
  /** Before a host says otherwise. */
  browser: { locale: string; theme: HostTheme }
}

export function App({ settings, open, browser }: AppProps) {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  const [theme, setTheme] = useState(browser.theme)
  const connect = useCallback(() => {
    setOpening({ state: 'opening' })
    open(settings).then(
      (host) => {
        setTheme(host.theme)
        host.onTheme(setTheme)
        if (host.destination) follow(host.destination)
        host.onDestination(follow)
        host.onBack(goBack)
        setOpening({ state: 'open', host })
      },
      () => setOpening({ state: 'outside' }),
    )
  }, [settings, open])
  useEffect(connect, [connect])

  const host = opening.state === 'open' ? opening.host : undefined
  return (
    <Surface theme={theme} locale={host?.locale ?? browser.locale}>
      {opening.state === 'opening' && (
        <Padded>
          <Loading />
        </Padded>
      )}
      {opening.state === 'outside' && <Outside app={settings} retry={connect} />}
      {host && <Inside host={host} app={settings} />}
    </Surface>
  )
}

function follow(destination: string): void {
  const { place, rest } = readDestination(destination)
  go(place, rest)
}

/** Theme, language and direction for everything below, and for the document itself. */
export function Surface({
  theme,
  locale,
  timeZone,
  children,
}: {
  theme: HostTheme
  locale: string
  timeZone?: string
  children: ReactNode
}) {
  const language = languageOf(locale)
  const dir = directionOf(language)
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = dir
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark'
  }, [language, dir, theme])
  useTouchTargets()
  const fluent = useTheme(theme)
  if (!fluent) return null
  return (
    <FluentProvider theme={fluent} dir={dir} style={{ minHeight: '100%', display: 'grid' }}>
      <TextProvider locale={locale} timeZone={timeZone}>
        {children}
      </TextProvider>
    </FluentProvider>
  )
}

function Padded({ children }: { children: ReactNode }) {
  return <main style={{ padding: 32 }}>{children}</main>
}

function Outside({ app, retry }: { app: AppAddress; retry: () => void }) {
  const t = useText(frameStrings)
  return (
    <Padded>
      <Empty
        level={1}
        title={t('outside.title')}
        body={t('outside.body')}
        action={
          <>
            <Button as="a" appearance="primary" href={appLink(app)}>
              {t('outside.open')}
            </Button>
            <Button onClick={retry}>{t('retry')}</Button>
          </>
        }
      />
    </Padded>
  )
}

function Inside({ host, app }: { host: Host; app: AppAddress }) {
  const api = useMemo(() => createApi(host.token), [host])
  const [client] = useState<QueryClient>(createQueryClient)
  const surroundings = useMemo(() => ({ host, app }), [host, app])
  return (
    <HostProvider value={surroundings}>
      <ApiProvider value={api}>
        <QueryClientProvider client={client}>
          <Toaster>
            <Signed host={host} />
          </Toaster>
        </QueryClientProvider>
      </ApiProvider>
    </HostProvider>
  )
}

/** The host keeps its own spinner until it hears of success, and shows its own fault page when it hears of failure. */
function Signed({ host }: { host: Host }) {
  const me = useMe()
  useEffect(() => {
    if (me.isSuccess || me.isError) host.succeeded()
  }, [host, me.isSuccess, me.isError])
  if (me.isPending) {
    return (
      <Padded>
        <Loading />
      </Padded>
    )
  }
  if (me.isError) {
    return (
      <Padded>
        <ErrorState level={1} error={me.error} retry={() => void me.refetch()} />
      </Padded>
    )
  }
  return (
    <MeProvider value={me.data}>
      <ZoneProvider timeZone={me.data.person.timeZone}>
        <NowProvider serverNow={me.data.now}>
          <CohortProvider all={me.data.cohorts} first={me.data.cohortId}>
            <Landing home={me.data.home}>
              <Shell>
                <CurrentPage />
              </Shell>
            </Landing>
          </CohortProvider>
        </NowProvider>
      </ZoneProvider>
    </MeProvider>
  )
}

/** Whoever asked for no place begins where something waits for them; a link that names one leads there. */
function Landing({ home, children }: { home: Place; children: ReactNode }) {
  useState(() => {
    if (location.hash === '') history.replaceState(history.state, '', hrefOf(home))
  })
  return children
}

function CurrentPage() {
  const t = useText(frameStrings)
  const { place, rest } = useDestination()
  const { id } = useCohortChoice()
  const { data: me } = useMe()
  useEffect(() => {
    document.title = `${t(`place.${place}`)} · ${t('product')}`
  }, [place, t])
  if (!me?.places.includes(place)) {
    return <Empty level={1} title={t('error.title')} body={t('error.forbidden')} action={<HomeLink />} />
  }
  if (id === null && !withoutCohort.has(place)) {
    return (
      <Empty
        level={1}
        title={t('no-cohort.title')}
        body={t('no-cohort.body')}
        action={
          me.places.includes('program') && (
            <Button as="a" appearance="primary" href={hrefOf('program')}>
              {t('no-cohort.act')}
            </Button>
          )
        }
      />
    )
  }
  const Page = pageAt({ place, rest })
  return (
    <PageGuard key={`${place} ${id}`} fallback={() => <Broken />}>
      <Suspense fallback={<Loading page />}>
        <Page />
      </Suspense>
    </PageGuard>
  )
}

function HomeLink() {
  const t = useText(frameStrings)
  return (
    <Button as="a" appearance="primary" href={hrefOf('my-mentoring')}>
      {t('place.my-mentoring')}
    </Button>
  )
}

function Broken() {
  const t = useText(frameStrings)
  return (
    <Empty
      level={1}
      title={t('error.page')}
      body={t('error.page.body')}
      action={
        <Button appearance="primary" onClick={() => location.reload()}>
          {t('retry')}
        </Button>
      }
    />
  )
}
