/** What we use of teams-js. A file of its own, so that the chunk holds these two parts and nothing else. */
export { app, authentication } from '@microsoft/teams-js'
