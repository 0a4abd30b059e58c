/**
 * Reads people and their managers by `/users/delta`, 200 a page and the fewest requests there are: first everybody,
 * later what changed. The cursor is Graph's own next or delta link, good for a restart at any page.
 */

import { Fault } from '../domain/fault.ts'
import type { CensusPage, DirectoryPage } from '../domain/organization/directory-page.ts'
import type { PersonId } from '../domain/organization/person.ts'
import type { BatchResponse } from './batch.ts'
import type { Graph, Page } from './client.ts'
import { ownLink } from './client.ts'
import { errorFromAnswer, GraphError, isGraphError, isRecord } from './graph-error.ts'
import { pathPart } from './path-part.ts'
import { eligibilityOf, isEligibilityOpen, selectedFields, toPerson } from './to-person.ts'

/** Graph no longer takes a link of its own (a delta link lives seven days, a page link much less). */
export class DirectoryReset extends Fault {
  override readonly name = 'DirectoryReset'
  readonly code = 'directory-reset'
}

interface Team {
  teamId: string
  teamName: string
  channels: { id: string; name: string }[]
}

export interface DirectoryOptions {
  /** Extension attribute that holds the grade; `extensionAttribute1` by default. */
  gradeAttribute?: string
}

export function directoryFrom(graph: Graph, options: DirectoryOptions = {}) {
  return {
    /** @throws DirectoryReset, GraphError */
    pages: (cursor?: string): AsyncIterable<DirectoryPage> => readPages(graph, cursor, options),
    /** @throws DirectoryReset, GraphError */
    census: (next?: string): AsyncIterable<CensusPage> => readCensus(graph, next, options),
    goneAmong: (ids: PersonId[]) => goneAmong(graph, ids),
    photo: (id: PersonId) => photoOf(graph, id),
    channelsOf: (id: PersonId) => channelsOf(graph, id),
  }
}

async function* readPages(
  graph: Graph,
  cursor: string | undefined,
  { gradeAttribute }: DirectoryOptions,
): AsyncGenerator<DirectoryPage> {
  const link =
    cursor === undefined ? `/users/delta?$select=${selectedFields.join(',')}` : ownCursor(graph, cursor)
  for await (const page of followed(graph, link, cursor !== undefined)) {
    const users = await settleEligibility(graph, page.value)
    const next = page.nextLink ?? page.deltaLink
    if (!next) {
      throw new GraphError(
        'Graph ended /users/delta without a link to go on from; nothing of this page is kept.',
        {
          status: 200,
          code: 'no-delta-link',
        },
      )
    }
    yield { rows: users.map((user) => toPerson(user, gradeAttribute)), cursor: next, done: !page.nextLink }
  }
}

const fields = selectedFields.filter((field) => field !== 'manager').join(',')
/** Graph holds pages of an expanded list to 100 people, whatever is asked for. */
const everybody = `/users?$select=${fields}&$expand=manager($levels=1;$select=id)&$top=999`

async function* readCensus(
  graph: Graph,
  next: string | undefined,
  { gradeAttribute }: DirectoryOptions,
): AsyncGenerator<CensusPage> {
  const link = next === undefined ? everybody : ownCursor(graph, next)
  for await (const { value, nextLink } of followed(graph, link, next !== undefined)) {
    const users = await settleEligibility(graph, value)
    // An expanded manager that is not there is none: unlike a change, the row says everything.
    const rows = users.map((user) =>
      toPerson(isRecord(user) ? { manager: null, ...user } : user, gradeAttribute),
    )
    yield { rows, ...(nextLink ? { next: nextLink } : {}) }
  }
}

/** A list that ends early looks like a list that is whole, so nobody is gone until Graph says so of them alone. */
async function goneAmong(graph: Graph, ids: PersonId[]): Promise<PersonId[]> {
  if (ids.length === 0) return []
  const answers = await graph.batch(
    ids.map((id) => ({ id, method: 'GET', url: `/users/${pathPart(id)}?$select=id` })),
  )
  return ids.filter((id) => {
    const answer = answers.get(id)
    if (answer?.status === 404) return true
    if (answer?.status === 200) return false
    throw errorFromAnswer(answer ?? { status: 0, body: undefined }, { method: 'GET', path: '/users/{id}' })
  })
}

/** The pages alone: what goes wrong with them, and with nothing else that is asked meanwhile, can be a reset. */
async function* followed(graph: Graph, link: string, isGraphsOwn: boolean): AsyncGenerator<Page<unknown>> {
  let followsLink = isGraphsOwn
  try {
    for await (const page of graph.pages<unknown>(link)) {
      yield page
      followsLink = true
    }
  } catch (error) {
    if (!followsLink || !isReset(error)) throw error
    throw new DirectoryReset('Graph no longer knows where the last reading ended.', { cause: error })
  }
}

/** A cursor from another cloud (the setting changed) is no use, and must not carry our token there. */
function ownCursor(graph: Graph, cursor: string): string {
  try {
    return ownLink(graph.name, cursor)
  } catch (cause) {
    throw new DirectoryReset('The last reading was of another Graph.', { cause })
  }
}

/** Refusals of the caller or the moment; they say nothing of the link. */
const ofTheCaller = new Set([401, 403, 407, 408, 421, 423, 425, 429])

/**
 * Graph wrote the link itself, so whatever it finds wrong with the request is wrong with the link's age: 410, 404, and
 * 400 with codes of several kinds (Directory_ExpiredPageToken, syncState…) are all documented or seen.
 */
function isReset(error: unknown): boolean {
  if (!isGraphError(error)) return false
  return error.status >= 400 && error.status < 500 && !ofTheCaller.has(error.status)
}

/**
 * A change can say that an account was enabled without saying whether it is a guest's. Guessing would offer a guest a
 * place or keep a colleague out, so those few are asked for.
 */
async function settleEligibility(graph: Graph, users: unknown[]): Promise<unknown[]> {
  const open = users.filter((user): user is Record<string, unknown> => isEligibilityOpen(user))
  if (open.length === 0) return users
  const ids = [...new Set(open.map((user) => String(user.id)))]
  const answers = await graph.batch(
    ids.map((id) => ({
      id,
      method: 'GET',
      url: `/users/${pathPart(id)}?$select=id,accountEnabled,userType`,
    })),
  )
  return users.map((user) => {
    if (!isRecord(user) || !isEligibilityOpen(user)) return user
    const answer = answers.get(String(user.id))
    const facts = settled(answer)
    return facts ? { ...user, ...facts } : user
  })
}

/** Somebody gone meanwhile is left as the change describes them: their removal is on its way. */
function settled(answer: BatchResponse | undefined) {
  if (!answer || answer.status === 404) return undefined
  if (answer.status >= 400 || answer.status === 0 || !isRecord(answer.body)) {
    throw errorFromAnswer(answer, { method: 'GET', path: '/users/{id}' })
  }
  const facts = { accountEnabled: answer.body.accountEnabled ?? null, userType: answer.body.userType ?? null }
  return eligibilityOf(facts) === undefined ? undefined : facts
}

async function photoOf(graph: Graph, id: PersonId): Promise<{ bytes: Uint8Array; type: string } | undefined> {
  try {
    const photo = await graph.bytes(`/users/${pathPart(id)}/photo/$value`, { mailbox: id })
    return photo.bytes.length > 0 ? photo : undefined
  } catch (error) {
    if (isGraphError(error) && error.status === 404) return undefined
    throw error
  }
}

async function channelsOf(graph: Graph, id: PersonId): Promise<Team[]> {
  const teams = await joinedTeams(graph, id)
  const answers = await graph.batch(
    teams.map(({ id: teamId }) => ({
      id: teamId,
      method: 'GET',
      url: `/teams/${pathPart(teamId)}/channels?$select=id,displayName,membershipType`,
    })),
  )
  const result: Team[] = []
  for (const team of teams) {
    const channels = await channelsFrom(graph, answers.get(team.id))
    if (channels) result.push({ teamId: team.id, teamName: team.displayName, channels })
  }
  return result
}

/** Whoever is gone belongs to no team; any other failure is one. */
async function joinedTeams(graph: Graph, id: PersonId): Promise<{ id: string; displayName: string }[]> {
  const teams: { id: string; displayName: string }[] = []
  // Takes no query options, $select included.
  const path = `/users/${pathPart(id)}/joinedTeams`
  try {
    for await (const page of graph.pages<{ id: string; displayName?: string | null }>(path)) {
      for (const team of page.value) teams.push({ id: team.id, displayName: team.displayName ?? '' })
    }
  } catch (error) {
    if (isGraphError(error) && error.status === 404) return []
    throw error
  }
  return teams
}

/** A team that is gone or closed to us is left out; any other failure is one, and must not look like "no channels". */
async function channelsFrom(
  graph: Graph,
  answer: BatchResponse | undefined,
): Promise<Team['channels'] | undefined> {
  if (!answer || answer.status === 404 || answer.status === 403) return undefined
  if (answer.status !== 200 || !isRecord(answer.body)) {
    throw errorFromAnswer(answer, { method: 'GET', path: '/teams/{id}/channels' })
  }
  const channels = [...(answer.body.value as Channel[])]
  const next = answer.body['@odata.nextLink']
  if (typeof next === 'string') {
    for await (const page of graph.pages<Channel>(next)) channels.push(...page.value)
  }
  return channels.filter(isOpen).map(({ id, displayName }) => ({ id, name: displayName ?? '' }))
}

interface Channel {
  id: string
  displayName?: string | null
  membershipType?: string | null
}

/**
 * A bot that a team has is in its standard channels alone: learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels.
 * What kind a channel is may be missing where nobody selected it; then nobody posts there.
 */
const isOpen = ({ membershipType }: Channel) => membershipType === 'standard'
