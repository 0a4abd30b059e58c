/** A face wherever a person is meant: photo or initials, name, title. */
import { Avatar, type AvatarProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Face } from '../../../bot/contract/index.ts'
import { usePhoto } from '../api/people.ts'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'grid', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  big: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  title: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

/** Only the picture. The name beside it says who it is, so it is silent for screen readers. */
export function Photo({
  person,
  size = 40,
}: {
  person: Pick<Face, 'id' | 'name'>
  size?: AvatarProps['size']
}) {
  const photo = usePhoto(person.id)
  return (
    <Avatar
      aria-hidden="true"
      name={person.name}
      size={size}
      color="colorful"
      idForColor={person.id}
      {...(photo ? { image: { src: photo } } : {})}
    />
  )
}

export interface PersonFaceProps {
  person: Face
  size?: AvatarProps['size']
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
        <span className={mergeClasses(styles.name, (size ?? 0) >= 56 && styles.big)}>{person.name}</span>
        {about && <span className={styles.title}>{about}</span>}
      </div>
    </div>
  )
}
