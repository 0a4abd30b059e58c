/** What we use of teams-js. A file of its own, so that the chunk holds these parts and nothing else. */
import { pages } from '@microsoft/teams-js'

export { app, authentication } from '@microsoft/teams-js'
export const { backStack } = pages
