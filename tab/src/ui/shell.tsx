/** The frame around every place: skip link, navigation (rail when wide, menu when narrow), the page, its messages. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Place } from '../../../bot/contract/index.ts'
import { hrefOf, useDestination } from '../navigation.ts'
import { useCohortChoice } from './cohort.tsx'
import { useReader } from './me.tsx'
import { frameStrings } from './strings.ts'
import { useText } from './text.tsx'
import { touched } from './touch-targets.ts'

const CohortChoice = lazy(() => import('./cohort-choice.tsx'))
/** Pictures arrive after the words: their box is kept free, so nothing moves. */
const PlaceIcon = lazy(() => import('./place-icon.tsx'))

const narrow = '@media (max-width: 860px)'

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: '232px minmax(0, 1fr)',
    minHeight: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
  },
  skip: {
    position: 'fixed',
    insetBlockStart: tokens.spacingVerticalS,
    insetInlineStart: tokens.spacingHorizontalS,
    zIndex: 10,
    padding: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    transform: 'translateY(-200%)',
    ':focus': { transform: 'none' },
  },
  side: {
    position: 'sticky',
    insetBlockStart: 0,
    alignSelf: 'start',
    display: 'grid',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`,
    [narrow]: {
      position: 'static',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      gap: tokens.spacingVerticalS,
      borderBlockEndWidth: '1px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  /** On a phone the host's own head names the app. Nothing else stands here for who has one place only. */
  alone: {
    [narrow]: { padding: 0, gap: 0, borderBlockEndStyle: 'none', '& > :not(a)': { display: 'none' } },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    [narrow]: { paddingInline: 0 },
  },
  menuButton: { display: 'none', [narrow]: { display: 'inline-flex' } },
  places: { display: 'grid', gap: '2px', listStyleType: 'none', margin: 0, padding: 0 },
  folded: { [narrow]: { display: 'none' } },
  place: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '40px',
    [touched]: { minHeight: '44px' },
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    // A pair of tokens that belong together: in high contrast the hover colours turn around.
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    // Mirrored by Griffel when the reading direction is.
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  icon: { fontSize: '20px', width: '20px', height: '20px', display: 'inline-flex', flexShrink: 0 },
  main: {
    minWidth: 0,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL} 64px`,
    outlineStyle: 'none',
    [narrow]: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} 48px` },
  },
  page: { maxWidth: '1180px', marginInline: 'auto' },
})

export function Shell({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const { place } = useDestination()
  const main = useFocusOnArrival(place)
  return (
    <div className={styles.frame}>
      <Side toContent={() => main.current?.focus()} />
      <main ref={main} tabIndex={-1} className={styles.main}>
        <div className={styles.page}>{children}</div>
      </main>
    </div>
  )
}

function Side({ toContent }: { toContent: () => void }) {
  const styles = useStyles()
  const t = useText(frameStrings)
  const { place: here } = useDestination()
  const { places } = useReader()
  const { all } = useCohortChoice()
  const [open, setOpen] = useState(false)
  return (
    <header className={mergeClasses(styles.side, places.length === 1 && all.length < 2 && styles.alone)}>
      <a
        className={styles.skip}
        href={hrefOf(here)}
        onClick={(event) => {
          event.preventDefault()
          toContent()
        }}
      >
        {t('nav.skip')}
      </a>

      <div className={styles.brand}>
        <span>{t('product')}</span>
        {places.length > 1 && (
          <Button
            className={styles.menuButton}
            appearance="subtle"
            icon={
              <Suspense>
                <PlaceIcon place="menu" />
              </Suspense>
            }
            aria-expanded={open}
            aria-controls="places"
            onClick={() => setOpen(!open)}
          >
            {t('nav.menu')}
          </Button>
        )}
      </div>
      <nav id="places" aria-label={t('nav.label')} className={mergeClasses(!open && styles.folded)}>
        <ul className={styles.places}>
          {places.map((place) => {
            return (
              <li key={place}>
                <a
                  className={mergeClasses(styles.place, place === here && styles.here)}
                  href={hrefOf(place)}
                  aria-current={place === here ? 'page' : undefined}
                  onClick={() => setOpen(false)}
                >
                  <span className={styles.icon} aria-hidden="true">
                    <Suspense>
                      <PlaceIcon place={place} />
                    </Suspense>
                  </span>
                  {t(`place.${place}`)}
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
      {all.length > 1 && (
        <div className={mergeClasses(!open && styles.folded)}>
          <Suspense>
            <CohortChoice />
          </Suspense>
        </div>
      )}
    </header>
  )
}

/** A change of place moves the reading position to the new page; the first page of all leaves the focus alone. */
function useFocusOnArrival(place: Place) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    main.current?.focus({ preventScroll: true })
    main.current?.scrollIntoView?.({ block: 'start' })
  }, [place])
  return main
}
