/**
 * Opens a chat with somebody in Teams, by their sign-in name; what it begins with can be changed before it is sent.
 * learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams#deep-link-to-start-a-new-chat
 */
export const chatLink = (signInName: string, message?: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(signInName)}` +
  (message === undefined ? '' : `&message=${encodeURIComponent(message)}`)
