/** Workers end together when what takes long begins first; jest alone guesses by file size, for lack of anything better. */
const longest = [
  'journeys/default-company',
  'journeys/hostile-words',
  'journeys/own-company',
  'journeys/first-day',
  'kill/boundaries',
  'kill/scheduling',
  'workflows/repair',
  'kill/random',
  'workflows/ways-of-matching',
  'workflows/bad-day',
  'tab/matching-board',
  'workflows/decline-pairing',
  'workflows/book-hold',
  'workflows/speed-event',
]

const rank = ({ path }) => {
  const at = longest.findIndex((name) => path.includes(`/${name}.test.`))
  return at < 0 ? longest.length : at
}

export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
  }

  /** Jest hands over what each file took; the list above is what we go by. */
  cacheResults() {}

  allFailedTests(tests) {
    return tests
  }
}
