/** What the popup shows now and then: the way to a word from the body, the four doors of "I’m stuck", its small window, and its ends. */
import type { MessageKey } from '../../lib/platform/i18n.ts'
import type { View } from '../support/driver.ts'
import { answerFelt, badgeOf, eagerSettings, planNudge, putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'
import type { Step, Walk } from './walk.ts'

const ready = (view: View): Promise<unknown> =>
  view.until(() => performance.getEntriesByName('ready').length > 0)

const toWords = async (view: View, felt: number): Promise<void> => {
  await ready(view)
  await answerFelt(view, felt)
  await view.sees(text('words_question'))
}

/** Leads from one heading to another. */
const leads = (name: string, by: MessageKey): Step => ({
  name,
  go: async view => {
    const before = await view.evaluate(() => document.querySelector('h1')?.textContent)
    await view.click('button', text(by))
    await view.until(was => document.querySelector('h1')?.textContent !== was, before)
  },
})

export const bodyWalk: Walk = {
  name: 'body',
  path: 'popup.html',
  kind: 'popup',
  steps: [
    {
      name: '1-where',
      go: async view => {
        await toWords(view, 5)
        await view.click('button', text('words_body'))
        await view.sees(text('body_where'))
      },
    },
    leads('2-like', 'place_of_chest'),
    leads('3-strength', 'signal_tight'),
    leads('4-word', 'strength_strong'),
  ],
}

const backAnd = (name: string, by: MessageKey): Step => ({
  name,
  go: async view => {
    await view.click('button', text('back'))
    await view.find('heading', text('stuck_title'))
    await leads(name, by).go(view)
  },
})

export const doors: Walk = {
  name: 'stuck',
  path: 'popup.html',
  kind: 'popup',
  steps: [
    {
      name: '1-doors',
      go: async view => {
        await toWords(view, 5)
        await view.click('button', text('next'))
        await view.click('button', text('stuck_open'))
        await view.find('heading', text('stuck_title'))
      },
    },
    leads('2-alone', 'stuck_alone'),
    backAnd('3-blocked', 'stuck_blocked'),
    backAnd('4-doubt', 'stuck_doubt'),
    backAnd('5-too-much', 'stuck_too_much'),
  ],
}

export const window: Walk = {
  name: 'window',
  path: 'window.html',
  kind: 'popup',
  steps: [
    { name: '1-felt', go: view => view.sees(text('felt_question')) },
    {
      name: '2-cant-tell',
      go: async view => {
        await view.click('button', text('felt_cant_tell'))
        await view.sees(text('far_question'))
      },
    },
  ],
}

export const endings: readonly Walk[] = [
  {
    name: 'end-alone',
    path: 'popup.html',
    kind: 'popup',
    apart: driver => putLocal(driver, { settings: { welcomed: true, firstAlone: true, askAgain: true } }),
    steps: [
      {
        name: '1-saved',
        go: async view => {
          await ready(view)
          await answerFelt(view, 6)
          await view.find('heading', text('end_saved'))
        },
      },
      {
        name: '2-ask-again',
        go: async view => {
          await view.click('button', text('done'))
          await view.find('heading', text('welcome_ask'))
        },
      },
    ],
  },
  {
    name: 'end-not-now',
    path: 'popup.html',
    kind: 'popup',
    apart: async driver => {
      const { nudges } = eagerSettings
      await planNudge(driver, {
        ...eagerSettings,
        nudges: { ...nudges, channels: { notification: false, badge: true } },
      })
      await waitFor('the dot of a reminder', async () => (await badgeOf(driver)) !== '')
    },
    steps: [
      {
        name: '1-said',
        go: async view => {
          await ready(view)
          await view.click('button', text('not_now'))
          await view.find('heading', text('end_not_now'))
        },
      },
    ],
  },
]
