// Writes docs/graph-calls.md anew from bot/graph/calls.ts. A test keeps the two the same.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ensure.mjs'

const { graphCalls, limits } = await import('../../bot/graph/calls.ts')

export function document() {
  const rows = graphCalls.map(
    ({ method, path, permission, onlyWith, what, limit, page }) =>
      `| \`${method} ${path}\` | ${permission ? `\`${permission}\`` : 'none of its own'}${onlyWith ? `, only with \`${onlyWith}\`` : ''} | ${what} | ${limit} | [${page}](https://learn.microsoft.com/graph/${page}) |`,
  )
  return [
    '# Every call of Microsoft Graph',
    '',
    'Made from `bot/graph/calls.ts` by `node --import tsx infra/local/graph-calls.mjs`. A call that is not here is refused before it is sent;',
    'a permission in `infra/aad.manifest.json` without a call here, and a call here without its permission there, fail the tests.',
    'Permissions are application permissions. What the tenant must allow, and how calendars are narrowed, is in [deploy.md](deploy.md).',
    '',
    '| call | permission | for | limit | checked against |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '## Limits',
    '',
    ...Object.entries(limits).map(([name, words]) => `- **${name}**: ${words}`),
    '',
  ].join('\n')
}

if (process.argv[1]?.endsWith('graph-calls.mjs')) writeFileSync(join(root, 'docs/graph-calls.md'), document())
