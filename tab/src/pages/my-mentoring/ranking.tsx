/** My list in its order. Buttons move and remove; Alt with the arrow keys moves too; the focus stays with the name. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Face } from '../../../../bot/contract/index.ts'
import { ApiProblem } from '../../api/client.ts'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { choiceStrings } from './choice-strings.ts'
import { useLayout } from './layout.ts'
import type { SavedList } from './saved-list.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: {
    display: 'grid',
    placeItems: 'center',
    width: '28px',
    height: '28px',
    borderRadius: '50%',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  who: { flex: '1 1 160px' },
  acts: { display: 'flex', marginInlineStart: 'auto' },
})

interface Props {
  saving: SavedList
  mostRanked: number
  remove(person: Face): void
  /** Read out to those who do not see the list move. */
  setSaid(text: string): void
}

export function Ranking({ saving, mostRanked, remove: takeOff, setSaid }: Props) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(choiceStrings)
  const { number } = useFormat()
  const { whyNot } = useWords()
  const { ranked, change, error } = saving
  const { list, keep } = useKeptFocus(ranked)
  const move = (person: Face, step: -1 | 1, key: string) => {
    const from = ranked.indexOf(person)
    const to = from + step
    if (to < 0 || to >= ranked.length) return
    keep(key)
    change((list) => swapped(list, from, to))
    setSaid(t('moved', { name: person.name, place: to + 1 }))
  }
  const remove = (person: Face) => {
    const place = ranked.indexOf(person)
    const next = ranked[place + 1] ?? ranked[place - 1]
    if (next) keep(`${next.id} remove`)
    takeOff(person)
  }
  return (
    <div className={layout.stack}>
      <p className={layout.quiet}>{ranked.length === 0 ? t('none', { most: mostRanked }) : t('private')}</p>
      {ranked.length > 0 && (
        <ol ref={list} className={styles.list} aria-label={t('list')}>
          {ranked.map((person, index) => {
            const { id, name } = person
            const act = (key: string, step: -1 | 1, Icon: typeof ArrowUpRegular, off: boolean) => (
              <Button
                appearance="subtle"
                icon={<Icon />}
                data-key={`${id} ${key}`}
                aria-label={t(key as 'up' | 'down', { name })}
                disabledFocusable={off}
                onClick={() => move(person, step, `${id} ${key}`)}
              />
            )
            return (
              <li
                key={id}
                className={styles.item}
                onKeyDown={(event) => {
                  const step = stepOf(event)
                  if (!step) return
                  event.preventDefault()
                  move(person, step, (event.target as HTMLElement).dataset['key'] ?? `${id} up`)
                }}
              >
                <span className={styles.place} role="img" aria-label={t('place', { place: index + 1 })}>
                  {number(index + 1)}
                </span>
                <PersonFace className={styles.who} person={person} size={36} />
                <span className={styles.acts}>
                  {act('up', -1, ArrowUpRegular, index === 0)}
                  {act('down', 1, ArrowDownRegular, index === ranked.length - 1)}
                  <Button
                    appearance="subtle"
                    icon={<DismissRegular />}
                    data-key={`${id} remove`}
                    aria-label={t('remove', { name })}
                    onClick={() => remove(person)}
                  />
                </span>
              </li>
            )
          })}
        </ol>
      )}
      {ranked.length > 1 && <p className={layout.small}>{t('keys')}</p>}
      {error && (
        <div className={layout.close}>
          <p className={layout.fault} role="alert">
            {t('unsaved')} {[...blamed(error, ranked), whyNot(error)].join(': ')}
          </p>
          <div className={layout.row}>
            <Button onClick={saving.again}>{t('save.again')}</Button>
            <Button appearance="subtle" onClick={saving.giveUp}>
              {t('save.give-up')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

function swapped(list: readonly Face[], from: number, to: number): readonly Face[] {
  const [one, other] = [list[from], list[to]]
  return one && other ? list.with(from, other).with(to, one) : list
}

function stepOf({ altKey, key }: KeyboardEvent): -1 | 1 | undefined {
  if (!altKey) return undefined
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined
}

/** Whose place on the list the service names: `personIds.2`. */
function blamed(fault: unknown, ranked: readonly Face[]): string[] {
  const [, place] = /^personIds\.(\d+)$/.exec(fault instanceof ApiProblem ? (fault.field ?? '') : '') ?? []
  const person = place === undefined ? undefined : ranked[Number(place)]
  return person ? [person.name] : []
}

/** A row that moves loses the focus in browsers; it is put back where it was, or on the name that took its place. */
function useKeptFocus(ranked: readonly Face[]) {
  const list = useRef<HTMLOListElement>(null)
  const kept = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the order
  useEffect(() => {
    const key = kept.current
    if (key === undefined) return
    kept.current = undefined
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])]
    buttons.find(({ dataset }) => dataset['key'] === key)?.focus()
  }, [ranked])
  return {
    list,
    keep: (key: string) => {
      kept.current = key
    },
  }
}
