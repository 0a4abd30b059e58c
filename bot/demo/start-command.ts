/** The command that starts the demo as it was started: each people file has data of its own, which a plain start does not open. */
export const usualPort = 3978

export function startCommand({ people, port }: { people?: string; port: number }): string {
  const options = [
    ...(people ? [`--people ${quoted(people)}`] : []),
    ...(port === usualPort ? [] : [`--port ${port}`]),
  ]
  return ['npm start', ...(options.length > 0 ? ['--', ...options] : [])].join(' ')
}

/** As a shell takes it for one word. */
const quoted = (path: string) =>
  /^[\w./\\:-]+$/.test(path)
    ? path
    : process.platform === 'win32'
      ? `"${path}"`
      : `'${path.replaceAll("'", "'\\''")}'`
