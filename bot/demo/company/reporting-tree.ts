import type { Chance } from './chance.ts'
import { DEPARTMENTS, type Department } from './departments.ts'

/** A post in the company before anybody holds it. `manager` is an index into the same list; the first post has none. */
export interface Post {
  manager: number | undefined
  depth: number
  department: string
  area: string
  jobTitle: string
  /** 1 to 12. */
  grade: number
  hasReports: boolean
}

const LEADER_TITLES: ((area: string) => string)[] = [
  (area) => `Vice President, ${area}`,
  (area) => `Director, ${area}`,
  (area) => `Senior Manager, ${area}`,
  (area) => `${area} Manager`,
  (area) => `${area} Team Lead`,
  (area) => `${area} Shift Lead`,
]

/** One chief executive, a chief per department, and below each a tree of the department's own shape. */
export function growPosts(chance: Chance, headcount: number): Post[] {
  const posts: Post[] = [
    {
      manager: undefined,
      depth: 0,
      department: 'Executive Office',
      area: 'Executive Office',
      jobTitle: 'Chief Executive Officer',
      grade: 12,
      hasReports: true,
    },
  ]
  const total = DEPARTMENTS.reduce((sum, department) => sum + department.weight, 0)
  let left = headcount - 1
  DEPARTMENTS.forEach((department, index) => {
    const last = index === DEPARTMENTS.length - 1
    const size = last ? left : Math.max(1, Math.round(((headcount - 1) * department.weight) / total))
    left -= size
    if (size > 0) growTeam(posts, chance, department, 0, size, 1, '')
  })
  return posts
}

/** Adds a leader and, below, everybody else of `size` people. */
function growTeam(
  posts: Post[],
  chance: Chance,
  of: Department,
  manager: number,
  size: number,
  depth: number,
  above: string,
) {
  const area = depth === 1 ? of.name : depth === 2 ? nextArea(posts, of) : above
  const me = posts.length
  const title = depth === 1 ? of.chief : LEADER_TITLES[Math.min(depth - 2, LEADER_TITLES.length - 1)]!(area)
  posts.push({
    manager,
    depth,
    department: of.name,
    area,
    jobTitle: title,
    grade: Math.max(5, 12 - depth),
    hasReports: size > 1,
  })
  const below = size - 1
  if (below <= of.span + 3 || depth >= 7) {
    for (let i = 0; i < below; i++) posts.push(staff(chance, of, me, depth + 1, area))
    return
  }
  const teams = Math.max(2, Math.min(of.areas.length, of.span + chance.int(3) - 1, Math.floor(below / 4)))
  const assistants = Math.min(1 + chance.int(2), below - teams * 3)
  for (let i = 0; i < assistants; i++) posts.push(staff(chance, of, me, depth + 1, area))
  for (const part of splitUnevenly(chance, below - Math.max(0, assistants), teams))
    growTeam(posts, chance, of, me, part, depth + 1, area)
}

function nextArea(posts: Post[], of: Department): string {
  const taken = posts.filter(
    (post) => post.department === of.name && post.depth === 2 && post.grade === 10,
  ).length
  return of.areas[taken % of.areas.length]!
}

/** Whole parts of at least 1 that add up to `total`, some twice as large as others. */
function splitUnevenly(chance: Chance, total: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, () => 0.6 + chance.float())
  const sum = weights.reduce((a, b) => a + b, 0)
  const sizes = weights.map((weight) => Math.max(1, Math.floor((total * weight) / sum)))
  for (let rest = total - sizes.reduce((a, b) => a + b, 0), i = 0; rest !== 0; i = (i + 1) % parts) {
    if (rest < 0 && sizes[i]! === 1) continue
    sizes[i]! += Math.sign(rest)
    rest -= Math.sign(rest)
  }
  return sizes
}

function staff(chance: Chance, of: Department, manager: number, depth: number, area: string): Post {
  const grade = chance.weighted([
    { weight: 4, value: 1 },
    { weight: 8, value: 2 },
    { weight: 9, value: 3 },
    { weight: 6, value: 4 },
    { weight: 2, value: 5 },
  ])
  const job = chance.pick(of.jobs)
  return {
    manager,
    depth,
    department: of.name,
    area,
    jobTitle: job[Math.max(0, grade - 2)]!,
    grade,
    hasReports: false,
  }
}
