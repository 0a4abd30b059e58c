/** jsdom has no `Response`: as much of one as the client reads. */
export function reply(status: number, body?: unknown, headers: Record<string, string> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name: string) => headers[name.toLowerCase()] ?? null },
    json: async () => JSON.parse(text ?? ''),
    blob: async () => new Blob([text ?? '']),
  } as unknown as Response
}
