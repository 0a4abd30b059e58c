/** The connector says no in several documented shapes; which word it used. */
import { z } from 'zod'

const text = z.string().min(1).max(200)
const body = z.looseObject({
  error: z
    .looseObject({ code: text.optional().catch(undefined), message: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  message: z.string().optional().catch(undefined),
  subCode: text.optional().catch(undefined),
})

/**
 * `{"error":{"code":"ForbiddenOperationException","message":"…"}}`, or with a `subCode` inside of `message` as JSON, as in
 * `{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",…}"}`. The inner word is the more exact one.
 * learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages and
 * learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes)
 */
export function refusalCode(answer: unknown): string | undefined {
  const parsed = body.safeParse(answer)
  if (!parsed.success) return undefined
  const { error, message, subCode } = parsed.data
  return subCode ?? inner(message) ?? inner(error?.message) ?? error?.code
}

function inner(message: string | undefined): string | undefined {
  if (!message?.trimStart().startsWith('{')) return undefined
  try {
    const { subCode, details } = JSON.parse(message) as { subCode?: unknown; details?: unknown }
    return typeof subCode === 'string' ? subCode : refusalCode(details)
  } catch {
    return undefined
  }
}
