/** What a Program says in its own words: read as its people get it, and written by its Organizer. */
import {
  type BodyOf,
  type ContentKind,
  defaultOf,
  isContent,
  kindOf,
  readBody,
  type TextRefusal,
} from '../../content/kinds.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type ContentVersion,
  keysIn,
  sameBody,
  standingOf,
  unknownGap,
  withKeys,
} from '../../domain/program/content.ts'
import type { ProgramId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { type Language, languages } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance'>

export interface Content<K extends ContentKind> {
  body: BodyOf<K>
  /** Of the text in all its languages; 1 is the default. */
  version: number
  /** In which its words are: the reader's own, or the one that the Program wrote. */
  language: Language
  /** False: the default of the language file. */
  isOwn: boolean
}

/**
 * What somebody who reads that language gets. A Program that wrote a text in one language only is read in that one: the
 * default of another language would say what no longer holds. @param upTo as it stood at that version
 */
export async function contentOf<K extends ContentKind>(
  { store }: Pick<Ports, 'store'>,
  programId: ProgramId,
  kind: K,
  key: string,
  language: Language,
  upTo?: number,
): Promise<Content<K>> {
  return contentFrom(await store.contents.versions(programId, kind, key), kind, key, language, upTo)
}

export function contentFrom<K extends ContentKind>(
  versions: readonly ContentVersion[],
  kind: K,
  key: string,
  language: Language,
  upTo?: number,
): Content<K> {
  const { version, lead, shown } = standingOf(versions, language, upTo)
  if (!shown || !lead) return { body: defaultOf(kind, key, language), version, language, isOwn: false }
  const { merge } = kindOf(kind)
  const body = merge && shown !== lead ? merge(lead.body, shown.body) : shown.body
  return { body: body as BodyOf<K>, version, language: asLanguage(shown.language), isOwn: true }
}

const asLanguage = (name: string): Language => languages.find((one) => one === name) ?? 'en'

export type ContentRefusal = TextRefusal | 'unknown-gap' | 'changed-meanwhile' | 'topic-in-use' | 'not-found'

export interface Written {
  kind: string
  key: string
  language: Language
  /** The version that was on the screen: whoever wrote meanwhile is not overwritten unread. */
  seen: number
  /** Absent: the language gives its text back. */
  body?: unknown
}

/** @returns the version that holds now */
export async function writeContent(
  ports: Needs,
  programId: ProgramId,
  written: Written,
  by: PersonId,
): Promise<{ version: number } | Refusal> {
  const { store, clock } = ports
  const { kind, key, language, seen } = written
  if (!isContent(kind, key)) return refuse('not-found')
  const given = written.body === undefined ? null : fitting(ports, kind, written.body)
  if (isRefused(given)) return given
  return store.transaction(async () => {
    await lockContent(store, programId, kind, key)
    const versions = await store.contents.versions(programId, kind, key)
    const { version, own } = standingOf(versions, language)
    // Sent twice, it is what it was.
    if (given === null ? !own : own && sameBody(own.body, given)) return { version }
    if (version !== seen) return refuse('changed-meanwhile', { version })
    const next = { language, version: version + 1, body: given, by, at: clock.now() }
    const no = mayFollow(kind, key, versions, next)
    if (no) return no
    if (await takesWhatIsUsed(ports, programId, kind, key, versions, next)) return refuse('topic-in-use')
    await store.contents.add(programId, kind, key, next)
    const what = given === null ? 'content-given-back' : 'content-written'
    await audit(ports, by, what, programId, { kind, key, language, version: next.version })
    return { version: next.version }
  })
}

/** Who writes and who relies on what is written take turns. */
export const lockContent = (store: Needs['store'], programId: ProgramId, kind: ContentKind, key: string) =>
  store.lock(`content.${programId}.${kind}.${key}`)

/** What of it somebody has chosen. */
export async function usedIn(
  { store }: Pick<Ports, 'store'>,
  programId: ProgramId,
  kind: ContentKind,
): Promise<string[]> {
  return kindOf(kind).keptWhileUsed ? store.participants.ownTopicsOf(programId) : []
}

async function takesWhatIsUsed(
  ports: Needs,
  programId: ProgramId,
  kind: ContentKind,
  key: string,
  versions: readonly ContentVersion[],
  next: ContentVersion,
): Promise<boolean> {
  const used = await usedIn(ports, programId, kind)
  const then = keysIn(contentFrom([next, ...versions], kind, key, 'en').body)
  return used.some((one) => !then.includes(one))
}

function fitting({ chance }: Needs, kind: ContentKind, body: unknown) {
  const fits = readBody(
    kind,
    withKeys(body, () => `own-${chance.id().slice(0, 8)}`),
  )
  if (isRefused(fits)) return fits
  const gap = unknownGap(fits, kindOf(kind).gaps ?? [])
  return gap === undefined ? fits : refuse('unknown-gap', { name: gap })
}

/** What every reader would get afterwards may take the place of what they get now. */
function mayFollow(
  kind: ContentKind,
  key: string,
  versions: readonly ContentVersion[],
  next: ContentVersion,
): Refusal | undefined {
  for (const language of languages) {
    const was = contentFrom(versions, kind, key, language).body
    const then = contentFrom([next, ...versions], kind, key, language).body
    const no = kindOf(kind).mayFollow?.(key, was, then)
    if (no) return no
  }
  return undefined
}
