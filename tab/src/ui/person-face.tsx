/** A face wherever a person is meant: photo or initials, name, title. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Face } from '../../../bot/contract/index.ts'
import { usePhoto } from '../api/organization/photos.ts'

const useStyles = makeStyles({
  photo: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    borderRadius: '50%',
    objectFit: 'cover',
    fontWeight: tokens.fontWeightSemibold,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'grid', gridTemplateColumns: 'minmax(0, auto)', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  big: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  title: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

const hues = [
  [tokens.colorPaletteTealBackground2, tokens.colorPaletteTealForeground2],
  [tokens.colorPalettePeachBackground2, tokens.colorPalettePeachForeground2],
  [tokens.colorPaletteGrapeBackground2, tokens.colorPaletteGrapeForeground2],
  [tokens.colorPaletteSeafoamBackground2, tokens.colorPaletteSeafoamForeground2],
  [tokens.colorPalettePinkBackground2, tokens.colorPalettePinkForeground2],
  [tokens.colorPaletteSteelBackground2, tokens.colorPaletteSteelForeground2],
  [tokens.colorPaletteGoldBackground2, tokens.colorPaletteGoldForeground2],
  [tokens.colorPaletteCornflowerBackground2, tokens.colorPaletteCornflowerForeground2],
] as const

export interface PhotoProps {
  person: Pick<Face, 'id' | 'name'>
  size?: number
}

/**
 * Only the picture, or initials in a colour of one's own. The name beside it says who it is, so it is silent for screen
 * readers. Fluent's Avatar does the same and brings 10 KB of presence badges and groups into the first load.
 */
export function Photo({ person, size = 40 }: PhotoProps) {
  const styles = useStyles()
  const photo = usePhoto(person.id)
  const [background, color] = hues[hueOf(person.id)]!
  const box = { width: size, height: size, fontSize: Math.round(size * 0.38) }
  return photo ? (
    <img className={styles.photo} alt="" aria-hidden="true" src={photo} style={box} />
  ) : (
    <span className={styles.photo} aria-hidden="true" style={{ ...box, backgroundColor: background, color }}>
      {initialsOf(person.name)}
    </span>
  )
}

/** First letters of the first and the last word; those of a joined script stay apart. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  const apart = /[\u0600-\u06ff]/.test(name) ? '\u200c' : ''
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join(apart)
}

function hueOf(id: string): number {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7) % hues.length
}

export interface PersonFaceProps {
  person: Face
  size?: number
  /** Instead of the job title and department. */
  note?: ReactNode
  className?: string
}

export function PersonFace({ person, size = 40, note, className }: PersonFaceProps) {
  const styles = useStyles()
  const about = note ?? [person.jobTitle, person.department].filter(Boolean).join(' · ')
  return (
    <div className={mergeClasses(styles.row, className)}>
      <Photo person={person} size={size} />
      <div className={styles.words}>
        <span className={mergeClasses(styles.name, size >= 56 && styles.big)}>{person.name}</span>
        {about && <span className={styles.title}>{about}</span>}
      </div>
    </div>
  )
}
