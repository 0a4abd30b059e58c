// What Microsoft's schema cannot see in a Teams package: files, icons, domains, languages, leftovers.
import { decodePng, type Image } from './png.ts'

/** The parts of a manifest that the rules below read; the schema check covers its shape. */
export type Manifest = {
  id: string
  developer: Record<string, string>
  name: { short: string; full: string }
  description: { short: string; full: string }
  icons: { color: string; outline: string; color32x32?: string }
  staticTabs?: { entityId: string; name?: string; contentUrl?: string; websiteUrl?: string }[]
  bots?: { botId: string; commandLists?: { commands: { title: string; description: string }[] }[] }[]
  localizationInfo?: {
    defaultLanguageTag: string
    additionalLanguages?: { languageTag: string; file: string }[]
  }
  validDomains?: string[]
  webApplicationInfo?: { id: string; resource?: string }
  authorization?: { permissions?: { resourceSpecific?: { name: string; type: string }[] } }
  extensions?: Extension[]
}
interface Labelled {
  label: string
  icons?: Icon[]
}
interface Icon {
  url: string
}
interface Control extends Labelled {
  actionId?: string
  supertip: { title: string; description: string }
}
interface Extension {
  runtimes?: { code: { page: string }; actions?: { id: string }[] }[]
  ribbons?: { tabs: { groups?: (Labelled & { controls: Control[] })[] }[] }[]
  alternates?: { alternateIcons?: { icon: Icon; highResolutionIcon: Icon } }[]
}
export type Files = ReadonlyMap<string, Buffer>

/** Every fault of a package in words, each with what to do; empty when it can be uploaded. */
export function checkPackage(manifest: Manifest, files: Files): string[] {
  return [
    ...checkLeftovers(files),
    ...checkReferences(manifest, files),
    ...checkIcons(manifest, files),
    ...checkDomains(manifest),
    ...checkAddIn(manifest),
    ...checkSignIn(manifest),
    ...checkLanguages(manifest, files),
  ]
}

function checkLeftovers(files: Files): string[] {
  return [...files]
    .filter(([name]) => name.endsWith('.json'))
    .flatMap(([name, data]) =>
      [...data.toString('utf8').matchAll(/\$\{\{[^}]*\}\}/g)].map(
        ([found]) => `${name} still contains ${found}: give it a value.`,
      ),
    )
}

function references(manifest: Manifest): string[] {
  const languages = manifest.localizationInfo?.additionalLanguages ?? []
  return [...Object.values(manifest.icons), ...languages.map(({ file }) => file)]
}

function checkReferences(manifest: Manifest, files: Files): string[] {
  const wanted = new Set(['manifest.json', ...references(manifest)])
  const absent = [...wanted]
    .filter((name) => !files.has(name))
    .map((name) => `${name} is named in the manifest but not in the package: add the file.`)
  const extra = [...files.keys()]
    .filter((name) => !wanted.has(name))
    .map((name) => `${name} is in the package but not named in the manifest: leave it out.`)
  return [...absent, ...extra]
}

function checkIcons({ icons }: Manifest, files: Files): string[] {
  const rules: [string | undefined, (image: Image) => string[]][] = [
    [icons.color, checkColor],
    [icons.outline, checkOutline],
    [icons.color32x32, checkSmallColor],
  ]
  return rules.flatMap(([name, rule]) => {
    const file = name === undefined ? undefined : files.get(name)
    if (!file) return []
    try {
      return rule(decodePng(file)).map((fault) => `${name} ${fault}`)
    } catch (fault) {
      return [`${name} ${fault instanceof Error ? fault.message : fault}`]
    }
  })
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

const pixelAt = ({ width, rgba }: Image, x: number, y: number): Pixel => {
  const at = (y * width + x) * 4
  return [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!]
}

function* pixels(image: Image): Generator<[x: number, y: number, pixel: Pixel]> {
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) yield [x, y, pixelAt(image, x, y)]
}

function wrongSize({ width, height }: Image, size: number): string[] {
  return width === size && height === size
    ? []
    : [`is ${width} x ${height}: it must be ${size} x ${size} pixels.`]
}

/** Square, opaque, and calm outside the middle half: an edge there means that the symbol leaves the safe area. */
function checkColor(image: Image): string[] {
  const faults = wrongSize(image, 192)
  if (faults.length > 0) return faults
  const inMiddle = (n: number) => n >= 48 && n < 144
  const jump = (a: Pixel, b: Pixel) => Math.max(...[0, 1, 2].map((i) => Math.abs(a[i]! - b[i]!)))
  let seeThrough = false
  let strays = false
  for (const [x, y, pixel] of pixels(image)) {
    if (pixel[3] < 255) seeThrough = true
    if (inMiddle(x) && inMiddle(y)) continue
    if (x > 0 && !(inMiddle(x - 1) && inMiddle(y)) && jump(pixel, pixelAt(image, x - 1, y)) > 16)
      strays = true
    if (y > 0 && !(inMiddle(x) && inMiddle(y - 1)) && jump(pixel, pixelAt(image, x, y - 1)) > 16)
      strays = true
  }
  if (seeThrough) faults.push('has see-through pixels: fill the whole square, corners included.')
  if (strays) faults.push('has its symbol outside the middle 96 x 96 pixels: make it smaller.')
  return faults
}

/** White on transparent, no other colour, no padding. */
function checkOutline(image: Image): string[] {
  const faults = wrongSize(image, 32)
  const seen = [...pixels(image)].filter(([, , [, , , alpha]]) => alpha > 0)
  if (seen.some(([, , [red, green, blue]]) => red + green + blue < 765))
    faults.push('has a colour other than white: only pure white on transparent is allowed.')
  if (seen.length === image.width * image.height)
    faults.push('has no transparent pixel: remove the background.')
  const span = (values: number[]) => Math.max(...values) - Math.min(...values) + 1
  if (seen.length === 0) faults.push('is empty.')
  else if (Math.max(span(seen.map(([x]) => x)), span(seen.map(([, y]) => y))) < 30)
    faults.push('has padding: let the symbol reach the edges.')
  return faults
}

function checkSmallColor(image: Image): string[] {
  const faults = wrongSize(image, 32)
  if (pixelAt(image, 0, 0)[3] > 0) faults.push('has a background: it must be transparent around the symbol.')
  return faults
}

const isHost = (text: string) => /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
const tunnel = /(ngrok|devtunnels\.ms|loca\.lt|trycloudflare)/i

function checkDomains(manifest: Manifest): string[] {
  const domains = manifest.validDomains ?? []
  const faults = domains.flatMap((domain) => {
    if (!isHost(domain))
      return [`validDomains: "${domain}" must be a plain host name, without scheme, port, path or wildcard.`]
    return tunnel.test(domain)
      ? [`validDomains: "${domain}" is a development tunnel: use the host of the real service.`]
      : []
  })
  for (const tab of manifest.staticTabs ?? []) {
    for (const field of ['contentUrl', 'websiteUrl'] as const) {
      const address = tab[field]
      if (address === undefined) continue
      const url = URL.canParse(address) ? new URL(address) : undefined
      if (url?.protocol !== 'https:')
        faults.push(`staticTabs "${tab.entityId}": ${field} must be an https address.`)
      else if (!domains.includes(url.host))
        faults.push(`staticTabs "${tab.entityId}": ${url.host} is not in validDomains; add it.`)
    }
  }
  return faults
}

/** What Outlook loads lies where the tab lies, every button leads somewhere, and the item may be read. */
function checkAddIn({ extensions = [], staticTabs = [], authorization }: Manifest): string[] {
  if (extensions.length === 0) return []
  const tab = staticTabs.find(({ contentUrl }) => contentUrl !== undefined)?.contentUrl ?? ''
  const host = URL.canParse(tab) ? new URL(tab).host : undefined
  const addresses = extensions.flatMap(({ runtimes = [], ribbons = [], alternates = [] }) => [
    ...runtimes.map(({ code }) => code.page),
    ...groupsOf(ribbons).flatMap((group) =>
      [group, ...group.controls].flatMap(({ icons = [] }) => icons.map(urlOf)),
    ),
    ...alternates.flatMap(({ alternateIcons: icons }) =>
      icons ? [icons.icon, icons.highResolutionIcon].map(urlOf) : [],
    ),
  ])
  const strays = [...new Set(addresses)].filter((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    return url?.protocol !== 'https:' || url.host !== host
  })
  const actions = new Set(
    extensions
      .flatMap(({ runtimes = [] }) => runtimes.flatMap((one) => one.actions ?? []))
      .map(({ id }) => id),
  )
  const dead = extensions
    .flatMap(({ ribbons = [] }) => groupsOf(ribbons).flatMap(({ controls }) => controls))
    .filter(({ actionId }) => actionId === undefined || !actions.has(actionId))
  const mayRead = authorization?.permissions?.resourceSpecific?.some(({ name }) =>
    name.startsWith('MailboxItem.Read'),
  )
  const withoutIcons = extensions.some(({ alternates = [] }) => !alternates.some((one) => one.alternateIcons))
  return [
    ...strays.map(
      (address) => `extensions: ${address} must be an https address at ${host}, where the tab is.`,
    ),
    ...dead.map(({ label }) => `extensions: the button "${label}" names no action of a runtime.`),
    ...(mayRead
      ? []
      : ['authorization: an Outlook pane needs MailboxItem.Read.User to know its appointment.']),
    ...(withoutIcons
      ? ['extensions: without alternateIcons the add-in does not reach Outlook on a Mac.']
      : []),
  ]
}

const urlOf = ({ url }: Icon) => url
const groupsOf = (ribbons: NonNullable<Extension['ribbons']>) =>
  ribbons.flatMap(({ tabs }) => tabs.flatMap(({ groups = [] }) => groups))

/** Single sign-on fails unless the resource names the tab's own host and this app (teams-js: "origin do not match"). */
function checkSignIn(manifest: Manifest): string[] {
  const { webApplicationInfo: app, staticTabs = [] } = manifest
  const tab = staticTabs.find(({ contentUrl }) => contentUrl !== undefined)?.contentUrl
  if (!app || !tab || !URL.canParse(tab)) return []
  const wanted = `api://${new URL(tab).host}/${app.id}`
  return app.resource === wanted
    ? []
    : [`webApplicationInfo.resource is "${app.resource}": single sign-on needs "${wanted}".`]
}

/** The texts of the manifest that people read, under the names that language files use for them. */
function translatable(manifest: Manifest): string[] {
  const tabs = (manifest.staticTabs ?? []).flatMap((tab, i) => (tab.name ? [`staticTabs[${i}].name`] : []))
  const lists = manifest.bots?.[0]?.commandLists ?? []
  // Titles stay: they are what the person sends, and the bot understands these words in every language.
  const commands = lists.flatMap((list, l) =>
    list.commands.map((_, c) => `bots[0].commandLists[${l}].commands[${c}].description`),
  )
  const ribbon = (manifest.extensions ?? []).flatMap(({ ribbons = [] }, e) =>
    ribbons.flatMap(({ tabs }, r) =>
      tabs.flatMap(({ groups = [] }, t) =>
        groups.flatMap(({ controls }, g) => {
          const group = `extensions[${e}].ribbons[${r}].tabs[${t}].groups[${g}]`
          const texts = ['label', 'supertip.title', 'supertip.description']
          return [
            `${group}.label`,
            ...controls.flatMap((_, c) => texts.map((text) => `${group}.controls[${c}].${text}`)),
          ]
        }),
      ),
    ),
  )
  const texts = ['name.short', 'name.full', 'description.short', 'description.full']
  return [...texts, ...tabs, ...commands, ...ribbon]
}

function checkLanguages(manifest: Manifest, files: Files): string[] {
  const wanted = translatable(manifest)
  return (manifest.localizationInfo?.additionalLanguages ?? []).flatMap(({ file }) => {
    const data = files.get(file)
    if (!data) return []
    let texts: Record<string, string>
    try {
      texts = JSON.parse(data.toString('utf8'))
    } catch (fault) {
      return [`${file} is not JSON: ${fault instanceof Error ? fault.message : fault}`]
    }
    const keys = Object.keys(texts).filter((key) => key !== '$schema')
    return [
      ...wanted
        .filter((key) => !texts[key]?.trim())
        .map((key) => `${file} has no text for ${key}: translate it.`),
      ...keys
        .filter((key) => !wanted.includes(key))
        .map((key) => `${file} translates ${key}, which the manifest does not have: remove it.`),
      ...limits.flatMap(([key, most]) =>
        (texts[key]?.length ?? 0) > most
          ? [`${file}: ${key} has ${texts[key]!.length} characters; at most ${most} fit.`]
          : [],
      ),
    ]
  })
}

/** Longest texts in characters, from the Localization schema of manifest 1.30 (the manifest's own are in its schema). */
const limits: readonly [key: string, most: number][] = [
  ['name.short', 30],
  ['name.full', 100],
  ['description.short', 80],
  ['description.full', 4000],
]
