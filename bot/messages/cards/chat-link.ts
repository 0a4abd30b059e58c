/**
 * Opens the chat with one person in Teams, with what is to be written already in it.
 * learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams, "Deep link to start a chat".
 */
export function chatLink(signInName: string, message = ''): string {
  const users = `users=${encodeURIComponent(signInName)}`
  return `https://teams.microsoft.com/l/chat/0/0?${users}${message ? `&message=${encodeURIComponent(message)}` : ''}`
}
