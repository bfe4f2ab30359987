/** Messages: answered to Thaw's own pages with a Result, and to nobody else at all. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ok } from '../../lib/core/result.ts'
import { answerMessages, askWorker } from '../../lib/platform/messages.ts'
import { completeFakeBrowser } from '../support/fakes.ts'

type Map = { readonly double: { readonly ask: number; readonly answer: number } }

const origin = 'chrome-extension://test-extension-id'
const page = { id: 'test-extension-id', url: `${origin}/popup.html` }

beforeEach(() => {
  completeFakeBrowser()
  answerMessages<Map>({
    double: {
      read: ask => (typeof ask === 'number' ? { ask } : null),
      answer: async ask => {
        if (ask === 13) throw new Error('unlucky')
        return ok(ask * 2)
      },
    },
  })
})

/** What the browser would hand back: undefined where no listener answers. */
const send = async (message: unknown, sender: object): Promise<unknown> => {
  const respond = vi.fn()
  const answers = await fakeBrowser.runtime.onMessage.trigger(message, sender as never, respond)
  if (!(answers as unknown[]).includes(true)) return undefined
  await vi.waitFor(() => expect(respond).toHaveBeenCalled())
  return respond.mock.calls[0]?.[0]
}

describe('the worker', () => {
  test('answers its own pages', async () => {
    expect(await send({ kind: 'double', ask: 4 }, page)).toEqual({ ok: true, value: 8 })
    expect(await send({ kind: 'double', ask: 'four' }, page)).toEqual({ ok: false, problem: 'refused' })
    expect(await send({ kind: 'double', ask: 13 }, page)).toEqual({ ok: false, problem: 'failed' })
  })

  test.each([
    ['another extension', { id: 'another', url: `${origin}/popup.html` }],
    ['a page of another origin', { id: 'test-extension-id', url: 'https://example.com/' }],
    ['an origin that begins alike', { id: 'test-extension-id', url: `${origin}.example.com/` }],
    ['a sender without an address', { id: 'test-extension-id' }],
    ['nobody', {}],
  ])('is deaf to %s', async (_, sender) => {
    expect(await send({ kind: 'double', ask: 4 }, sender)).toBeUndefined()
  })

  test.each([{ kind: 'toString' }, { kind: 'triple' }, { kind: 4 }, {}, null, 'double', undefined])(
    'is deaf to %j',
    async message => {
      expect(await send(message, page)).toBeUndefined()
    },
  )
})

describe('a page', () => {
  const answered = (answer: unknown) => {
    fakeBrowser.runtime.onMessage.removeAllListeners()
    fakeBrowser.runtime.onMessage.addListener(((
      _message: unknown,
      _sender: unknown,
      respond: (given: unknown) => void,
    ) => {
      respond(answer)
      return true
    }) as never)
    return askWorker<Map>()('double', 4)
  }

  test('gets the Result', async () => {
    expect(await answered({ ok: true, value: 8 })).toEqual({ ok: true, value: 8 })
  })

  test.each([undefined, null, 8, {}])('takes %j for no answer', async answer => {
    expect(await answered(answer)).toEqual({ ok: false, problem: 'unreachable' })
  })

  test('is told that nobody answered, and never gets an exception', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners()
    expect(await askWorker<Map>()('double', 4)).toEqual({ ok: false, problem: 'unreachable' })
  })
})
