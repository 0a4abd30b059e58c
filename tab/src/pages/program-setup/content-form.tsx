/** The form of a text, drawn from its shape: lists that grow and change their order, groups, choices and texts. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  Switch,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { AddRegular, ArrowDownRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons'
import { type ContentWordKey, contentWords } from '../../../../bot/words/content.ts'
import { directionOf, type Language } from '../../../../bot/words/sentence.ts'
import type { Strings } from '../../ui/language.ts'
import { useText } from '../../ui/text.tsx'
import {
  blankOf,
  faultOf,
  type Group,
  isGroup,
  type Json,
  type Shape,
  variantOf,
  variantsOf,
} from './content-shape.ts'
import { contentStrings } from './content-strings.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  item: {
    ...{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
    ...{ margin: 0, minWidth: 0, padding: 0, border: 'none' },
    paddingInlineStart: tokens.spacingHorizontalM,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineEnd: tokens.spacingHorizontalM,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  narrow: { minWidth: 0, maxWidth: '100%' },
})

export interface Part {
  /** The field's name in the words of the kinds. */
  name: string
  /** One of a list; a field by itself is called by its name. */
  label?: string
  shape: Shape
  value: Json | undefined
  language: Language
  /** Keys of what may not be removed. */
  needed: readonly string[]
  change(value: Json): void
}

/** By keys made of data; each that a form can ask for is held by a test. */
export function useContentWord() {
  const { maybe } = useText(contentWords as Strings<Record<ContentWordKey, string>>)
  return (key: string, gaps?: Record<string, string | number>) => maybe(key, gaps) ?? key
}

export function ContentPart(part: Part) {
  if (Array.isArray(part.value)) return <ListPart {...part} value={part.value} />
  if (isGroup(part.value)) return <GroupPart {...part} value={part.value} />
  return <ValuePart {...part} />
}

/** Fields one after the other; what is a name of ours is not among them. */
function GroupPart({ shape, value, change, ...rest }: Omit<Part, 'value'> & { value: Group }) {
  const styles = useStyles()
  const word = useContentWord()
  const variant = variantOf(shape, value)
  const variants = variantsOf(shape)
  const isFixed = rest.needed.includes(String(value['key']))
  return (
    <div className={styles.list}>
      {variants && (
        <Field label={word('field.kind')} className={styles.narrow}>
          <Select
            value={String(value['kind'])}
            disabled={isFixed}
            onChange={(_, { value: kind }) => change(turnedInto(variants, value, kind))}
          >
            {variants.map(({ properties }) => {
              const kind = String(properties?.['kind']?.const)
              return (
                <option key={kind} value={kind}>
                  {word(`value.kind.${kind}`)}
                </option>
              )
            })}
          </Select>
        </Field>
      )}
      {Object.entries(variant.properties ?? {})
        .filter(([name, inner]) => name !== 'key' && inner.const === undefined)
        .map(([name, inner]) => (
          <ContentPart
            key={name}
            {...rest}
            name={name}
            shape={inner}
            value={value[name] ?? blankOf(inner)}
            change={(next) => change({ ...value, [name]: next })}
          />
        ))}
    </div>
  )
}

/** What both have in common stays. */
function turnedInto(variants: Shape[], value: Group, kind: string): Json {
  const next = variants.find(({ properties }) => properties?.['kind']?.const === kind) ?? {}
  const blank = blankOf(next)
  if (!isGroup(blank)) return value
  const kept = Object.entries(value).filter(([name]) => name !== 'kind' && next.properties?.[name])
  return { ...blank, ...Object.fromEntries(kept) }
}

function ListPart({ name, shape, value, change, needed, language }: Omit<Part, 'value'> & { value: Json[] }) {
  const styles = useStyles()
  const t = useText(contentStrings)
  const word = useContentWord()
  const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = shape
  const put = (index: number, one: Json) => change(value.map((old, at) => (at === index ? one : old)))
  const swap = (from: number, to: number) =>
    change(value.map((old, at) => (at === from ? value[to]! : at === to ? value[from]! : old)))
  return (
    <div className={styles.list}>
      <p className={styles.name}>{word(`field.${name}`)}</p>
      {value.map((one, index) => {
        const label = word(`one.${name}`, { number: index + 1 })
        const isNeeded = isGroup(one) && needed.includes(String(one['key']))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: texts have no names of their own; a field stays where it is typed in.
          <fieldset key={index} className={styles.item} aria-label={label}>
            {isGroup(one) && <p className={styles.note}>{label}</p>}
            <ContentPart
              {...{ name, language, needed }}
              shape={items}
              value={one}
              change={(next) => put(index, next)}
              {...(isGroup(one) ? {} : { label })}
            />
            <div className={styles.acts}>
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowUpRegular />}
                aria-label={t('up', { what: label })}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowDownRegular />}
                aria-label={t('down', { what: label })}
                disabled={index === value.length - 1}
                onClick={() => swap(index, index + 1)}
              />
              {isNeeded ? (
                <p className={styles.note}>{t(name === 'topics' ? 'needed.topics' : 'needed')}</p>
              ) : (
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={t('remove', { what: label })}
                  disabled={value.length <= minItems}
                  onClick={() => change(value.filter((_, at) => at !== index))}
                />
              )}
            </div>
          </fieldset>
        )
      })}
      <div>
        <Button
          icon={<AddRegular />}
          disabled={value.length >= maxItems}
          onClick={() => change([...value, blankOf(items)])}
        >
          {t('add', { what: word(`field.${name}`) })}
        </Button>
      </div>
    </div>
  )
}

/** Longer than that, a text gets more than one line. */
const shortText = 120

function ValuePart({ name, shape, value, language, change, ...part }: Part) {
  const styles = useStyles()
  const t = useText(contentStrings)
  const word = useContentWord()
  const label = part.label ?? word(`field.${name}`)
  if (shape.enum)
    return (
      <Field label={label} className={styles.narrow}>
        <Select value={String(value)} onChange={(_, { value: one }) => change(one)}>
          {shape.enum.map((one) => (
            <option key={one} value={one}>
              {word(`value.${name}.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    )
  if (typeof value === 'boolean')
    return <Switch label={label} checked={value} onChange={(_, { checked }) => change(checked)} />
  if (typeof value === 'number')
    return (
      <Field label={label} className={styles.narrow}>
        <Input
          type="number"
          min={shape.minimum}
          max={shape.maximum}
          value={String(value)}
          onChange={(_, { value: typed }) => change(Math.trunc(Number(typed)))}
        />
      </Field>
    )
  const fault = faultOf(shape, value)
  // Nothing that was pasted is cut off in silence: what is too long stays there and says so.
  const wrong = fault
    ? {
        validationState: 'error' as const,
        validationMessage: fault.why === 'empty' ? t('empty') : t('too-long', { count: fault.over }),
      }
    : {}
  const shared = { value: String(value ?? ''), lang: language, dir: directionOf(language) }
  return (
    <Field label={label} {...wrong}>
      {(shape.maxLength ?? 0) > shortText ? (
        <Textarea {...shared} resize="vertical" rows={2} onChange={(_, { value: typed }) => change(typed)} />
      ) : (
        <Input {...shared} onChange={(_, { value: typed }) => change(typed)} />
      )}
    </Field>
  )
}
