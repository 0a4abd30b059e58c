/** learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams#deep-link-to-start-a-new-chat */
export const chatLink = (signInName: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(signInName)}`
