/** The reminder on the system: options each browser knows, neutral words, and clicks. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { setBadge } from '../../lib/platform/badge.ts'
import { keepNotification, onNotification, showNotification } from '../../lib/platform/notify.ts'
import { completeFakeBrowser } from '../support/fakes.ts'

const { update } = fakeBrowser.notifications
beforeEach(() => {
  completeFakeBrowser()
  Object.assign(fakeBrowser.notifications, { update })
})

const shown = () =>
  fakeBrowser.notifications.getAllCreateOptions() as { [id: string]: { [option: string]: unknown } }

/** Firefox cannot update a notification, and rejects what it does not know. */
const likeFirefox = () => {
  Object.assign(fakeBrowser.notifications, { update: undefined })
}

describe('showNotification', () => {
  test('has both buttons where the browser has buttons, and says nothing of feelings', async () => {
    expect(await showNotification('n1')).toBe(true)
    expect(shown()['n1']).toEqual({
      type: 'basic',
      iconUrl: 'chrome-extension://test-extension-id/icon/128.png',
      title: 'nudge_title',
      message: 'nudge_body',
      buttons: [{ title: 'nudge_open' }, { title: 'nudge_later' }],
      silent: true,
    })
  })

  test('has nothing that Firefox would refuse', async () => {
    likeFirefox()
    const create = vi.spyOn(fakeBrowser.notifications, 'create')
    expect(await showNotification('n1')).toBe(true)
    expect(Object.keys(shown()['n1'] ?? {}).sort()).toEqual(['iconUrl', 'message', 'title', 'type'])
    expect(create).toHaveBeenCalledTimes(1)
  })

  test('tries again plainly where an option is refused', async () => {
    const create = vi.spyOn(fakeBrowser.notifications, 'create')
    create.mockRejectedValueOnce(new TypeError('Unexpected property: silent') as never)
    expect(await showNotification('n1')).toBe(true)
    expect(shown()['n1']).not.toHaveProperty('silent')
  })

  test('says so where the browser refuses altogether', async () => {
    vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValue(new Error('no daemon') as never)
    expect(await showNotification('n1')).toBe(false)
  })

  test('keeps one and takes every other away', async () => {
    await showNotification('n1')
    await showNotification('n2')
    await keepNotification('n2')
    expect(Object.keys(shown())).toEqual(['n2'])
    await keepNotification(null)
    expect(shown()).toEqual({})
  })
})

describe('clicks', () => {
  test('on the body and the first button open, on the second snooze', async () => {
    const heard: string[] = []
    onNotification({ opened: () => heard.push('opened'), later: () => heard.push('later') })
    await fakeBrowser.notifications.onClicked.trigger('n1')
    await fakeBrowser.notifications.onButtonClicked.trigger('n1', 0)
    await fakeBrowser.notifications.onButtonClicked.trigger('n1', 1)
    expect(heard).toEqual(['opened', 'opened', 'later'])
  })

  test('work where there are no buttons', async () => {
    likeFirefox()
    const opened = vi.fn()
    onNotification({ opened, later: () => {} })
    await fakeBrowser.notifications.onClicked.trigger('n1')
    expect(opened).toHaveBeenCalledTimes(1)
  })
})

test('the badge is a dot without a number, written once', async () => {
  const write = vi.spyOn(fakeBrowser.action, 'setBadgeText')
  await setBadge(true)
  await setBadge(true)
  expect(await fakeBrowser.action.getBadgeText({})).toBe('•')
  expect(await fakeBrowser.action.getBadgeBackgroundColor({})).toEqual([0x16, 0x5b, 0x72, 255])
  expect(write).toHaveBeenCalledTimes(1)
  await setBadge(false)
  expect(await fakeBrowser.action.getBadgeText({})).toBe('')
})
