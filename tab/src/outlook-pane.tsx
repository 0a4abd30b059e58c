/** The pane that Outlook shows beside an appointment: from "is this Outlook?" to the Session, and to the next one that is chosen. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { ApiProblem, createApi } from './api/client.ts'
import { useAppointment } from './api/meeting/appointment.ts'
import { useMe } from './api/organization/me.ts'
import { ApiProvider, createQueryClient } from './api/query.tsx'
import { Surface } from './app.tsx'
import { type Looked, noSignIn, type OutlookHost, openOutlook } from './outlook.ts'
import { appLink, type HostTheme, type Settings } from './teams.ts'
import { HostProvider } from './ui/host.tsx'
import { MeProvider } from './ui/me.tsx'
import { NowProvider } from './ui/now.tsx'
import { Empty, ErrorState, Loading, PageGuard } from './ui/states.tsx'
import { frameStrings } from './ui/strings.ts'
import { useText, ZoneProvider } from './ui/text.tsx'
import { Toaster } from './ui/toaster.tsx'

/** Their sentences are of one language, which the document has by the time somebody is known. */
const AppointmentView = lazy(() => import('./pages/my-mentoring/appointment.tsx'))
const NoSession = lazy(() => import('./pages/my-mentoring/no-session.tsx'))

const useStyles = makeStyles({
  pane: { padding: tokens.spacingHorizontalM, minWidth: 0, boxSizing: 'border-box' },
})

interface PaneProps {
  settings: Settings
  open: (settings: Settings) => Promise<OutlookHost>
  /** Before Outlook says otherwise. */
  browser: { locale: string; theme: HostTheme }
}

export function inPane(settings: Settings, browser: PaneProps['browser']): ReactNode {
  return <OutlookPane settings={settings} open={openOutlook} browser={browser} />
}

export function OutlookPane({ settings, open, browser }: PaneProps) {
  const styles = useStyles()
  const [host, setHost] = useState<OutlookHost | 'none'>()
  const [theme, setTheme] = useState(browser.theme)
  const connect = useCallback(() => {
    setHost(undefined)
    open(settings).then(
      (found) => {
        setTheme(found.theme)
        found.onTheme(setTheme)
        setHost(found)
      },
      () => setHost('none'),
    )
  }, [settings, open])
  useEffect(connect, [connect])
  const isOpen = host !== undefined && host !== 'none'
  return (
    <Surface theme={theme} locale={isOpen ? host.locale : browser.locale}>
      <main className={styles.pane}>
        {host === undefined && <Loading />}
        {host === 'none' && <Outside settings={settings} retry={connect} />}
        {isOpen && <Inside host={host} settings={settings} />}
      </main>
    </Surface>
  )
}

function Outside({ settings, retry }: { settings: Settings; retry: () => void }) {
  const t = useText(frameStrings)
  return (
    <Empty
      level={1}
      title={t('outside.title')}
      body={t('outside.body')}
      action={
        <>
          <Button as="a" appearance="primary" href={appLink(settings)} target="_blank" rel="noreferrer">
            {t('outside.open')}
          </Button>
          <Button onClick={retry}>{t('retry')}</Button>
        </>
      }
    />
  )
}

function Inside({ host, settings }: { host: OutlookHost; settings: Settings }) {
  const api = useMemo(() => createApi(host.token), [host])
  const [client] = useState<QueryClient>(createQueryClient)
  const surroundings = useMemo(() => ({ host, app: settings }), [host, settings])
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

function Signed({ host }: { host: OutlookHost }) {
  const me = useMe()
  if (me.isPending) return <Loading />
  if (me.isError) return <Fault error={me.error} retry={() => void me.refetch()} />
  return (
    // The pane has no other places to lead to.
    <MeProvider value={{ ...me.data, places: [] }}>
      <ZoneProvider timeZone={me.data.person.timeZone}>
        <NowProvider serverNow={me.data.now}>
          <Guarded>
            <Chosen host={host} />
          </Guarded>
        </NowProvider>
      </ZoneProvider>
    </MeProvider>
  )
}

function Guarded({ children }: { children: ReactNode }) {
  return (
    <PageGuard fallback={(fault) => <ErrorState level={1} error={fault} retry={() => location.reload()} />}>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </PageGuard>
  )
}

function Fault({ error, retry }: { error: unknown; retry: () => void }) {
  if (error instanceof ApiProblem && error.code === noSignIn)
    return (
      <Guarded>
        <NoSession why="no-sign-in" />
      </Guarded>
    )
  return <ErrorState level={1} error={error} retry={retry} />
}

/** `null`: looked, and there is nothing that is saved. */
function Chosen({ host }: { host: OutlookHost }) {
  const [looked, setLooked] = useState<Looked | null>()
  useEffect(() => {
    let latest = 0
    const look = () => {
      const turn = ++latest
      const show = (found: Looked | undefined) => turn === latest && setLooked(found ?? null)
      host.appointment().then(show, () => show(undefined))
    }
    look()
    host.onAppointment(look)
    return () => {
      latest = -1
    }
  }, [host])
  if (looked === undefined) return <Loading />
  return looked ? <Found key={looked.item} looked={looked} /> : <NoSession why="no-session" />
}

function Found({ looked }: { looked: Looked }) {
  const { data, error, refetch } = useAppointment(looked)
  if (error && !data)
    return error instanceof ApiProblem && error.code === 'calendar-unknown' ? (
      <NoSession why="unknown" retry={() => void refetch()} />
    ) : (
      <Fault error={error} retry={() => void refetch()} />
    )
  if (!data) return <Loading />
  return data.session ? <AppointmentView session={data.session} /> : <NoSession why="no-session" />
}
