/** The two of a pair, one before the other. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { Photo, type PhotoProps } from './person-face.tsx'

const useStyles = makeStyles({
  faces: { display: 'flex', flexShrink: 0 },
  second: {
    marginInlineStart: '-6px',
    borderRadius: '50%',
    outline: `2px solid ${tokens.colorNeutralBackground1}`,
    display: 'inline-flex',
    zIndex: 1,
  },
})

export function PairFaces({
  mentor,
  mentee,
  size,
}: {
  mentor: PhotoProps['person']
  mentee: PhotoProps['person']
  size: number
}) {
  const styles = useStyles()
  return (
    <span className={styles.faces}>
      <Photo person={mentor} size={size} />
      <span className={styles.second}>
        <Photo person={mentee} size={size} />
      </span>
    </span>
  )
}
