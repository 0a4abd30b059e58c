/** A certificate as a page to take along, in the language of who takes it. */
import type { Certificate, Deed } from '../../domain/meeting/certificate.ts'
import type { ProgramId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { hourMs, minuteMs } from '../../domain/span.ts'
import { type Paper, printPaper } from '../../files/paper.ts'
import { ar } from '../../words/ar.ts'
import { type CertificateWordKey, certificateWords } from '../../words/certificate.ts'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { directionOf, fill, type Language, type Values } from '../../words/sentence.ts'
import { wordOf } from '../../words/word-table.ts'
import type { Ports } from '../ports.ts'
import { topicNames } from '../program/own-topics.ts'

/** A certificate as it stands on paper, and as whoever checks it reads it. */
export interface ShownCertificate extends Pick<Certificate, 'code' | 'side' | 'issuedAt'> {
  name: string
  programName: string
  sponsor?: string
  deed: Omit<Deed, 'topics' | 'skills'>
  /** In words. */
  topics: string[]
  skills: string[]
}

const shared = { en, es, ar }

/** One that has no name any more is left out. */
export async function topicsInWords(
  ports: Pick<Ports, 'store'>,
  programId: ProgramId,
  keys: readonly string[],
  language: Language,
): Promise<string[]> {
  const own = await topicNames(ports, programId, keys)
  return keys.flatMap((key) => {
    const word = own[key]?.[language] ?? wordOf(shared[language], 'topics', key)
    return typeof word === 'string' ? [word] : []
  })
}

/** Refused where a name has a letter that none of our fonts has. */
export async function certificatePaper(
  shown: ShownCertificate & { link: string },
  language: Language,
): Promise<Uint8Array | Refusal<'letter-missing'>> {
  const bytes = await printPaper(paperOf(shown, language))
  return 'missing' in bytes ? refuse('letter-missing', { sign: bytes.missing }) : bytes
}

const minutesAnHour = hourMs / minuteMs

function paperOf(shown: ShownCertificate & { link: string }, language: Language): Paper {
  const { name, programName, side, deed, topics, skills, sponsor, issuedAt, code, link } = shown
  // Latin digits in Arabic too, as forms of companies have them.
  const locale = language === 'ar' ? 'ar-u-ca-gregory-nu-latn' : language
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const say = (key: CertificateWordKey, values: Values = {}) =>
    fill(certificateWords[language][key], values, language, number)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const list = (items: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
  const [from, to] = [new Date(deed.from), new Date(deed.to)]
  const period = deed.from === deed.to ? days.format(from) : days.formatRange(from, to)
  const isHours = deed.minutes >= minutesAnHour
  const hours = new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit: isHours ? 'hour' : 'minute', unitDisplay: 'long', maximumFractionDigits: 1 },
  }).format(isHours ? deed.minutes / minutesAnHour : deed.minutes)
  const small = { size: 10, tone: 'quiet' as const }
  return {
    language,
    direction: directionOf(language),
    title: `${say('title')}: ${name}`,
    author: programName,
    madeAt: issuedAt,
    body: [
      { text: say('title'), size: 34, weight: 700, tone: 'accent' },
      { text: programName, size: 16, tone: 'quiet', gap: 2 },
      { text: name, size: 32, weight: 700, gap: 30 },
      { text: say(`as.${side}`), size: 14, gap: 10 },
      { text: say('done', { count: deed.sessions, hours, period }), size: 14, gap: 14 },
      ...(topics.length > 0 ? [{ text: say('topics', { topics: list(topics) }), size: 12, gap: 6 }] : []),
      ...(skills.length > 0 ? [{ text: say('skills', { skills: list(skills) }), size: 12, gap: 6 }] : []),
    ],
    foot: [
      ...(sponsor ? [{ text: say('sponsor', { sponsor }), size: 11 }] : []),
      { text: say('counted'), ...small, gap: 6 },
      {
        text: `${say('issued', { date: days.format(issuedAt) })} · ${say('code', { code: apartFromText(code) })}`,
        ...small,
      },
      { text: say('paper.check'), size: 10, tone: 'accent', link },
    ],
  }
}

/** From left to right, whatever the language around it. */
const apartFromText = (code: string) => `\u2066${code}\u2069`
