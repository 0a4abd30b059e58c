import { configure } from '@testing-library/react'

// Asking jsdom for the computed style of every ancestor of every element takes longer than all else together.
configure({ defaultHidden: true })

/** jsdom brings no `Response`; this is as much of one as the tab's client reads. */
class Answer {
  readonly status: number
  readonly headers: Headers
  readonly #body: string

  constructor(body: string | null, init: { status?: number; headers?: Record<string, string> } = {}) {
    this.#body = body ?? ''
    this.status = init.status ?? 200
    const headers = new Map(Object.entries(init.headers ?? {}))
    this.headers = { get: (name: string) => headers.get(name.toLowerCase()) ?? null } as Headers
  }

  static json(value: unknown, init?: { status?: number; headers?: Record<string, string> }): Answer {
    return new Answer(JSON.stringify(value), init)
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.#body)
  }

  async blob(): Promise<Blob> {
    return new Blob([this.#body])
  }
}

globalThis.Response ??= Answer as unknown as typeof Response
